package render

import (
	"strings"
	"unicode"

	"windscreen/engine/diagnostic"
)

// wrap breaks s at its spaces, though not at an unbroken one, into lines of at
// most width columns. A word wider than that stands alone on its line. It counts
// columns of a terminal, not characters: some scripts take two columns for one.
func wrap(s string, width int) []string {
	var lines []string
	line, used := "", 0
	for _, word := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' }) {
		n := columns(word)
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

// wide are the scripts and signs whose characters take two columns.
var wide = &unicode.RangeTable{
	R16: []unicode.Range16{
		{Lo: 0x1100, Hi: 0x115F, Stride: 1}, {Lo: 0x2E80, Hi: 0x303E, Stride: 1},
		{Lo: 0x3041, Hi: 0xA4CF, Stride: 1}, {Lo: 0xA960, Hi: 0xA97F, Stride: 1},
		{Lo: 0xAC00, Hi: 0xD7A3, Stride: 1}, {Lo: 0xF900, Hi: 0xFAFF, Stride: 1},
		{Lo: 0xFE30, Hi: 0xFE6F, Stride: 1}, {Lo: 0xFF00, Hi: 0xFF60, Stride: 1},
		{Lo: 0xFFE0, Hi: 0xFFE6, Stride: 1},
	},
	R32: []unicode.Range32{
		{Lo: 0x16FE0, Hi: 0x18AFF, Stride: 1}, {Lo: 0x1B000, Hi: 0x1B2FF, Stride: 1},
		{Lo: 0x1F300, Hi: 0x1F64F, Stride: 1}, {Lo: 0x1F680, Hi: 0x1F6FF, Stride: 1},
		{Lo: 0x1F900, Hi: 0x1F9FF, Stride: 1}, {Lo: 0x20000, Hi: 0x3FFFD, Stride: 1},
	},
}

// columns is how many columns of a terminal s takes.
func columns(s string) int {
	n := 0
	for _, r := range s {
		switch {
		case unicode.In(r, unicode.Mn, unicode.Me):
		case unicode.Is(wide, r):
			n += 2
		default:
			n++
		}
	}
	return n
}
