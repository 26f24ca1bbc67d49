package page

import (
	"slices"
	"strings"

	"windscreen/engine/family"
	"windscreen/engine/internal/english"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// copySteps are what some people can do: answer, ask, and ring somebody.
func (m *making) copySteps(who []recommendation.Person) Section {
	s := Section{Heading: "What you can do", Entries: []Entry{}}
	var asked family.Of
	var cite []string
	for _, a := range m.f.Agreement {
		if term.Agreement(a.Value) == term.AgreementRequired && m.outcome(a.Of) == "" {
			asked.Children = append(asked.Children, a.Children...)
			cite = append(cite, a.Why.Cite...)
		}
	}
	if n := len(asked.Children); n > 0 {
		asked.All = n == len(m.f.Rows)
		s.Entries = append(s.Entries, Entry{Text: forSome(asked, copyAnswer), Cite: cite, Children: labels(asked)})
	}
	s.Entries = append(s.Entries, Entry{Text: copyAsk})
	rung := map[string]bool{}
	for _, x := range m.told() {
		c := x.ring
		if c == nil {
			continue
		}
		if says := ringing(c, m.f.AsOf.Time); says != "" && !rung[says] {
			rung[says] = true
			s.Entries = append(s.Entries, Entry{Text: english.Sentences("To ask about it, ring the " + c.Name + ": " + says), Cite: c.Cite,
				Contact: c})
		}
	}
	if c := m.crisisLine(who); c != nil {
		text := english.Sentences(copyCrisis + c.Name + ": " + ringing(c, m.f.AsOf.Time))
		s.Entries = append(s.Entries, Entry{Text: text, Cite: c.Cite, Contact: c})
	}
	s.Entries = append(s.Entries, Entry{Text: copyDanger})
	return s
}

// crisisLine is whom to ring in a crisis, by a rule that allows a copy for one of some people. Such a rule gives it whatever the
// case says, so that it gives nobody away.
func (m *making) crisisLine(who []recommendation.Person) *recommendation.Contact {
	children := m.a.Children
	if m.one != nil {
		children = []family.Child{*m.one}
	}
	for _, c := range children {
		for _, l := range c.Consent.Copy {
			if l.ForFamily != nil && l.ForFamily.Ring != nil && slices.ContainsFunc(who,
				func(p recommendation.Person) bool { return p.Name == l.To }) {
				return l.ForFamily.Ring
			}
		}
	}
	return nil
}

// toldStep is a step that the family is told of.
type toldStep struct {
	Entry
	ring *recommendation.Contact
}

// told are the steps that have a text for the family: what is due at once first, then what has a date, in order of time. What
// needs an agreement that was refused is not among them.
func (m *making) told() []toldStep {
	var first, dated, later []toldStep
	for _, a := range m.f.Actions {
		if a.State != term.NowDue || m.saysToFamily(a.Rule) == "" {
			continue
		}
		x, ok := m.tellStep(a.Rule, a.Of, a.Doing, a.Agreement)
		if !ok {
			continue
		}
		if a.Immediate {
			x.Label = now
			first = append(first, x)
			continue
		}
		if len(a.Due) > 0 {
			x.Label = copyNoDate
		}
		if at, late := running(a.Due); !at.IsZero() {
			x.When, x.Label, x.Cite = at, dueAt(at.Time), limitFirst(x.Cite, a.Due, at)
			if late {
				x.Text = copyLate + x.Text
			}
			dated = append(dated, x)
			continue
		}
		later = append(later, x)
	}
	for _, s := range m.f.Pathway {
		if x, ok := m.tellStep(s.Rule, s.Of, s.Doing, ""); ok && m.saysToFamily(s.Rule) != "" {
			later = append(later, x)
		}
	}
	slices.SortStableFunc(dated, func(a, b toldStep) int { return a.When.Compare(b.When.Time) })
	return slices.Concat(first, dated, later)
}

// tellStep is a step as the family is told of it.
func (m *making) tellStep(r recommendation.Rule, of family.Of, d recommendation.Doing, own term.Agreement) (toldStep, bool) {
	text := m.saysToFamily(r)
	if slices.Contains(d.Needs, term.AwaitsAgreement) || own == term.AgreementRequired {
		switch m.outcome(of) {
		case term.OutcomeRefused:
			return toldStep{}, false
		case term.OutcomeGiven:
			if rest, ok := strings.CutPrefix(text, copyOnceAgreed); ok {
				text = english.UpperFirst(rest)
			}
		case "": // nobody has answered
			if !strings.HasPrefix(text, copyOnceAgreed) {
				text = copyIfAgreed + english.LowerFirst(text)
			}
		}
	}
	x := toldStep{Entry: Entry{Text: forSome(of, english.Stopped(text)), Cite: r.Cite, Rule: r.ID, Children: labels(of)}}
	if r.ForFamily != nil {
		x.ring = r.ForFamily.Ring
	}
	return x, true
}

// running is the first deadline whose clock has started, and whether it has passed.
func running(list []recommendation.Due) (at recommendation.Moment, late bool) {
	for _, d := range list {
		if !d.Assumed && !d.At.IsZero() && !d.AtOnce && (at.IsZero() || d.At.Before(at.Time)) {
			at, late = d.At, d.Overdue
		}
	}
	return at, late
}

// copyNext is what happens next, and by when.
func (m *making) copyNext() Section {
	s := Section{Heading: "What happens next", Entries: []Entry{}}
	for _, x := range m.told() {
		s.Entries = append(s.Entries, x.Entry)
	}
	if len(s.Entries) == 0 {
		s.Entries = append(s.Entries, Entry{Text: copyNothing})
	}
	return s
}
