package render

import (
	"strings"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/columns"
)

// wrap breaks s at its spaces, though not at an unbroken one, into lines of at
// most width columns. A word wider than that stands alone on its line. It counts
// columns of a terminal, not characters: some scripts take two columns for one.
func wrap(s string, width int) []string {
	var lines []string
	line, used := "", 0
	for _, word := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' }) {
		n := columns.Count(word)
		if line != "" && used+1+n > width {
			lines, line = append(lines, line), ""
		}
		if line == "" {
			line, used = word, n
			continue
		}
		line, used = line+" "+word, used+1+n
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// paragraph wraps text to a width. The first line follows a mark, and the others
// are set in; each is as full as it can be.
func paragraph(width int, mark string, indent int, s string) string {
	// What the mark takes of the first line stands before the text while it is wrapped.
	room := strings.Repeat("_", max(0, len(mark)-indent))
	lines := wrap(room+diagnostic.OneLine(s), width-indent)
	return mark + strings.TrimPrefix(strings.Join(lines, "\n"+strings.Repeat(" ", indent)), room) + "\n"
}
