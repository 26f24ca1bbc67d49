package page

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"windscreen/engine/internal/columns"
	"windscreen/engine/internal/english"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// oldDocument is how many years older than the case a document is when the page first says so.
const oldDocument = 3

// head is what the page begins with. The higher of a judgement and the recommendation leads.
func (m *making) head(p *Page) Head {
	h := Head{Do: m.do(p), Under: []Entry{}, Warnings: []Entry{}}
	l := m.f.Level
	here := l.Recommended
	// The first of the texts that fits the line is taken: the scale has the name of the level.
	higher, highest, alone := possible, possibleTo, nothing
	j := m.judgement()
	if strings.HasPrefix(h.Do, actNow) && (j == nil || j.Level <= l.Recommended) {
		higher, highest, alone = floor, floorTo, floorAlone
	}
	texts, cite := []string{m.levelSays(true, higher), m.levelSays(false, higher), m.levelSays(false, highest),
		m.levelSays(false, alone)}, m.levelCite()
	if j != nil && j.Differs {
		number := fmt.Sprintf("Judged level %d", j.Level)
		judged := number + ", " + j.Name + judge(j.By)
		here = max(here, j.Level)
		until := actOn(here)
		if j.Level > l.Recommended {
			var under []string
			for _, text := range texts {
				under = append(under, english.Sentences("Recommended: "+english.LowerFirst(text), until))
			}
			e := Entry{Cite: cite}
			e.Text = fittedBeside(FirstClause(e), under...)
			h.Under = append(h.Under, e)
			texts, cite = []string{english.Stopped(judged), english.Stopped(number + judge(j.By))}, nil
		} else {
			h.Under = append(h.Under, Entry{Text: fitted(english.Sentences(judged, until), english.Sentences(number+judge(j.By), until),
				english.Sentences(number, until))})
		}
	}
	for _, text := range texts {
		h.Level = Entry{Text: m.ofChild(text), Cite: cite}
		if len(columns.Head(Width, HeadLine(h), "")) == 1 {
			break
		}
	}
	h.Under = append(h.Under, m.unborn()...)
	h.Under = append(h.Under, m.grounds()...)
	for _, r := range l.Scale {
		h.Scale = append(h.Scale, Rung{Level: r.Level, Name: r.Name, Here: r.Level == here,
			Possible: r.Level != here && r.Level > min(here, l.Recommended) && r.Level <= l.AtMost})
	}
	h.Document, h.reader, h.id = m.document(), m.reader(), m.f.Case
	h.Warnings = m.documentWarnings(p)
	if m.hidesReasons() {
		h.Warnings = append(h.Warnings, m.worseInNumber()...)
		return h
	}
	h.Warnings = append(h.Warnings, m.contradictions()...)
	h.evidence = m.contradicted()
	return h
}

// actOn says which level is acted on while a judgement and the rules differ: the higher of the two.
func actOn(level int) string { return fmt.Sprintf("Until that is settled, act on level %d", level) }

// ofChild puts the label of the child before a text, on the page for one child of several.
func (m *making) ofChild(text string) string {
	if m.one == nil || m.oneOf < 2 {
		return text
	}
	return fmt.Sprintf("%s (of %s children): %s", english.UpperFirst(m.one.Child), english.Number(m.oneOf), english.LowerFirst(text))
}

// judge says who judged.
func judge(who string) string {
	if who == "" {
		return ""
	}
	return ", by " + english.LowerFirst(who)
}

// judgement is the judgement recorded for the child; nil if there is none, or on a page for several.
func (m *making) judgement() *recommendation.Judgement {
	if m.one == nil {
		return nil
	}
	return m.one.Judgement
}

// higherLevels puts into words which levels higher than one are still possible.
type higherLevels func(from, to int, scale []recommendation.Rung) string

// nothing says nothing of them, so that only the scale shows them.
func nothing(int, int, []recommendation.Rung) string { return "" }

// levelSays is the level, with or without its name, and what is still possible.
func (m *making) levelSays(named bool, higher higherLevels) string {
	l := m.f.Level
	if l.Recommended == 0 && l.Name == "" {
		return "No level is recommended."
	}
	level := fmt.Sprintf("level %d", l.Recommended)
	if named && l.Name != "" {
		level += ", " + l.Name
	}
	if l.AtMost > l.Recommended {
		level = "at least " + level
	}
	if m.one == nil {
		level += ", for " + m.forHowMany(len(l.Children))
	}
	text := higher(l.Recommended, l.AtMost, l.Scale)
	if strings.HasPrefix(text, notSettled) {
		return english.Stopped(english.UpperFirst(level + ", " + text))
	}
	return english.Sentences(level, text)
}

// forHowMany says for how many of the children something is.
func (m *making) forHowMany(n int) string {
	all := len(m.a.Children)
	switch {
	case n == all && all == 2:
		return "both children"
	case n == all:
		return "all " + english.Number(all) + " children"
	}
	return english.Number(n) + " of " + english.Number(all) + " children"
}

// possible says which higher levels are still possible.
func possible(from, to int, scale []recommendation.Rung) string {
	higher := levelsFrom(from+1, to, scale)
	switch len(higher) {
	case 0:
		return ""
	case 1:
		return "Level " + higher[0] + " is possible"
	}
	return "Levels " + english.And(higher) + " are possible"
}

// levelsFrom are the numbers of the levels from one to another.
func levelsFrom(from, to int, scale []recommendation.Rung) []string {
	var out []string
	for _, r := range scale {
		if r.Level >= from && r.Level <= to {
			out = append(out, fmt.Sprint(r.Level))
		}
	}
	return out
}

