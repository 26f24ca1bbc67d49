package recommendation

import (
	"slices"

	"windscreen/engine/term"
)

// Rule is what all rules in an answer have in common.
type Rule struct {
	// ID is the rule's id.
	ID string `json:"id"`
	// Title is what the rule is about, in words.
	Title string `json:"title"`
	// Because are the facts that it rests on, as few as are enough. A rule up to the level
	// rests on them alone. A rule after the level may also read earlier results. Because
	// includes the facts behind those that hold. It takes as given those that do not hold,
	// those that are open, and the level.
	Because []Fact `json:"because"`
	// Short is what the first screen says, with the values of facts in their places; empty where
	// the long text fits.
	Short string `json:"short,omitempty"`
	// Safe is what the first screen says where telling the family is safe; empty where that is the same.
	// A brief answer as data leaves out Safe, SameCall and Does.
	Safe string `json:"safe,omitempty"`
	// Does is what the rule does on the first screen. SameCall is what it says there as part of a call that another action
	// or step makes; empty where it is a call of its own.
	Does     []term.Deed `json:"does,omitempty"`
	SameCall string      `json:"same_call,omitempty"`
	// Excludes are the ids of rules that the page does not show beside this one.
	Excludes []string `json:"excludes,omitempty"`
	// After are the ids of actions and steps that stand before this one on the page.
	After []string `json:"after,omitempty"`
	// RestsOnLevel is true if the rule holds only because of the recommended level.
	RestsOnLevel bool `json:"rests_on_level,omitempty"`
	// Cite are the ids of the clauses that the rule puts into practice.
	Cite []string `json:"cite"`
	// National is true if all of these are law or national guidance: the document says nothing
	// about it.
	National bool `json:"national,omitempty"`
	// When is the rule's CEL text; empty for a rule that always holds.
	When string `json:"when,omitempty"`
	// Conditions are the named conditions that the rule uses, itself or through others.
	Conditions []Condition `json:"conditions,omitempty"`
	// Unless is the exception that ends the rule once it is certain, or nil for most rules.
	Unless *Unless `json:"unless,omitempty"`
	// ForFamily is what the copy for the family says of the rule; nil where the copy leaves it out.
	ForFamily *ForFamily `json:"for_family,omitempty"`
}

// Has reports whether the rule does something on the first screen.
func (r Rule) Has(d term.Deed) bool { return slices.Contains(r.Does, d) }

// ForFamily is what the copy for the family says of a rule.
type ForFamily struct {
	// Says is written for the family, and Ring is whom they may ring about it; of a rule that allows a copy, in a crisis.
	Says string   `json:"says,omitempty"`
	Ring *Contact `json:"ring,omitempty"`
	// Answered is true if the rule tells what was answered, so that it is only in a copy for those who answered.
	Answered bool `json:"answered,omitempty"`
	// NoCopy is true if there is no copy while the rule is in the answer.
	NoCopy bool `json:"no_copy,omitempty"`
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
