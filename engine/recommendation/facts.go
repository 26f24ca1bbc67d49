package recommendation

import "windscreen/engine/term"

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
	// On is the day of the evidence; none where it is not given.
	On Day `json:"on,omitzero"`
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
	Name  string   `json:"name"`
	Title string   `json:"title"`
	Value term.Met `json:"value"`
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
