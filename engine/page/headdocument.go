package page

import (
	"cmp"
	"fmt"
	"strings"

	"windscreen/engine/internal/english"
	"windscreen/engine/term"
)

// document is the document, the moment of the case, whom the page is for and the case's id.
func (m *making) document() string {
	d := m.f.Document
	name := cmp.Or(english.UpperFirst(strings.NewReplacer("-", " ", "_", " ").Replace(d.Council)), d.Title)
	if edition, _, _ := strings.Cut(d.Edition, ","); edition != "" {
		name = strings.TrimPrefix(name+", "+edition, ", ")
	}
	at := ""
	if !m.f.AsOf.IsZero() {
		at = m.f.AsOf.Format("Mon 2 Jan 2006 at 15:04")
	}
	text := english.Sentences(name, at)
	if with := english.Sentences(text, m.reader()); len([]rune(with)) <= Width {
		text = with
	}
	id := m.f.Case
	if id == "" {
		return text
	}
	for _, with := range []string{text, strings.Replace(text, " at ", " ", 1)} {
		if with = strings.TrimSpace(with + " " + id); len([]rune(with)) <= Width {
			return with
		}
	}
	return text
}

// reader says whom the page is for; empty if the case does not say.
func (m *making) reader() string {
	if m.f.Reader == "" {
		return ""
	}
	return "For " + term.Says(m.f.Reader) + "."
}

// documentWarnings say that the document was not in force, or that it is old. Whoever is told to check its numbers
// finds one on the page.
func (m *making) documentWarnings(p *Page) []Entry {
	d := m.f.Document
	switch {
	case !d.InForce && !(d.InForceFrom.IsZero() && d.InForceTo.IsZero()):
		text := "This document was not in force: it ran"
		if !d.InForceFrom.IsZero() {
			text += " from " + d.InForceFrom.Format("2 Jan 2006")
		}
		if !d.InForceTo.IsZero() {
			text += " to " + d.InForceTo.Format("2 Jan 2006")
		}
		return []Entry{{Text: text + ".", brief: "Not in force then."}}
	case d.InForce && d.YearsOld >= oldDocument:
		e := Entry{Text: fmt.Sprintf("This document is %d years older than the case.", d.YearsOld), brief: "Old document."}
		if strings.HasPrefix(m.printed(p), "Numbers") {
			e.Text, e.brief = e.Text+" Check its numbers.", "Old: check its numbers."
		}
		return []Entry{e}
	}
	return nil
}

// foot is what the reader of any page must know.
func (m *making) foot(p *Page) string {
	whose := "For professionals"
	if p.namesSources() {
		whose += ": it says who reported what"
	}
	return english.Sentences(whose,
		"Not legal advice; professional judgement has the last word", m.printed(p))
}

// printed says of what year the numbers on the page are, or the addresses; empty if there are none.
func (m *making) printed(p *Page) string {
	printed := ""
	for _, e := range p.Steps.Entries {
		c := e.Contact
		switch {
		case ringing(c, m.f.AsOf.Time) == "" || c.AsPrinted == "":
		case c.Phone != "" || c.Now != nil:
			printed = "Numbers as printed in " + c.AsPrinted
		case printed == "":
			printed = "Addresses as printed in " + c.AsPrinted
		}
	}
	return printed
}
