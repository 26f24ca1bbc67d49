package page

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"windscreen/engine/family"
	"windscreen/engine/internal/english"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// What the page says while nothing decides a level. The lowest level is then recommended for want of anything else, and whoever
// is worried must not read it as the answer.
const (
	nothingSaid  = "Nothing has been said yet"
	askFirst     = "Ask the questions below. Until they are answered, nothing here says that no help is needed."
	tellNotKnown = "Not known yet"
	tellAdvice   = "If you suspect harm, take advice before you tell or ask them"
	ifHarm       = "If you suspect harm"
	noAnswer     = "If nobody answers, call the police: 101, or 999 in danger"
	// tellSocialCare stands behind ifHarm where no number is printed and the page is full.
	tellSocialCare = ", tell children's social care"
)

// undecided reports whether nothing decides a level yet: the lowest is recommended, and a higher one is possible.
func (m *making) undecided() bool { return m.undecidedAt(m.f.Level.Recommended) }

// undecidedAt reports the same of a level that the page leads with. Whoever judged has decided, also for the lowest.
func (m *making) undecidedAt(level int) bool {
	if j := m.judgement(); j != nil && !j.Differs {
		return false
	}
	l := m.f.Level
	return level == l.Recommended && recommendation.Undecided(l.Recommended, l.AtMost, l.Scale)
}

// silent reports whether the case says nothing yet of any of the children. If something is due, somebody said why.
func (m *making) silent() bool {
	if slices.ContainsFunc(m.f.Actions, func(a family.Action) bool { return a.State == term.NowDue }) {
		return false
	}
	for _, c := range m.a.Children {
		if !c.Areas.NothingSaid {
			return false
		}
	}
	return true
}

// undecidedSays is the first line while nothing decides a level, and shorter ones for a line that is full.
func (m *making) undecidedSays() []string {
	says := notDecided
	if m.silent() {
		says = nothingSaid
	}
	l := m.f.Level
	return []string{english.Sentences(says, eachPossible(l.Recommended, l.AtMost, l.Scale)),
		english.Stopped(fmt.Sprintf("%s: %d to %d are possible", says, l.Recommended, l.AtMost)), english.Stopped(says)}
}

// eachPossible says of a range of levels that each of them is possible.
func eachPossible(from, to int, scale []recommendation.Rung) string {
	levels := levelsFrom(from, to, scale)
	if len(levels) > 2 {
		return fmt.Sprintf("Levels %d to %d are possible", from, to)
	}
	return "Levels " + english.And(levels) + " are possible"
}

// ifHarmSuspected says whom to ring at this hour if harm is suspected, while nothing decides a level and no step says so. It
// takes the referral that the rules ask for if there is harm, and its own words if no number is printed. While the family is
// kept out it says nothing: the page may be seen.
func (m *making) ifHarmSuspected(p *Page) []Entry {
	rings := func(e Entry) bool { return e.Now && e.Contact != nil }
	if !m.undecided() || m.apart() || slices.ContainsFunc(p.Steps.Entries, rings) {
		return nil
	}
	var says []Entry
	for _, a := range m.f.Actions {
		if a.State != term.Possible || a.First || !m.mine(a.Doing) || !a.Has(term.DeedRefers) {
			continue
		}
		if e := m.callIfHarm(a.Contact); e.Text != "" {
			e.Cite, e.Rule, e.Contact = a.Cite, a.ID, a.Contact
			return []Entry{e}
		}
		if len(says) == 0 {
			text := english.Stopped(ifHarm + ": " + english.LowerFirst(english.Bare(firstOf(cmp.Or(a.Short, a.Action)))))
			says = []Entry{{Text: text, Cite: a.Cite, Rule: a.ID, brief: english.Stopped(ifHarm + tellSocialCare), kind: ifHarm}}
		}
	}
	return says
}

// callIfHarm says whom to ring at this hour if harm is suspected, and what to do if nobody may answer. It has no text if no
// number is printed.
func (m *making) callIfHarm(c *recommendation.Contact) Entry {
	if c == nil || c.Now == nil || c.Now.Phone == "" {
		return Entry{}
	}
	name, short := abbreviated(c.Name)
	name, otherwise := "the "+strings.TrimPrefix(cmp.Or(short, name), "the "), ""
	if c.Now.NoHours || c.Now.NotCovered {
		otherwise = noAnswer
	}
	return Entry{Text: english.Sentences(ifHarm+", ring "+name+": "+english.Bare(ringing(c, m.f.AsOf.Time)), otherwise),
		brief: english.Stopped(ifHarm + ", ring " + c.Now.Phone), kind: ifHarm}
}

// readsAsAnswer reports whether a step may help and no more, and rings nobody, while nothing decides a level: what is open to
// every child would read as the answer.
func (m *making) readsAsAnswer(x step) bool {
	return x.rank == helpful && x.Contact == nil && m.undecided()
}

// tellingNotKnown is the row on telling while nothing decides a level and the rules know of nothing to tell.
func (m *making) tellingNotKnown() Entry {
	t := m.f.Telling
	e := Entry{Label: "Telling", Text: english.Stopped(tellNotKnown), Cite: t.Why.Cite, Rule: t.Why.ID}
	most := 0 // of several rules that telling could come to wait by, the one that the most facts could bring about is shown
	for _, c := range m.a.Children {
		for _, b := range c.Consent.CouldBe {
			if b.Answer == term.AnswerInform && term.Inform(b.Value).AfterAdvice() && len(b.WaitsOn) > most {
				e.Text, e.Cite, e.Rule = english.Sentences(tellNotKnown, tellAdvice), b.Cite, b.Rule
				most = len(b.WaitsOn)
			}
		}
	}
	return e
}