// possibleTo says the same as possible, more shortly if there are more than two.
func possibleTo(from, to int, scale []recommendation.Rung) string {
	if to-from > 2 {
		return fmt.Sprintf("Levels %d to %d are possible", from+1, to)
	}
	return possible(from, to, scale)
}

// notSettled begins what is said of higher levels where something is due at once. The first line then says both how low the
// level may be and that nobody waits, and whoever reads only the number must not take it for the answer.
const notSettled = "and not settled"

// floor says which higher levels are still possible where something is due at once.
func floor(from, to int, scale []recommendation.Rung) string {
	higher := levelsFrom(from+1, to, scale)
	if len(higher) == 0 {
		return ""
	}
	return notSettled + ": it may be " + english.Or(higher)
}

// floorTo names only the highest of them, and floorAlone none.
func floorTo(from, to int, _ []recommendation.Rung) string {
	if to <= from {
		return ""
	}
	return fmt.Sprintf("%s: it may be %d", notSettled, to)
}

func floorAlone(from, to int, _ []recommendation.Rung) string {
	if to <= from {
		return ""
	}
	return notSettled
}

// levelCite are the clauses of the level. The screen shows none of them beside the level itself.
func (m *making) levelCite() []string {
	if m.one == nil {
		return nil
	}
	return m.one.Level.Cite
}

// grounds says in one line which statutory ground holds, the gravest if there are several. The page for several
// children says for whom, unless it is for all; the page for one child adds a second ground if there is room.
func (m *making) grounds() []Entry {
	var e Entry
	var names, children []string // the children for whom the first of the names holds
	var sections []string
	for _, row := range m.f.Rows {
		for _, g := range row.Grounds {
			says := cmp.Or(g.Short, g.Title)
			if !slices.Contains(names, says) {
				names, sections = append(names, says), append(sections, cmp.Or(english.UpperFirst(g.Section()), says))
				e.Cite = append(e.Cite, g.Cite...)
			}
			if says == names[0] && !slices.Contains(children, row.Child) {
				children = append(children, row.Child)
			}
		}
	}
	if len(names) == 0 {
		return nil
	}
	e.Text = english.Stopped(names[0])
	e.citeFitting()
	switch {
	case m.one == nil && len(children) < len(m.a.Children):
		// A label in brackets would read as a subsection.
		who := ", for " + english.And(children)
		e.Text = english.Stopped(names[0] + who)
		e.citeFitting()
		e.Text = fittedBeside(FirstClause(e), e.Text, english.Stopped(sections[0]+who))
	case m.one != nil && len(names) > 1:
		if sections[1] != sections[0] {
			e.fitting(e.Text + " " + english.Stopped("Also "+english.LowerFirst(sections[1])))
		}
	}
	return []Entry{e}
}

// fitting takes a longer text if that fits on one line.
func (e *Entry) fitting(longer string) {
	if len(columns.Head(Width, longer, FirstClause(*e))) == 1 {
		e.Text = longer
	}
}

// citeFitting puts first a clause that leaves the entry on one line, if there is one.
func (e *Entry) citeFitting() {
	for i, id := range e.Cite {
		if len(columns.Head(Width, e.Text, id)) == 1 {
			e.Cite = slices.Concat([]string{id}, e.Cite[:i], e.Cite[i+1:])
			return
		}
	}
}

// notYetBorn is the kind of an entry that says that a child is not yet born.
const notYetBorn = "not yet born"

// unborn says which of the children are not yet born, and when the birth is expected.
func (m *making) unborn() []Entry {
	var out []Entry
	for _, c := range m.a.Children {
		if !c.Unborn {
			continue
		}
		text := "Not yet born"
		if !c.ExpectedOn.IsZero() {
			text += ", expected " + day(c.ExpectedOn, m.f.AsOf)
		}
		e := Entry{Text: english.Stopped(text), kind: notYetBorn}
		if m.one == nil {
			e.Text, e.Children = english.UpperFirst(c.Child)+": "+english.LowerFirst(e.Text), []string{c.Child}
		}
		out = append(out, e)
	}
	return out
}

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

// actNow begins the phrase of a page on which something is due at once.
const actNow = "Act now"

// do is what the page calls for, in one phrase.
func (m *making) do(p *Page) string {
	due, now, dated := 0, false, false
	for _, e := range p.Steps.Entries {
		now = now || e.Now
		if e.Due {
			due++
			dated = dated || !e.When.IsZero()
		}
	}
	switch {
	case m.danger():
		return actNow + ", by telephone"
	case now:
		return actNow
	case m.waits():
		return "Take advice first"
	case m.outcome(m.everyone()) == term.OutcomeRefused:
		return "Agreement refused"
	case !m.f.Level.Settled && !m.acts():
		return "Find out more"
	case due == 0:
		return "Nothing is due"
	case due == 1 && dated:
		return "A step is due"
	case due == 1:
		return "A step to take"
	case dated:
		return "Steps are due"
	}
	return "Steps to take"
}

// danger reports whether something is to be done before anything else.
func (m *making) danger() bool {
	for _, a := range m.f.Actions {
		if a.First && a.State == term.NowDue {
			return true
		}
	}
	return false
}

// acts reports whether the reader has an action to take, beyond asking and offering help.
func (m *making) acts() bool {
	for _, a := range m.f.Actions {
		if a.State == term.NowDue && m.mine(a.Doing) {
			return true
		}
	}
	return false
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
