package page

import (
	"slices"

	"windscreen/engine/family"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// MaySay is what the first screen says, while telling the family waits, of what may be said all the same: to those who know, or
// that a child must be seen today. It is empty where nothing may be said, and where telling does not wait.
func MaySay(a *family.Answer) string {
	m := makingOf(a)
	if !m.waits() {
		return ""
	}
	return m.maySay()
}

// maySay is what may be said while telling waits; empty if nothing may.
func (m *making) maySay() string {
	switch seen := m.seenToday(); {
	case m.goesOn():
		return goOnAlone
	case m.known() && seen && m.f.Reader.InSocialCare():
		return saySeenOnly
	case m.known() && seen:
		return sayPassOn
	case m.known():
		return sayLittle
	case seen:
		return saySeen
	}
	return ""
}

// goesOn reports whether the rule on telling says of every child that the reader goes on talking with whoever knows. Where
// it does not, those who know may be the danger, or are to hear no more.
func (m *making) goesOn() bool {
	return !slices.ContainsFunc(m.a.Children, func(c family.Child) bool {
		return !c.Consent.Why[term.AnswerInform].Has(term.DeedGoesOn)
	})
}

// known reports whether a line says of every child that somebody in the family knows already. Nobody can be kept from telling
// what is known.
func (m *making) known() bool {
	return !slices.ContainsFunc(m.a.Children, func(c family.Child) bool {
		return !slices.ContainsFunc(c.Consent.Answered, func(l recommendation.Line) bool { return l.Has(term.DeedKnown) })
	})
}

// seenToday reports whether the reader sees to it that a child is seen today, which whoever has the child must be told.
func (m *making) seenToday() bool {
	return slices.ContainsFunc(m.f.Actions, func(a family.Action) bool {
		return a.State == term.NowDue && m.mine(a.Doing) && a.Has(term.DeedSeenToday)
	})
}
