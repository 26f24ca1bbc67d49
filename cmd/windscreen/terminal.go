package main

import (
	"io"
	"strings"

	"golang.org/x/term"

	"windscreen/engine/diagnostic"
	"windscreen/engine/render"
)

// columnsOf returns how wide a terminal is, 0 where that cannot be told, and
// whether the stream is a terminal at all.
func columnsOf(stream io.Writer) (columns int, ok bool) {
	f, ok := stream.(interface{ Fd() uintptr })
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return 0, false
	}
	columns, _, err := term.GetSize(int(f.Fd()))
	if err != nil {
		return 0, true
	}
	return columns, true
}

// colour reports whether to use colour.
func (a *app) colour() bool {
	_, ok := a.terminal()
	return ok && a.env("NO_COLOR") == "" && a.env("TERM") != "dumb"
}

// narrowest is the least width that text is fitted to.
const narrowest = 20

// width is how many columns text may take: those of the terminal, but never so
// many that lines are hard to read.
func (a *app) width() int {
	if columns, ok := a.terminal(); ok && columns > 0 {
		return min(max(columns, narrowest), render.DefaultWidth)
	}
	return render.DefaultWidth
}

// paragraph wraps text to a width. The first line follows a mark, and the others
// are set in; each is as full as it can be.
func paragraph(width int, mark string, indent int, s string) string {
	// What the mark takes of the first line stands before the text while it is wrapped.
	room := strings.Repeat("_", max(0, len(mark)-indent))
	lines := render.Wrap(room+diagnostic.OneLine(s), max(narrowest, width)-indent)
	return mark + strings.TrimPrefix(strings.Join(lines, "\n"+strings.Repeat(" ", indent)), room) + "\n"
}
