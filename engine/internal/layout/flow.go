package layout

import (
	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
)

// flow writes a list or mapping in brackets.
func (p *printer) flow(n *yaml.Node, head string, indent int) {
	if p.between(n.Line) {
		p.fail(errLine)
	}
	f := &flowing{printer: p}
	f.node(n, false)
	if p.problem != nil {
		return
	}
	end := f.end
	lines := fill(f.pieces, runes(head)-indent, Width-indent)
	p.several(lines, head, indent, p.comment(end.Line, end.Column-1))
	p.next = end.Line + 1
}

// flowing takes a list or mapping in brackets apart.
type flowing struct {
	*printer
	pieces []piece
	// end is one past what was taken.
	end diagnostic.Position
}

// node takes a node. Spaced is whether a space stands before it.
func (f *flowing) node(n *yaml.Node, spaced bool) {
	if f.problem != nil {
		return
	}
	at := diagnostic.Position{Line: n.Line, Column: n.Column}
	if n.Kind == yaml.ScalarNode {
		start, end := f.file.Span(n)
		if start.Line != end.Line && (n.Value == "" || start != at) {
			f.fail(errLine)
			return
		}
		lines := f.scalarLines(n)
		for i, l := range lines {
			f.pieces = append(f.pieces, piece{text: l, space: spaced || i > 0, broken: i > 0 || f.breaks(n.Line)})
		}
		f.end = end
		return
	}
	open, closing := "[", "]"
	if n.Kind == yaml.MappingNode {
		open, closing = "{", "}"
	}
	if line := f.line(n.Line); n.Column-1 >= len(line) || string(line[n.Column-1]) != open {
		f.fail(errLine)
		return
	}
	f.pieces = append(f.pieces, piece{text: open, space: spaced, broken: f.breaks(n.Line), opens: true})
	f.end = diagnostic.Position{Line: n.Line, Column: n.Column + 1}
	for i, child := range n.Content {
		value := n.Kind == yaml.MappingNode && i%2 == 1
		first := len(f.pieces)
		switch {
		case value && child.Value == "" && child.Kind == yaml.ScalarNode && child.Style == 0:
			f.after(":", false)
			continue
		case value:
			f.after(":", true)
			f.node(child, true)
		default:
			if i > 0 {
				f.after(",", true)
			}
			first = len(f.pieces)
			f.node(child, i > 0)
		}
		if f.problem == nil && !value && i > 0 && first < len(f.pieces) {
			f.pieces[first].loose, f.pieces[first].listed = 1, true
		}
	}
	f.close(closing)
}

// breaks reports whether what begins on a line begins a line.
func (f *flowing) breaks(line int) bool { return len(f.pieces) > 0 && line > f.end.Line }

// after adds a mark to the last piece, and passes over it in the text. There has to be one where needed.
func (f *flowing) after(mark string, needed bool) {
	if f.problem != nil {
		return
	}
	f.pieces[len(f.pieces)-1].text += mark
	if !f.pass(mark) && needed {
		f.fail(errLine)
	}
}

// close adds a closing bracket, which may follow a comma.
func (f *flowing) close(bracket string) {
	if f.problem != nil {
		return
	}
	f.pass(",")
	before := f.end.Line
	if !f.pass(bracket) {
		f.fail(errLine)
		return
	}
	f.pieces = append(f.pieces, piece{text: bracket, closes: true, broken: f.end.Line > before && f.pieces[len(f.pieces)-1].text != ""})
}

// pass goes past a mark that comes next in the text, with only space before it.
func (f *flowing) pass(mark string) bool {
	line, column := f.end.Line, f.end.Column-1
	for line < len(f.lines) {
		text := f.lines[line]
		for column < len(text) && (text[column] == ' ' || text[column] == '\t') {
			column++
		}
		if column < len(text) {
			if string(text[column]) != mark {
				return false
			}
			f.end = diagnostic.Position{Line: line, Column: column + 2}
			return true
		}
		line, column = line+1, 0
	}
	return false
}
