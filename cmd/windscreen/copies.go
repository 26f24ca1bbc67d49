package main

import (
	"fmt"
	"strings"

	"windscreen/engine/diagnostic"
	"windscreen/engine/page"
	"windscreen/engine/render"
)

// copies prints the copies for the families of some answers, or for one person of each if one is named. If there must
// be none for one of them, it says why and prints none at all.
func (a *app) copies(answers []render.Named, person string, f render.Format) error {
	if err := knownPerson(answers, person); err != nil {
		return err
	}
	var list []render.NamedCopy
	var none, how []string
	for _, n := range answers {
		c, err := page.CopyFor(n.Answer, n.Child, person)
		if err != nil {
			none = append(none, n.File+": "+err.Error())
			continue
		}
		for _, says := range page.HowToHand(n.Answer, n.Child, person) {
			how = append(how, n.File+": "+says)
		}
		list = append(list, render.NamedCopy{File: n.File, Copy: c})
	}
	if len(none) > 0 {
		a.say(none)
		return errFindings
	}
	a.say(how)
	return show(a, render.Copies, f, list, render.Options{})
}

// say prints lines on standard error.
func (a *app) say(lines []string) {
	for _, line := range lines {
		_, _ = fmt.Fprintln(a.stderr, diagnostic.Visible(line))
	}
}

// knownPerson refuses a person whom no copy can be for. Every answer names the same people.
func knownPerson(answers []render.Named, person string) error {
	if person == "" || len(answers) == 0 {
		return nil
	}
	var names []string
	for _, p := range answers[0].Answer.Children[0].People {
		if p.Name == person {
			return nil
		}
		names = append(names, p.Name)
	}
	if len(names) == 0 {
		return usage("--copy-for: the vocabulary has no copy_for")
	}
	return usage("--copy-for: nobody is called %q; write one of %s", person, strings.Join(names, ", "))
}
