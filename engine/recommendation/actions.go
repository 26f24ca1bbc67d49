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

// Contact is whom to call, as the document printed it in its year.
type Contact struct {
	ID         string `json:"id"`
	Name       string `json:"name"`
	Phone      string `json:"phone,omitempty"`
	OutOfHours string `json:"out_of_hours,omitempty"`
	Email      string `json:"email,omitempty"`
	Hours      string `json:"hours,omitempty"`
	// AsPrinted is the year of print; details may have changed since.
	AsPrinted string   `json:"as_printed"`
	Cite      []string `json:"cite"`
}

// Step is one part of the pathway.
type Step struct {
	Rule
	// Part is what the step is about.
	Part term.Part `json:"part"`
	// Force is how strongly the document asks for it.
	Force   term.Force `json:"force"`
	Says    string     `json:"says"`
	Contact *Contact   `json:"contact"`
}

// Service is a service that fits the case, or may.
type Service struct {
	Rule
	// State is term.Fits or term.Possible; empty in a directory that was held against no case.
	State term.State `json:"state"`
	Says  string     `json:"says"`
	// Organisation is who provides it; empty where the document does not say.
	Organisation string `json:"organisation,omitempty"`
	// ListedAt is the level at which the document's directory lists the service; 0 where
	// it lists it at none. It says nothing of the child's own level.
	ListedAt int `json:"listed_at,omitempty"`
	// Agreement is whether the service needs the agreement of whoever it is for; empty
	// where that is not said.
	Agreement term.Agreement `json:"agreement,omitempty"`
	Contact   *Contact       `json:"contact"`
	WaitsOn   []string       `json:"waits_on,omitempty"`
}
