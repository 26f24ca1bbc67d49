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
		next := begun(strings.Repeat(" ", e.indent))
		if n := len(last.words); n > 1 && next.used+Count(last.words[n-1]) <= e.width-e.gap-Count(e.end) {
			next.add(last.words[n-1])
			last.drop()
		}
		lines = append(lines, next)
	}
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = strings.TrimRight(l.lead+strings.Join(l.words, " "), " ")
	}
	out[len(out)-1] = pushed(e.width, out[len(out)-1], e.end)
	for i := range out {
		out[i] = spaced(out[i])
	}
	return out
}

// line is a line while it is filled: what stands before its words, the words, and the columns that all
// of it takes.
type line struct {
	lead  string
	words []string
	used  int
}

func begun(lead string) line { return line{lead: lead, used: Count(lead)} }

func (l *line) add(word string) {
	if len(l.words) > 0 {
		l.used++
	}
	l.words, l.used = append(l.words, word), l.used+Count(word)
}

// drop takes the last of several words off the line.
func (l *line) drop() {
	last := len(l.words) - 1
	l.used -= 1 + Count(l.words[last])
	l.words = l.words[:last]
}

// filled breaks words into lines, each as full as it can be. There is at least one.
func filled(width int, mark string, indent int, words []string) []line {
	lines := []line{begun(mark)}
	for _, w := range words {
		last := &lines[len(lines)-1]
		if len(last.words) > 0 && last.used+1+Count(w) > width {
			lines = append(lines, begun(strings.Repeat(" ", indent)))
			last = &lines[len(lines)-1]
		}
		last.add(w)
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
