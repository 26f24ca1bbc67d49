package page

import (
	"slices"

	"windscreen/engine/family"
	"windscreen/engine/term"
)

// The source of a question that only the family could answer, while nobody may ask them; youDecide where social care reads it.
// Whoever refers has often met the child or the family, and says first what they know themselves.
const (
	you        = "you"
	nobodyElse = "social care decides"
	youDecide  = "you decide who asks"
)

// whenOpen stands behind a source whom nobody reaches at the moment of the case.
const whenOpen = " when open"

// sources are those who could answer a question. With apart, the family is not among them, because nobody may ask it.
func (m *making) sources(q family.QuestionOf, apart bool) []string {
	who := slices.Clone(q.Who)
	if apart {
		who = slices.DeleteFunc(who, func(w string) bool { return q.Is(w, term.WhomHasChild) || slices.Contains(q.Family, w) })
		if len(who) > 1 {
			who = slices.DeleteFunc(who, func(w string) bool { return q.Is(w, term.WhomWasTold) })
		}
		if met := len(who) > 0 && len(who) < len(q.Who); met && !m.f.Reader.InSocialCare() && !slices.Contains(who, you) {
			who = slices.Insert(who, 0, you)
		}
	}
	if others := slices.DeleteFunc(slices.Clone(who), are(q, term.WhomOfPupils)); len(others) > 0 && m.notYetBorn(q.Children) {
		who = others
	}
	if others := slices.DeleteFunc(slices.Clone(who), are(q, term.WhomSocialOwn)); len(others) > 0 && m.f.Reader.InSocialCare() {
		who = others
	}
	switch {
	case len(who) == 0 && m.f.Reader.InSocialCare():
		return []string{youDecide}
	case len(who) == 0:
		return []string{nobodyElse}
	}
	return m.reachedFirst(who, are(q, term.WhomByDay))
}

// reachedFirst are the first of some sources: on a day off, or in the evening or at night while something is due at once,
// those who can be reached then. Shut reports whether nobody reaches a source then.
func (m *making) reachedFirst(who []string, shut func(string) bool) []string {
	now := m.f.AsOf
	if !now.IsZero() && (dayOff(now.Time) || outOfHours(now.Time) && m.presses()) {
		slices.SortStableFunc(who, func(a, b string) int { return compareBool(shut(a), shut(b)) })
		if shut(who[0]) {
			return []string{who[0] + whenOpen}
		}
		who = slices.DeleteFunc(who, shut)
	}
	return who[:min(mostWho, len(who))]
}

// presses reports whether the reader has something to do at once.
func (m *making) presses() bool {
	return slices.ContainsFunc(m.f.Actions, func(a family.Action) bool {
		return a.State == term.NowDue && a.Immediate && m.mine(a.Doing)
	})
}

// are is what reports whether a source of a question is of a kind.
func are(q family.QuestionOf, kind term.Whom) func(string) bool {
	return func(who string) bool { return q.Is(who, kind) }
}

// notYetBorn reports whether none of some children is born yet.
func (m *making) notYetBorn(labels []string) bool {
	return !slices.ContainsFunc(labels, func(label string) bool {
		c := m.child(label)
		return c == nil || !c.Unborn
	})
}
