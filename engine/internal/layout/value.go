package layout

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// value writes a value behind its key or dash. Indent is where the key or dash is written, and was where it stood.
func (p *printer) value(n *yaml.Node, key, head string, indent, was int) {
	switch {
	case n.Kind != yaml.ScalarNode:
		p.flow(n, head, indent)
	case conditions[key] && Condition(n.Value, Width-indent-step) != nil:
		p.condition(n, head, indent, was)
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		p.blockText(n, head, indent, was)
	default:
		p.scalar(n, head, indent)
	}
}

// scalar writes a plain or quoted text, which may take several lines.
func (p *printer) scalar(n *yaml.Node, head string, indent int) {
	start, end := p.file.Span(n)
	if n.Value == "" && n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) == 0 {
		at := n.Column - 1
		if line := p.line(n.Line); at < len(line) && line[at] == ':' {
			at++
		}
		p.write(strings.TrimRight(head, " ") + p.comment(n.Line, at))
		p.next = n.Line + 1
		return
	}
	if p.between(start.Line) {
		p.fail(errLine)
	}
	lines := p.scalarLines(n)
	if p.wrap && !strings.Contains(strings.Join(lines, "\n"), "  ") && !slices.Contains(lines, "") {
		lines = wrapped(lines, runes(head), indent+step)
	}
	p.several(lines, head, indent+step, p.comment(end.Line, end.Column-1))
	p.next = end.Line + 1
}

// between reports whether something stands between the line that comes next and another.
func (p *printer) between(to int) bool {
	for line := p.next + 1; line < to; line++ {
		if strings.TrimSpace(string(p.line(line))) != "" {
			return true
		}
	}
	return false
}

// scalarLines are the lines of a plain or quoted text, without the space around them.
func (p *printer) scalarLines(n *yaml.Node) []string {
	start, end := p.file.Span(n)
	var lines []string
	for i := start.Line; i <= end.Line; i++ {
		text := p.line(i)
		from, to := 0, len(text)
		if i == start.Line {
			from = min(start.Column-1, to)
		}
		if i == end.Line {
			to = min(max(end.Column-1, from), to)
		}
		trimmed := strings.TrimRight(string(text[from:to]), " \t")
		if i > start.Line {
			trimmed = strings.TrimLeft(trimmed, " \t")
		}
		lines = append(lines, trimmed)
	}
	return lines
}

// wrapped breaks a text from its first line that is too long on. Each break takes the place of a space.
func wrapped(lines []string, used, indent int) []string {
	room := func(i int) int {
		if i == 0 {
			return Width - used
		}
		return Width - indent
	}
	for i := range lines {
		if runes(lines[i]) <= room(i) || strings.HasSuffix(lines[i], `\`) {
			continue
		}
		out := slices.Clone(lines[:i])
		now := ""
		for w := range strings.FieldsSeq(strings.Join(lines[i:], " ")) {
			switch {
			case now == "":
				now = w
			case runes(now)+1+runes(w) <= room(len(out)):
				now += " " + w
			default:
				out, now = append(out, now), w
			}
		}
		return append(out, now)
	}
	return lines
}

// several writes the lines of a value, and a comment behind the last.
func (p *printer) several(lines []string, head string, indent int, comment string) {
	for i, text := range lines {
		if i > 0 {
			head = strings.Repeat(" ", indent)
		}
		if i == len(lines)-1 {
			text += comment
		}
		p.write(head + text)
	}
}

// blockText writes a block, with its lines as they are, indented by one step.
func (p *printer) blockText(n *yaml.Node, head string, indent, was int) {
	mark, comment, lines := p.block(n, was)
	if strings.ContainsAny(mark, "0123456789") {
		p.fail(errBlock)
	}
	p.write(head + mark + comment)
	for _, l := range lines {
		// A line of space within a block is part of what it says.
		if l != "" {
			l = strings.Repeat(" ", indent+step) + l
		}
		p.out = append(p.out, l)
	}
}

// block reads a block, whose key or dash stood at a column: the mark that opens it, the comment behind that with the space
// before it, and the lines of the block without their indentation.
func (p *printer) block(n *yaml.Node, was int) (mark, comment string, lines []string) {
	text := p.line(n.Line)
	mark, comment, commented := strings.Cut(strings.TrimSpace(string(text[min(n.Column-1, len(text)):])), "#")
	if mark = strings.TrimSpace(mark); commented {
		p.comments++
		comment = " #" + comment
	}
	from, base, last := n.Line+1, -1, n.Line
	for i := from; i < len(p.lines); i++ {
		l := p.lines[i]
		if len(strings.TrimSpace(string(l))) == 0 {
			continue
		}
		deep := indentOf(l)
		if base < 0 {
			base = deep
		}
		if deep <= was || deep < base {
			break
		}
		last = i
	}
	for i := from; i <= last; i++ {
		l := p.lines[i]
		if len(l) <= base || base < 0 {
			lines = append(lines, "")
			continue
		}
		lines = append(lines, string(l[base:]))
	}
	p.next = last + 1
	if strings.Contains(mark, "+") {
		// The blank lines behind such a block are part of it.
		for ; p.next < len(p.lines) && len(strings.TrimSpace(string(p.lines[p.next]))) == 0; p.next++ {
			lines = append(lines, "")
		}
	}
	return mark, comment, lines
}

// condition writes a condition: in the line of its key where the author wrote it there and it fits, and otherwise in a
// block of its own.
func (p *printer) condition(n *yaml.Node, head string, indent, was int) {
	var comment string
	inBlock := n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0
	if inBlock {
		_, comment, _ = p.block(n, was)
	} else {
		_, end := p.file.Span(n)
		if p.between(n.Line) {
			p.fail(errLine)
		}
		comment = p.comment(end.Line, end.Column-1)
		p.next = end.Line + 1
	}
	lines := Condition(n.Value, Width-indent-step)
	if text := p.inline(n, lines); !inBlock && text != "" && runes(head)+runes(text) <= Width {
		p.write(head + text + comment)
		return
	}
	p.write(head + "|" + comment)
	for _, l := range lines {
		if l != "" {
			l = strings.Repeat(" ", indent+step) + l
		}
		p.out = append(p.out, l)
	}
}

// inline is a condition as it can stand in the line of its key, or nothing. Quotation marks stay where the author wrote
// them, if the condition is as it was.
func (p *printer) inline(n *yaml.Node, lines []string) string {
	start, end := p.file.Span(n)
	switch {
	case len(lines) != 1:
		return ""
	case lines[0] == n.Value && start.Line == end.Line:
		return p.text(n)
	case plain(lines[0]):
		return lines[0]
	case !strings.Contains(lines[0], "'"):
		return "'" + lines[0] + "'"
	}
	return ""
}

// plain reports whether a condition can stand in the line of its key without quotation marks around it.
func plain(text string) bool {
	if strings.Contains(text, ": ") || strings.Contains(text, " #") || strings.HasSuffix(text, ":") {
		return false
	}
	return text != "" && !strings.ContainsAny(text[:1], "!&*-?:,[]{}#|>@`\"'%")
}
