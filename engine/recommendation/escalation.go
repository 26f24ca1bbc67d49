package recommendation

import "windscreen/engine/term"

// Escalation is something that must happen now or by a time.
type Escalation struct {
	Rule
	// State is term.NowDue or term.Possible.
	State term.State `json:"state"`
	// Immediate is true if it must be done at once, at any hour.
	Immediate bool `json:"immediate"`
	// First is true for the one thing to do before anything else.
	First bool `json:"first,omitempty"`
	// Action is what to do, and Who must do it.
	Action string `json:"action"`
	Who    string `json:"who"`
	// Contact is whom to call; null where the rule names nobody.
	Contact *Contact `json:"contact"`
	// Due are the deadlines, earliest first. If clauses disagree, all are shown.
	Due []Due `json:"due"`
	// Agreement says whether this action itself needs the family's agreement: required,
	// not_required or not_applicable. It is empty if the consent position as a whole
	// applies.
	Agreement term.Agreement `json:"agreement,omitempty"`
	Doing
	// WaitsOn are the facts that would decide a possible escalation.
	WaitsOn []string `json:"waits_on,omitempty"`
}

// Doing is who does something, and what it waits for.
type Doing struct {
	// By is who does it; empty where whoever reads the answer does.
	By []term.Doer `json:"by,omitempty"`
	// Needs is what it waits for: until telling the family is safe, or until the family agrees.
	Needs []term.Awaits `json:"needs,omitempty"`
}

// Due is one deadline.
type Due struct {
	// At is the deadline. It is zero if it cannot be worked out, and Problem then says why.
	At      Moment `json:"at,omitzero"`
	Problem string `json:"problem,omitempty"`
	// Clause is the id of the clause that sets the time.
	Clause string `json:"clause"`
	// AtOnce is true for a limit that leaves no time: it is due now, whenever it began to
	// run. At is then when it began.
	AtOnce bool `json:"at_once,omitempty"`
	// Basis is the limit in words, such as "24 hours from the contact".
	Basis string `json:"basis"`
	// Short is the limit as the first screen says it: Latest for somebody to do something. It is
	// empty where the rule does not say.
	Short string `json:"short,omitempty"`
	// From is when the limit began to run; zero if Assumed.
	From Moment `json:"from,omitzero"`
	// Assumed is true if the start is not known and AsOf stands in for it.
	Assumed bool `json:"assumed"`
	// Start says, in words, what is not known of the start, such as its time of day. The
	// limit then counts from the earliest that it can be. It is empty if the start is known
	// exactly, or not at all.
	Start string `json:"start,omitempty"`
	// Overdue is true if At is before AsOf. A limit that leaves no time is due now and never
	// overdue.
	Overdue bool `json:"overdue"`
}
