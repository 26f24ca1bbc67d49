package main

import (
	"fmt"

	"windscreen/engine/diagnostic"
	"windscreen/engine/page"
	"windscreen/engine/render"
)

// copies prints the copies for the families of some answers. If there must be none for one of them, it says
// why and prints none at all.
func (a *app) copies(answers []render.Named, f render.Format) error {
	var list []render.NamedCopy
	var none []string
	for _, n := range answers {
		c, err := page.CopyOf(n.Answer, n.Child)
		if err != nil {
			none = append(none, n.File+": "+err.Error())
			continue
		}
		list = append(list, render.NamedCopy{File: n.File, Copy: c})
	}
	if len(none) > 0 {
		for _, line := range none {
			_, _ = fmt.Fprintln(a.stderr, diagnostic.Visible(line))
		}
		return errFindings
	}
	return show(a, render.Copies, f, list, render.Options{})
}
