package render

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// inYAML writes a report as YAML: the same data as JSON, with keys in the same order.
// Text that some reader of YAML might take for something else, such as "no",
// "012" or a date, is quoted.
func inYAML[T any](w io.Writer, report T, _ Options) error {
	out := &yamlText{}
	if err := encode(out, report); err != nil {
		return fmt.Errorf("the report cannot be written as YAML: %w", err)
	}
	_, err := w.Write(out.b)
	return err
}

// yamlText is a notation: YAML as yaml.v3 lays it out with an indent of two. It writes the lines itself, as yaml.v3 took
// nine tenths of the time of an answer in YAML; a test holds the two against each other.
type yamlText struct {
	b []byte
	// within are the objects and lists that are open.
	within []yamlPart
	// after is what the next value comes after.
	after after
}

// yamlPart is an object or a list that is open: how far its lines are indented, and how many entries it has.
type yamlPart struct {
	list            bool
	indent, entries int
	// after is what it comes after itself.
	after after
}

// after is what a value comes after: nothing, its key or the dash of a list.
type after int

const (
	afterNothing after = iota
	afterKey
	afterDash
)

const yamlIndent = 2

func (y *yamlText) open(list bool) {
	p := yamlPart{list: list, after: y.after}
	if len(y.within) > 0 {
		p.indent = y.within[len(y.within)-1].indent + yamlIndent
	}
	y.within = append(y.within, p)
}

func (y *yamlText) close() {
	last := y.within[len(y.within)-1]
	y.within = y.within[:len(y.within)-1]
	if last.entries > 0 {
		return
	}
	y.after = last.after
	if last.list {
		y.word("[]")
	} else {
		y.word("{}")
	}
}

// begin begins an entry. The first one in a list stands behind the dash of that list.
func (y *yamlText) begin() {
	here := &y.within[len(y.within)-1]
	here.entries++
	if here.entries == 1 {
		switch here.after {
		case afterNothing:
		case afterKey:
			y.b = append(y.b, '\n')
		case afterDash:
			y.b = append(y.b, ' ')
			return
		}
	}
	for range here.indent {
		y.b = append(y.b, ' ')
	}
}

func (y *yamlText) item() {
	y.begin()
	y.b, y.after = append(y.b, '-'), afterDash
}

// A key stands on the line of its value if it is one line itself, and no longer than longestKey bytes. Of the keys of
// reports, only a label or a word of a case could be anything else.
const (
	longestKey = 128
	lineBreaks = "\n\r\u0085\u2028\u2029"
)

func (y *yamlText) key(name string) {
	y.begin()
	if !utf8.ValidString(name) {
		name = string([]rune(name)) // JSON puts one U+FFFD in the place of each byte that is not text
	}
	if len(name) > longestKey || strings.ContainsAny(name, lineBreaks) {
		y.b = append(y.b, "? "...)
		y.b = appendYAML(y.b, name)
		y.b = append(y.b, '\n')
		for range y.within[len(y.within)-1].indent {
			y.b = append(y.b, ' ')
		}
		y.b, y.after = append(y.b, ':'), afterDash
		return
	}
	y.b, y.after = append(appendYAML(y.b, name), ':'), afterKey
}

func (y *yamlText) text(s string) {
	y.space()
	y.b = append(appendYAML(y.b, s), '\n')
}

func (y *yamlText) word(s string) {
	y.space()
	y.b = append(append(y.b, s...), '\n')
}

func (y *yamlText) space() {
	if y.after != afterNothing {
		y.b = append(y.b, ' ')
	}
}

// appendYAML adds a text as YAML has it: as it is, where every reader takes that for text; in single quotes, where it has
// something in it that would end it; or in double quotes.
func appendYAML(b []byte, s string) []byte {
	ends, simple := false, true
	for i, r := range s {
		switch {
		case r == ':':
			ends = ends || i+1 == len(s) || s[i+1] == ' '
		case r == '#':
			ends = ends || i > 0 && s[i-1] == ' '
		case r < ' ', r >= 0x7f && r < 0xa0, r > 0xffff, r == '\uFEFF', !unicode.IsPrint(r):
			simple = false
		}
	}
	ends = ends || strings.HasSuffix(s, " ")
	switch {
	case !simple:
		return append(b, byYAML(s)...)
	case !plain(s):
		b = append(b, '"')
		for i := range len(s) {
			if s[i] == '"' || s[i] == '\\' {
				b = append(b, '\\')
			}
			b = append(b, s[i])
		}
		return append(b, '"')
	case ends:
		b = append(b, '\'')
		for i := range len(s) {
			if s[i] == '\'' {
				b = append(b, '\'')
			}
			b = append(b, s[i])
		}
		return append(b, '\'')
	}
	return append(b, s...)
}

// byYAML is a text as yaml.v3 writes it: that knows every escape.
func byYAML(s string) []byte {
	var b bytes.Buffer
	out := yaml.NewEncoder(&b)
	if err := out.Encode(textNode(s)); err != nil {
		return strconv.AppendQuoteToASCII(nil, s) // a text can always be written
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}

// textNode is a text, quoted where it is not plain words.
func textNode(s string) *yaml.Node {
	node := &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: s}
	if !plain(s) {
		node.Style = yaml.DoubleQuotedStyle
	}
	return node
}

// plain reports whether s is text to every reader of YAML, of whatever version:
// it starts with a letter, holds no control character, and is none of the words
// that one version or another reads as a truth value or as nothing.
func plain(s string) bool {
	if len(s) <= len("false") { // so long is the longest of the words
		switch strings.ToLower(s) {
		case "", "y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf":
			return false
		}
	}
	for i, c := range s {
		if i == 0 && !unicode.IsLetter(c) {
			return false
		}
		if !unicode.IsPrint(c) {
			return false
		}
	}
	return true
}
