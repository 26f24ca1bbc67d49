package recommendation

import "windscreen/engine/term"

// Escalation is something that must happen now or by a time.
type Escalation struct {
	Rule
	// State is term.NowDue or term.Possible.
	State term.State `json:"state"`
	// Immediate is true where there is nothing to wait for, whatever the hour.
	Immediate bool `json:"immediate"`
	// Action is what to do; Who must do it.
	Action  string   `json:"action"`
	Who     string   `json:"who"`
	Contact *Contact `json:"contact"`
	// Due are the deadlines, earliest first; clauses that disagree are all shown.
	Due []Due `json:"due"`
	// Agreement is whether this action of its own needs the family's agreement; empty
	// where the position as a whole applies.
	Agreement term.Agreement `json:"agreement,omitempty"`
	// WaitsOn are the facts that would decide a possible escalation.
	WaitsOn []string `json:"waits_on,omitempty"`
}

// Due is one deadline.
type Due struct {
	// At is the deadline; none where it cannot be worked out, and Problem then says why.
	At      Moment `json:"at,omitzero"`
	Problem string `json:"problem,omitempty"`
	Clause  string `json:"clause"`
	// AtOnce is true for a limit that leaves no time: it is due now, whenever it began
	// to run. At is then when it began.
	AtOnce bool `json:"at_once,omitempty"`
	// Basis is the limit in words, such as "24 hours from the contact".
	Basis string `json:"basis"`
	// Assumed is true where the start is not known and AsOf stands in for it.
	Assumed bool `json:"assumed"`
}
