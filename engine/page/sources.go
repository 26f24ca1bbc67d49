package page

import (
	"slices"

	"windscreen/engine/family"
	"windscreen/engine/term"
)

// The source of a question that only the family could answer, while nobody may ask them; youDecide where social care reads it.
const (
	nobodyElse = "social care decides"
	youDecide  = "you decide who asks"
)

// whoeverWasTold is a source that tells whoever comes upon the page that somebody spoke, and whoeverHasTheChild one that
// may be the person who is feared.
const (
	whoeverWasTold     = "whoever was told"
	whoeverHasTheChild = "whoever has the child"
)

// ownDesk is a source that asks itself where children's social care reads the page.
const ownDesk = "children's social care"

// byDay are sources whom nobody reaches in the evening, at the weekend or on a bank holiday, and ofPupils those who do not
// know a child who is not yet born.
var (
	byDay = []string{"school", "nursery", "GP", "school nurse", "health visitor", "SENCO", "education welfare", "education psychologist",
		"children's centre", "careers service", "job centre", "dentist", "court", "paediatrician", "disability service", "speech therapist"}
	ofPupils = []string{"school", "nursery", "school nurse", "SENCO", "education welfare", "education psychologist", "careers service"}
)

// whenOpen stands behind a source whom nobody reaches at the moment of the case.
const whenOpen = " when open"

// sources are those who could answer a question. With apart, the family is not among them, because nobody may ask it.
func (m *making) sources(q family.QuestionOf, apart bool) []string {
	who := slices.Clone(q.Who)
	if apart {
		who = slices.DeleteFunc(who, func(w string) bool { return w == whoeverHasTheChild || slices.Contains(q.Family, w) })
		if len(who) > 1 {
			who = slices.DeleteFunc(who, func(w string) bool { return w == whoeverWasTold })
		}
	}
	if others := slices.DeleteFunc(slices.Clone(who), oneOf(ofPupils)); len(others) > 0 && m.notYetBorn(q.Children) {
		who = others
	}
	if others := slices.DeleteFunc(slices.Clone(who), oneOf([]string{ownDesk})); len(others) > 0 && m.f.Reader.InSocialCare() {
		who = others
	}
	switch {
	case len(who) == 0 && m.f.Reader.InSocialCare():
		return []string{youDecide}
	case len(who) == 0:
		return []string{nobodyElse}
	}
	return m.reachedFirst(who)
}

// reachedFirst are the first of some sources: on a day off, or in the evening or at night while something is due at once,
// those who can be reached then.
func (m *making) reachedFirst(who []string) []string {
	now := m.f.AsOf
	if shut := oneOf(byDay); !now.IsZero() && (dayOff(now.Time) || outOfHours(now.Time) && m.presses()) {
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

// oneOf is what reports whether a word is in a list.
func oneOf(list []string) func(string) bool {
	return func(word string) bool { return slices.Contains(list, word) }
}

// notYetBorn reports whether none of some children is born yet.
func (m *making) notYetBorn(labels []string) bool {
	return !slices.ContainsFunc(labels, func(label string) bool {
		c := m.child(label)
		return c == nil || !c.Unborn
	})
}
