package source

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"reflect"
	"sort"
	"strings"

	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
)

// parseYAML reads the one document of a YAML file, or reports why it cannot.
func (f *File) parseYAML(data []byte, faults *Faults) *yaml.Node {
	r := newReader(data)
	first, err := r.next()
	switch {
	case errors.Is(err, io.EOF):
		faults.Add(f.empty())
		return nil
	case err != nil:
		faults.Add(f.explain(data, err, r))
		return nil
	}
	second, err := r.next()
	switch {
	case err == nil:
		start := f.offset(second.Line, second.Column)
		faults.Add(f.between(diagnostic.ManyDocuments, start, f.wordEnd(start),
			"a second document starts here", "put it in a separate file, or delete the line ---"))
		return nil
	case !errors.Is(err, io.EOF):
		faults.Add(f.explain(data, err, r))
		return nil
	}
	if len(first.Content) != 1 {
		faults.Add(f.empty())
		return nil
	}
	root := first.Content[0]
	if isNothing(root) {
		faults.Add(f.empty())
		return nil
	}
	return root
}

// isNothing reports whether a node stands for no text at all.
func isNothing(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.Tag == "!!null" && n.Value == "" && n.Style == 0 && n.Anchor == ""
}

// reader reads YAML documents one after another.
type reader struct{ decoder *yaml.Decoder }

func newReader(data []byte) *reader {
	return &reader{decoder: yaml.NewDecoder(bytes.NewReader(data))}
}

// errBroken stands for a panic within the YAML parser.
var errBroken = errors.New("this cannot be read as YAML")

// next returns the next document, or io.EOF where there is none. The YAML parser
// panics where it finds itself in a state it did not expect; that must not reach
// a caller whose only fault is a bad file.
func (r *reader) next() (doc *yaml.Node, err error) {
	defer func() {
		if recover() != nil {
			doc, err = nil, errBroken
		}
	}()
	doc = &yaml.Node{}
	if err := r.decoder.Decode(doc); err != nil {
		return nil, err
	}
	return doc, nil
}

// trouble is what the YAML parser knows about a syntax error.
type trouble struct {
	problem string // what it says is wrong
	at      int    // where it noticed
	context string // what it was reading
	from    int    // where that started
}

// trouble returns the details of the last error. The error's own text gives only
// a line, often the wrong one (that of the construct around the fault, or the one
// before), so the parser's marks are read from its unexported fields. Where they
// are not there, ok is false and the text has to do.
func (r *reader) trouble(f *File) (t trouble, ok bool) {
	inner := reflect.ValueOf(r.decoder).Elem()
	for range 2 {
		if inner = inner.FieldByName("parser"); !inner.IsValid() {
			return t, false
		}
		inner = reflect.Indirect(inner)
		if inner.Kind() != reflect.Struct {
			return t, false
		}
	}
	problem, context := inner.FieldByName("problem"), inner.FieldByName("context")
	if problem.Kind() != reflect.String || context.Kind() != reflect.String || problem.Len() == 0 {
		return t, false
	}
	at, okAt := f.mark(inner.FieldByName("problem_mark"))
	from, okFrom := f.mark(inner.FieldByName("context_mark"))
	t = trouble{problem: problem.String(), at: at, context: context.String(), from: from}
	if t.context == "" {
		t.from = t.at
	}
	return t, okAt && okFrom
}

// mark turns a mark of the YAML parser into an offset.
func (f *File) mark(v reflect.Value) (int, bool) {
	if v.Kind() != reflect.Struct {
		return 0, false
	}
	line, column := v.FieldByName("line"), v.FieldByName("column")
	if line.Kind() != reflect.Int || column.Kind() != reflect.Int {
		return 0, false
	}
	return f.offset(int(line.Int())+1, int(column.Int())+1), true
}

// explain turns an error of the YAML parser into a diagnostic.
func (f *File) explain(data []byte, err error, r *reader) diagnostic.Diagnostic {
	text := strings.TrimPrefix(err.Error(), "yaml: ")
	var name string
	if _, scanErr := fmt.Sscanf(text, "unknown anchor %s referenced", &name); scanErr == nil {
		return f.alias(f.findAlias(data, strings.Trim(name, "'")), "an alias")
	}
	if t, ok := r.trouble(f); ok {
		return f.syntax(t)
	}
	const remedy = "check the quotes, brackets and indentation"
	var line int
	if n, _ := fmt.Sscanf(text, "line %d:", &line); n == 1 {
		_, text, _ = strings.Cut(text, ": ")
		start := f.offset(line, 1)
		return f.between(diagnostic.Syntax, start, f.lineEnd(start), text, remedy)
	}
	return f.Diagnostic(diagnostic.Syntax, diagnostic.Position{}, diagnostic.Position{}, text, remedy)
}

// findAlias returns where an alias without an anchor stands, which the YAML parser
// does not say. It is the first place where *name occurs such that the text up to
// its end fails for the same reason; the text up to any later place fails too, so
// that the place can be found by halving.
func (f *File) findAlias(data []byte, name string) int {
	word := []byte("*" + name)
	var places []int // byte offsets
	for at := 0; ; {
		i := bytes.Index(data[at:], word)
		if i < 0 {
			break
		}
		places = append(places, at+i)
		at += i + len(word)
	}
	unknown := "unknown anchor '" + name + "' referenced"
	k := sort.Search(len(places), func(i int) bool {
		_, err := newReader(data[:places[i]+len(word)]).next()
		return err != nil && strings.HasSuffix(err.Error(), unknown)
	})
	if k == len(places) {
		return 0
	}
	return len([]rune(string(data[:places[k]])))
}
