package render

import (
	"encoding/json"
	"fmt"
	"io"
	"sync"
	"unicode/utf8"
)

// inJSON writes a report as JSON, indented by two spaces and ended by a newline, with
// keys in the order of the fields and those of maps sorted. A list or map without
// entries is [] or {}, never null. Characters that mean something to HTML stay as they
// are.
func inJSON[T any](w io.Writer, report T, _ Options) error {
	out, ours := jsonTexts.Get().(*jsonText)
	if !ours {
		out = &jsonText{}
	}
	out.b, out.within = out.b[:0], out.within[:0]
	if err := encode(out, report); err != nil {
		return fmt.Errorf("the report cannot be written as JSON: %w", err)
	}
	out.b = append(out.b, '\n')
	_, err := w.Write(out.b)
	clear(out.b) // nothing of a case stays
	if cap(out.b) <= mostKept {
		jsonTexts.Put(out)
	}
	return err
}

// mostKept is the largest text, in bytes, whose room is used again.
const mostKept = 1 << 20

// jsonTexts is room for texts that nobody is writing. To make it grow anew for each brief answer was a quarter of the
// memory that the answer took, from the text of the case to its JSON.
var jsonTexts sync.Pool

// jsonText is a notation: JSON, indented.
type jsonText struct {
	b []byte
	// within are the objects and lists that are open.
	within []jsonPart
}

// jsonPart is an object or a list that is open, and how many entries it has.
type jsonPart struct {
	closing byte
	entries int
}

func (j *jsonText) open(list bool) {
	opening, closing := byte('{'), byte('}')
	if list {
		opening, closing = '[', ']'
	}
	j.b, j.within = append(j.b, opening), append(j.within, jsonPart{closing: closing})
}

func (j *jsonText) close() {
	last := j.within[len(j.within)-1]
	j.within = j.within[:len(j.within)-1]
	if last.entries > 0 {
		j.line()
	}
	j.b = append(j.b, last.closing)
}

func (j *jsonText) item() {
	here := &j.within[len(j.within)-1]
	if here.entries++; here.entries > 1 {
		j.b = append(j.b, ',')
	}
	j.line()
}

func (j *jsonText) key(name string) {
	j.item()
	j.text(name)
	j.b = append(j.b, ": "...)
}

func (j *jsonText) word(s string) { j.b = append(j.b, s...) }

// text writes a text in quotes; as nearly every one does, it may stand as it is.
func (j *jsonText) text(s string) {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < ' ' || c == '"' || c == '\\' || c >= utf8.RuneSelf {
			j.b = appendQuoted(j.b, s)
			return
		}
	}
	j.b = append(append(append(j.b, '"'), s...), '"')
}

// line begins a line.
func (j *jsonText) line() {
	j.b = append(j.b, '\n')
	for range j.within {
		j.b = append(j.b, ' ', ' ')
	}
}

// appendQuoted adds a text in quotes, with what JSON cannot hold in escapes.
func appendQuoted(b []byte, s string) []byte {
	b = append(b, '"')
	for i, r := range s {
		switch {
		case r == '"' || r == '\\':
			b = append(b, '\\', byte(r))
		case r < ' ', r == '\u2028', r == '\u2029', r == utf8.RuneError:
			b = append(b, escaped(s[i:])...)
		default:
			b = utf8.AppendRune(b, r)
		}
	}
	return append(b, '"')
}

// escaped is the first character of a text as encoding/json has it.
func escaped(s string) []byte {
	_, n := utf8.DecodeRuneInString(s)
	data, err := json.Marshal(s[:n])
	if err != nil {
		return []byte(`\ufffd`) // a text can always be written
	}
	return data[1 : len(data)-1]
}
