package columns

import "strings"

// entry is what takes one or more lines.
type entry struct {
	width int
	// room is the column at which text ends; what ends the entry goes on to the width.
	room int
	// mark stands before the first line; the others stand in.
	mark   string
	indent int
	text   string
	// end stands at the end of the last line, with at least a gap before it.
	end string
	gap int
}

// laid lays out text after a mark, its other lines set in, and the clause at the end of the last line.
func laid(width int, mark string, indent int, text, clause string) []string {
	return laidOut(entry{width: width, room: width, mark: mark, indent: indent, text: text, end: cited(clause), gap: 1})
}

// cited is the id of a clause as it is printed.
func cited(clause string) string {
	if clause == "" {
		return ""
	}
	return "[" + clause + "]"
}

// laidOut lays out an entry. Where the last line has no room for the end, it breaks before its last word;
// so the end has a line of its own only where not even one word fits beside it.
func laidOut(e entry) []string {
	lines := filled(e.room, e.mark, e.indent, words(e.text))
	if last := &lines[len(lines)-1]; e.end != "" && last.used > e.width-e.gap-Count(e.end) {
		n := len(last.words)
		next := begun(strings.Repeat(" ", e.indent), last.words[max(0, n-1):])
		if n > 1 && next.used+Count(last.words[n-1]) <= e.width-e.gap-Count(e.end) {
			next.add()
			last.drop()
		}
		lines = append(lines, next)
	}
	out := make([]string, len(lines))
	for i := range lines {
		out[i] = strings.TrimRight(lines[i].String(), " ")
	}
	out[len(out)-1] = pushed(e.width, out[len(out)-1], e.end)
	for i := range out {
		out[i] = spaced(out[i])
	}
	return out
}

// line is a line while it is filled: what stands before its words, the words, and the columns that all
// of it takes. Its words are a stretch of those of the text, so that filling it takes no memory.
type line struct {
	lead  string
	words []string
	used  int
}

// begun is a line without words; rest are the words of the text from its first on.
func begun(lead string, rest []string) line {
	return line{lead: lead, words: rest[:0], used: Count(lead)}
}

// add puts the next word of the text on the line. There is one.
func (l *line) add() {
	n := len(l.words)
	if n > 0 {
		l.used++
	}
	l.words = l.words[:n+1]
	l.used += Count(l.words[n])
}

// String is the line, with spaces at its end if its lead has them.
func (l *line) String() string {
	n := len(l.lead) + len(l.words)
	for _, w := range l.words {
		n += len(w)
	}
	var out strings.Builder
	out.Grow(n)
	out.WriteString(l.lead)
	for i, w := range l.words {
		if i > 0 {
			out.WriteByte(' ')
		}
		out.WriteString(w)
	}
	return out.String()
}

// drop takes the last of several words off the line.
func (l *line) drop() {
	last := len(l.words) - 1
	l.used -= 1 + Count(l.words[last])
	l.words = l.words[:last]
}

// usualLines is how many lines nearly every entry fits in.
const usualLines = 4

// filled breaks words into lines, each as full as it can be. There is at least one.
func filled(width int, mark string, indent int, words []string) []line {
	lines := append(make([]line, 0, usualLines), begun(mark, words))
	for i, w := range words {
		last := &lines[len(lines)-1]
		if len(last.words) > 0 && last.used+1+Count(w) > width {
			lines = append(lines, begun(strings.Repeat(" ", indent), words[i:]))
			last = &lines[len(lines)-1]
		}
		last.add()
	}
	return lines
}

// pushed is a line with its end against the right edge; where the line is empty, the end may be as wide
// as it is.
func pushed(width int, line, end string) string {
	if end == "" {
		return strings.TrimRight(line, " ")
	}
	least := 1
	if line == "" {
		least = 0
	}
	return line + strings.Repeat(" ", max(least, width-Count(line)-Count(end))) + end
}
