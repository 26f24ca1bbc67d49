package recommendation

import "windscreen/engine/term"

// Done is something that the case says was done already.
type Done struct {
	// Name is a word of the vocabulary, or the id of a step of the policy.
	Name string `json:"name"`
	// Title is what was done, in words.
	Title string `json:"title"`
	// At is when it was done; zero if that is not known to the moment. On is then the day, or
	// zero if that is not known either. By is the agency or role that did it.
	At Moment `json:"at"`
	On Day    `json:"on"`
	By string `json:"by"`
	// Steps are the steps that were due, or possible, and that it takes care of. It may take
	// care of none.
	Steps []DoneStep `json:"steps"`
}

// DoneStep is an escalation or a step of the pathway that was done.
type DoneStep struct {
	Rule
	// Kind is term.KindEscalation or term.KindPathway.
	Kind term.Kind `json:"kind"`
	// State is term.NowDue for one that would be due, or that holds, and term.Possible for one
	// that is not ruled out.
	State term.State `json:"state"`
	// Due are the deadlines of an escalation that would be due, earliest first.
	Due []DoneDue `json:"due"`
}

// DoneDue is a deadline of something that was done.
type DoneDue struct {
	Due
	// Missed is true if it was done after the deadline.
	Missed bool `json:"missed"`
	// Unclear is true if it cannot be told whether the deadline was kept, as too little is known
	// of when it was done.
	Unclear bool `json:"unclear"`
}
