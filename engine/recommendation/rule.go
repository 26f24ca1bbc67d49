package recommendation

import "windscreen/engine/term"

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
