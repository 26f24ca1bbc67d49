package main

import (
	"io"

	"golang.org/x/term"

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
