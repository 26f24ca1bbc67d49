package term

// State says whether something holds now or may still turn out to. What neither holds nor
// may is left out of an answer.
type State string

// The states.
const (
	// Holds is a ground that is made out on what is known.
	Holds State = "holds"
	// NowDue is an escalation that must happen.
	NowDue State = "now_due"
	// Fits is a service whose criteria are met.
	Fits State = "fits"
	// Possible is a ground, escalation or service that is still open.
	Possible State = "possible"
)

var states = Table[State]{
	{Holds, "made out", "of a ground: it is made out on what is known"},
	{NowDue, "due", "of an escalation: it must happen"},
	{Fits, "fits", "of a service: the case meets its criteria"},
	{Possible, "not ruled out", "what is not known decides"},
}

// Table is the table of states.
func (State) Table() Table[State] { return states }

// Truth is what a condition can come to.
type Truth string

// The three values.
const (
	True    Truth = "true"
	False   Truth = "false"
	Unknown Truth = "unknown"
)

var truths = Table[Truth]{
	{True, "true", "it is so"},
	{False, "false", "it is not so"},
	{Unknown, "unknown", "what is not known decides"},
}

// Table is the table of truths, in the order in which reports give them.
func (Truth) Table() Table[Truth] { return truths }

// Met says whether a criterion, or a part of one, is met.
type Met string

// The three values.
const (
	IsMet  Met = "met"
	NotMet Met = "not_met"
	Open   Met = "open"
)

var mets = Table[Met]{
	{IsMet, "met", "it is met on what is known"},
	{NotMet, "not met", "it is not met, whatever is still unknown"},
	{Open, "not known yet", "what is not known decides"},
}

// Table is the table of whether a criterion is met.
func (Met) Table() Table[Met] { return mets }
