package recommendation

// Fact is one fact of the case that a conclusion rests on.
type Fact struct {
	// Fact is the path in the vocabulary, such as "home.domestic_abuse".
	Fact  string `json:"fact"`
	Title string `json:"title"`
	// Value is the value as a case would state it: a bool, a number, a word, a
	// list of words, a date or time as text, or {"at_least": …, "at_most": …}.
	Value any `json:"value"`
	// Says puts the value in words.
	Says string `json:"says"`
	// Evidence is what the case offers for the fact, without free text.
	Evidence []Evidence `json:"evidence,omitempty"`
	// Explored is true if nobody stated the fact: someone went through its domain and did
	// not mention it.
	Explored bool `json:"explored,omitempty"`
	// DerivedFrom is the fact this one was worked out from, such as an age from a
	// date of birth.
	DerivedFrom string `json:"derived_from,omitempty"`
}

// Evidence is one source for a fact.
type Evidence struct {
	Value  any    `json:"value,omitempty"`
	Says   string `json:"says,omitempty"`
	Source string `json:"source"`
	// On is the day of the evidence, or zero if it is not given.
	On Day `json:"on,omitzero"`
}

// Rule is what all rules in an answer have in common.
type Rule struct {
	// ID is the rule's id.
	ID    string `json:"id"`
	Title string `json:"title"`
	// Because are the facts that it rests on, as few as are enough. A rule up to the level
	// rests on them alone. A rule after the level may also read earlier results. Because
	// includes the facts behind those that hold. It takes as given those that do not hold,
	// those that are open, and the level.
	Because []Fact `json:"because"`
	// RestsOnLevel is true if the rule holds only because of the recommended level.
	RestsOnLevel bool `json:"rests_on_level,omitempty"`
	// Cite are the ids of the clauses that the rule puts into practice.
	Cite []string `json:"cite"`
	// When is the rule's CEL text; empty for a rule that always holds.
	When string `json:"when,omitempty"`
	// Conditions are the named conditions that the rule uses, itself or through others.
	Conditions []Condition `json:"conditions,omitempty"`
	// Unless is the exception that ends the rule once it is certain, or nil for most rules.
	Unless *Unless `json:"unless,omitempty"`
}

// Condition is a named condition that a rule uses.
type Condition struct {
	// Name is what rules write, Title what it is in plain words.
	Name  string `json:"name"`
	Title string `json:"title"`
	Value Truth  `json:"value"`
	// When is its CEL text.
	When string `json:"when"`
}

// Unless is an exception that ends a rule once it is certain. If a rule is listed, its
// exception is still open or does not apply.
type Unless struct {
	// Says puts it in a few words, which follow "unless".
	Says string `json:"says"`
	// Open is true if the exception may still apply. WaitsOn are then the facts that would
	// decide it.
	Open    bool     `json:"open"`
	WaitsOn []string `json:"waits_on,omitempty"`
	// When is its CEL text.
	When string `json:"when"`
}

// Truth is one of three values: true, false, or still open on what is known.
type Truth string

// The three values.
const (
	Met    Truth = "met"
	NotMet Truth = "not_met"
	Open   Truth = "open"
)

// State says whether something holds now or may still hold. Anything else is left out. A
// ground is Holds or Possible, an escalation NowDue or Possible, a service Fits or Possible.
type State string

const (
	// Holds: the ground is made out on what is known.
	Holds State = "holds"
	// Possible: the ground, escalation or service is still open.
	Possible State = "possible"
	// NowDue: the escalation must happen.
	NowDue State = "now_due"
	// Fits: the service's criteria are met.
	Fits State = "fits"
)
