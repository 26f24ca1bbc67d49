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
	// Explored is true where nobody stated the fact: its domain was gone through
	// and it was not mentioned.
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
	// On is the date of the evidence, as YYYY-MM-DD; empty where not given.
	On string `json:"on,omitempty"`
}

// Rule is what every rule that took part has in common.
type Rule struct {
	// ID is the rule's id.
	ID    string `json:"id"`
	Title string `json:"title"`
	// Because are the facts that it rests on, the fewest that suffice. A rule up to the
	// level stands on them alone. One after the level may read what was found before it:
	// the facts behind what was found are among them, while what was not found, what is
	// open and the level are taken as they came out.
	Because []Fact `json:"because"`
	// RestsOnLevel is true where it would not hold were it not for the level recommended.
	RestsOnLevel bool `json:"rests_on_level,omitempty"`
	// Cite are the ids of the clauses that the rule puts into practice.
	Cite []string `json:"cite"`
	// National is true where these are law or national guidance, and none is a clause of the
	// document: the document is silent on it.
	National bool `json:"national,omitempty"`
	// When is the rule's CEL text; empty for a rule that always holds.
	When string `json:"when,omitempty"`
	// Conditions are the named conditions that the rule uses, by itself or by way of others.
	Conditions []Condition `json:"conditions,omitempty"`
	// Unless is what the rule stands back for once it is certain; nil for most rules.
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

// Unless is what a rule stands back for once it is certain. A rule that is listed holds, or
// may, in spite of it: it is still open, or is not so.
type Unless struct {
	// Says puts it in a few words, which follow "unless".
	Says string `json:"says"`
	// Open is true where it may still turn out to be so. WaitsOn are then the facts that
	// would decide it.
	Open    bool     `json:"open"`
	WaitsOn []string `json:"waits_on,omitempty"`
	// When is its CEL text.
	When string `json:"when"`
}

// Truth is one of three values: what is so, what is not, and what the facts
// stated so far leave open.
type Truth string

// The three values.
const (
	Met    Truth = "met"
	NotMet Truth = "not_met"
	Open   Truth = "open"
)

// State says whether something holds now or may still turn out to. What neither holds
// nor may is left out. Of a ground it is Holds or Possible, of an escalation NowDue or
// Possible, of a service Fits or Possible.
type State string

const (
	// Holds: a ground that is made out on what is known.
	Holds State = "holds"
	// Possible: a ground, escalation or service that is still open.
	Possible State = "possible"
	// NowDue: an escalation that must happen.
	NowDue State = "now_due"
	// Fits: a service whose criteria are met.
	Fits State = "fits"
)
