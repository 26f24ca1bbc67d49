package main

import (
	"fmt"
	"strings"

	"windscreen/engine/diagnostic"
	"windscreen/engine/page"
	"windscreen/engine/render"
)

// copies prints the copies for the families of some answers. If there must be none for one of them, it says
// why and prints none at all.
func (a *app) copies(answers []render.Named, f render.Format) error {
	var list []render.NamedCopy
	var none, ask []string
	for _, n := range answers {
		c, err := page.CopyOf(n.Answer, n.Child)
		if err != nil {
			none = append(none, n.File+": "+err.Error())
			continue
		}
		list = append(list, render.NamedCopy{File: n.File, Copy: c})
		if questions := page.BeforeCopy(n.Answer); len(questions) > 0 {
			ask = append(ask, n.File+": before you hand it over: "+strings.Join(questions, " ")+
				" The copy is for nobody who must not be told, nor for anybody who may pass it on to them.")
		}
	}
	if len(none) > 0 {
		a.say(none)
		return errFindings
	}
	a.say(ask)
	return show(a, render.Copies, f, list, render.Options{})
}

// say prints lines for people to standard error.
func (a *app) say(lines []string) {
	for _, line := range lines {
		_, _ = fmt.Fprintln(a.stderr, diagnostic.Visible(line))
	}
}
