package page

import (
	"slices"
	"strings"

	"windscreen/engine/internal/english"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// inDanger begins what has to be done before anything else if there is danger at this moment.
const inDanger = "If there is danger now: "

// emergency writes into the first step that is due at once what comes before it if there is danger at this moment,
// where the page asks whether there is. Whoever acts now must not learn that from the foot of the page. A step that
// names the emergency number says so already.
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
	if x := &all[at]; !strings.Contains(x.Text, "999") {
		x.Text, x.before = english.Sentences(inDanger+call, x.Text), english.Stopped(inDanger+call)
	}
	return all
}

// callInDanger is what has to be done before anything else if the answer to one question on the page is yes; empty if
// there is no such question.
func (m *making) callInDanger() string {
	for _, fact := range m.asked {
		if call := m.callsIf(fact); call != "" {
			return call
		}
	}
	if m.one == nil {
		return ""
	}
	// What was gone through is open no longer, and the answer to it would still call for help at once.
	for _, c := range m.one.ChangesIf {
		for _, set := range c.Sets {
			if c.Kind == term.KindEscalation && c.First && !c.Away && len(set) == 1 && slices.Contains(m.asked, set[0].Fact) {
				return english.LowerFirst(english.Bare(c.Title))
			}
		}
	}
	return ""
}

// saidAbove reports whether a step says already what comes first.
func (m *making) saidAbove(c recommendation.ChangesIf) bool {
	return m.emergencySaid && c.Kind == term.KindEscalation && c.First
}
