package layout

import (
	"errors"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"windscreen/engine/internal/source"
)

// printer writes a document, line by line.
type printer struct {
	file  *source.File
	lines [][]rune // as they are, from 1
	wrap  bool
	out   []string
	// next is the line of the text that comes next: the first that was not written.
	next int
	// begun is a line that is not finished: one or more dashes.
	begun string
	// levels are the collections around what is written, and before are those around what was written last.
	levels, before []place
	comments       int
	problem        error
}

// place is where a collection began, and where it begins now: columns from 0.
type place struct{ was, is int }

// What cannot be laid out.
var (
	errLine  = errors.New("a line of it holds what is neither a key nor an entry")
	errBlock = errors.New("a block in it sets its own indentation")
)

func newPrinter(f *source.File, data []byte, wrap bool) *printer {
	text := strings.ReplaceAll(strings.ReplaceAll(strings.TrimPrefix(string(data), "\uFEFF"), "\r\n", "\n"), "\r", "\n")
	p := &printer{file: f, wrap: wrap, next: 1, lines: [][]rune{nil}}
	for line := range strings.SplitSeq(strings.TrimRight(text, " \t\n"), "\n") {
		p.lines = append(p.lines, []rune(line))
	}
	return p
}

// line is a line as it was, or nothing after the last.
func (p *printer) line(n int) []rune {
	if n < 1 || n >= len(p.lines) {
		return nil
	}
	return p.lines[n]
}

// fail notes the first thing that cannot be laid out.
func (p *printer) fail(err error) {
	if p.problem == nil {
		p.problem = err
	}
}

// write ends a line.
func (p *printer) write(text string) {
	p.out = append(p.out, strings.TrimRight(text, " \t"))
	p.before = append(p.before[:0], p.levels...)
}

// start is what a line begins with: dashes, or space.
func (p *printer) start(indent int) string {
	text := strings.Repeat(" ", indent)
	if p.begun != "" {
		text = p.begun
	}
	p.begun = ""
	return text
}

// gap writes the blank lines and comments before a line, which is written at an indentation, and began at a column.
func (p *printer) gap(to, was, indent int) {
	for ; p.next < to && p.problem == nil; p.next++ {
		text := strings.TrimSpace(string(p.line(p.next)))
		switch {
		case text == "":
			if n := len(p.out); n > 0 && p.out[n-1] != "" && p.begun == "" {
				p.out = append(p.out, "")
			}
		case text == "-": // its entry begins further down
		case text == "---":
			p.out = append(p.out, text)
		case strings.HasPrefix(text, "#"):
			p.comments++
			at := indent
			if column := indentOf(p.line(p.next)); column > was {
				at = p.within(column, indent)
			}
			p.out = append(p.out, strings.Repeat(" ", at)+text)
		default:
			p.fail(errLine)
		}
	}
}

// within is where a comment goes that stands deeper than what follows: with the collection that ended there.
func (p *printer) within(column, otherwise int) int {
	for _, around := range slices.Backward(p.before) {
		if around.was <= column {
			return max(around.is, otherwise)
		}
	}
	return otherwise
}

// rest writes what follows the document.
func (p *printer) rest() {
	p.gap(len(p.lines), 0, 0)
	for len(p.out) > 0 && p.out[len(p.out)-1] == "" {
		p.out = p.out[:len(p.out)-1]
	}
}

// indentOf is how many blanks a line begins with.
func indentOf(line []rune) int {
	n := 0
	for n < len(line) && (line[n] == ' ' || line[n] == '\t') {
		n++
	}
	return n
}

// node writes a list or mapping in lines.
func (p *printer) node(n *yaml.Node, indent int) {
	switch {
	case p.problem != nil:
	case n.Kind == yaml.MappingNode:
		p.mapping(n, indent)
	default:
		p.sequence(n, indent)
	}
}

// enter notes a collection for as long as it is written.
func (p *printer) enter(was, is int) (leave func()) {
	p.levels = append(p.levels, place{was, is})
	return func() { p.levels = p.levels[:len(p.levels)-1] }
}

// mapping writes keys and their values.
func (p *printer) mapping(n *yaml.Node, indent int) {
	defer p.enter(n.Column-1, indent)()
	for i := 0; i+1 < len(n.Content) && p.problem == nil; i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		p.gap(key.Line, key.Column-1, indent)
		head := p.start(indent) + p.text(key) + ":"
		if block(value) {
			_, end := p.file.Span(key)
			colon := end.Column // the column after the colon, from 0
			p.write(head + p.comment(end.Line, colon))
			p.next = key.Line + 1
			p.node(value, indent+step)
			continue
		}
		p.value(value, key.Value, head+" ", indent, key.Column-1)
	}
}

// sequence writes entries.
func (p *printer) sequence(n *yaml.Node, indent int) {
	defer p.enter(n.Column-1, indent)()
	for _, entry := range n.Content {
		if p.begun == "" || p.next < entry.Line && entry != n.Content[0] {
			p.gap(entry.Line, n.Column-1, indent)
		}
		p.begun = p.start(indent) + "- "
		if block(entry) {
			p.node(entry, indent+step)
			continue
		}
		p.gap(entry.Line, n.Column-1, indent)
		p.value(entry, "", p.start(indent), indent, n.Column-1)
	}
}

// block reports whether a value is a list or mapping in lines of its own.
func block(n *yaml.Node) bool {
	return (n.Kind == yaml.MappingNode || n.Kind == yaml.SequenceNode) && n.Style&yaml.FlowStyle == 0
}

// comment is the comment that ends a line, from a column on, with the space before it.
func (p *printer) comment(line, column int) string {
	text := p.line(line)
	if column >= len(text) {
		return ""
	}
	tail := strings.TrimRight(string(text[column:]), " \t")
	comment := strings.TrimLeft(tail, " \t")
	if comment == "" {
		return ""
	}
	if !strings.HasPrefix(comment, "#") || len(comment) == len(tail) {
		p.fail(errLine)
		return ""
	}
	p.comments++
	return strings.ReplaceAll(tail[:len(tail)-len(comment)], "\t", " ") + comment
}

// text is the text of a scalar of one line, as it was written.
func (p *printer) text(n *yaml.Node) string {
	start, end := p.file.Span(n)
	line := p.line(start.Line)
	if start.Line != end.Line || end.Column-1 > len(line) {
		p.fail(errLine)
		return ""
	}
	return string(line[start.Column-1 : end.Column-1])
}
