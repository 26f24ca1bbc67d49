package page

import (
	"slices"

	"windscreen/engine/internal/english"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// inDanger begins what has to be done before anything else if there is danger at this moment.
const inDanger = "If there is danger now: "

// emergency writes into the first step that is due at once what comes before it if there is danger at this moment,
// where it is open whether there is. Whoever acts now must not learn that from the foot of the page. A step that
// says when to call for help says so already.
func (m *making) emergency(all []step) []step {
	call := m.callInDanger()
	if call == "" {
		return all
	}
	at := slices.IndexFunc(all, func(x step) bool { return x.Now && !x.Overdue && x.rank != beforeAll })
	if at < 0 {
		at = slices.IndexFunc(all, func(x step) bool { return x.Now && !x.Overdue })
	}
	if at < 0 {
		return all
	}
	m.emergencySaid = true
	if x := &all[at]; !x.does(term.DeedSays999) && !x.does(term.DeedCallsHelp) {
		x.Text, x.before = english.Sentences(inDanger+call, x.Text), english.Stopped(inDanger+call)
	}
	return all
}

// callInDanger is the call for help if the answer to one open question is yes; empty if there is no such question. The page
// may ask that question in the words of a concern, and then it comes later in the list.
func (m *making) callInDanger() string {
	for _, fact := range m.asked {
		if call := m.callsIf(fact); call != "" {
			return call
		}
	}
	for i := range m.f.Questions {
		if q := &m.f.Questions[i]; isAsked(q, m.waits()) && m.dangerous(q.Fact) {
			return m.callsIf(q.Fact)
		}
	}
	return ""
}

// callsIf is the call for help if the answer about a fact is yes; empty if none hangs on that fact alone.
func (m *making) callsIf(fact string) string {
	if m.calls == nil {
		m.calls = m.callsForFacts()
	}
	return m.calls[fact]
}

// callsForFacts are the calls for help, by the fact on which alone each hangs.
func (m *making) callsForFacts() map[string]string {
	out := map[string]string{}
	note := func(fact, title string) {
		if out[fact] == "" {
			out[fact] = english.LowerFirst(english.Bare(title))
		}
	}
	for _, a := range m.f.Actions {
		if a.First && a.State == term.Possible && a.Has(term.DeedCallsHelp) && len(a.WaitsOn) == 1 {
			note(a.WaitsOn[0], a.Title)
		}
	}
	// What was gone through is open no longer, and the answer to it would still call for help at once.
	for _, child := range m.a.Children {
		for _, c := range child.ChangesIf {
			if !comesFirst(c) || !c.CallsHelp {
				continue
			}
			for _, set := range c.Sets {
				if len(set) == 1 {
					note(set[0].Fact, c.Title)
				}
			}
		}
	}
	return out
}

// dangerous reports whether the answer about a fact alone could call for help at once.
func (m *making) dangerous(fact string) bool { return m.callsIf(fact) != "" }

// comesFirst reports whether answers would bring what has to be done before anything else.
func comesFirst(c recommendation.ChangesIf) bool {
	return c.Kind == term.KindEscalation && c.First && !c.Away
}

// saidAbove reports whether a step says already what answers would bring.
func (m *making) saidAbove(c recommendation.ChangesIf) bool {
	return m.emergencySaid && comesFirst(c) && c.CallsHelp
}
