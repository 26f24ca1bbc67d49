package page

import (
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
	call := ""
	for _, fact := range m.asked {
		if call = m.callsIf(fact); call != "" {
			break
		}
	}
	if call == "" {
		return all
	}
	for i, x := range all {
		if !x.Now || x.Overdue || x.rank == beforeAll {
			continue
		}
		m.emergencySaid = true
		if !strings.Contains(x.Text, "999") {
			all[i].Text = english.Sentences(inDanger+call, x.Text)
			all[i].before = english.Stopped(inDanger + call)
		}
		break
	}
	return all
}

// saidAbove reports whether a step says already what comes first.
func (m *making) saidAbove(c recommendation.ChangesIf) bool {
	return m.emergencySaid && c.Kind == term.KindEscalation && c.First
}
