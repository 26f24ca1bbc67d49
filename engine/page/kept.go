package page

import (
	"cmp"
	"slices"

	"windscreen/engine/family"
	"windscreen/engine/internal/english"
	"windscreen/engine/term"
)

// kept reports whether, for one of some children, somebody must not be told.
func (m *making) kept(of family.Of) bool {
	return slices.ContainsFunc(m.a.Children, func(c family.Child) bool {
		return slices.Contains(of.Children, c.Child) && stands(KeptFrom, c.Recommendation)
	})
}

// keptAgreement is what stands on agreement while somebody must not be told. It says neither who answered
// nor what: whoever comes upon the page must not learn from it who spoke.
func (m *making) keptAgreement(a family.AnswerOf, lead string) string {
	if a.Value != string(term.AgreementRequired) {
		return m.row(lead, a.Why)
	}
	for _, l := range m.linesOf(term.AnswerAnswered, a.Of) {
		if l.ForFamily != nil && l.ForFamily.NoCopy {
			return english.Stopped(l.Short)
		}
	}
	return english.Sentences(lead+m.givenApart(a), cmp.Or(m.shortOf(term.AnswerFrom, a.Of), a.Why.Short))
}

// givenApart says that agreement was given, without a name, where the reader goes on with those who know: so much the page says of
// them already. It is empty otherwise.
func (m *making) givenApart(a family.AnswerOf) string {
	if !m.goesOn() {
		return ""
	}
	for _, l := range m.answered(a.Of, a.Value) {
		if l.Outcome == term.OutcomeGiven && l.Unnamed != "" {
			return ", and " + l.Unnamed
		}
	}
	return ""
}
