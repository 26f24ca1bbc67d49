package policy

import (
	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/term"
)

// Rule is what rules of every kind have.
type Rule struct {
	Index int
	Kind  term.Kind
	// ID is unique within the policy. Origin is the policy that the rule is from.
	ID, Title, Origin string
	// Short is what the first screen says in place of the long text; empty where that fits.
	Short string
	// Safe is what the first screen says where telling the family is safe; empty where that is the same.
	Safe string
	// Does is what the rule does on the first screen. SameCall is what it says there as part of a call that another makes;
	// empty where it is a call of its own.
	Does     []term.Deed
	SameCall string
	// Family is what the copy for the family says of the rule; nil where the copy leaves it out.
	Family *ForFamily
	// Inside is what the rule says to a reader in children's social care; nil where it says the same to everybody.
	Inside *Inside
	Cite   []string
	// Excludes are the ids of rules that no page shows beside this one.
	Excludes []string
	// After are the ids of rules that stand before this one on a page, those included that these stand behind.
	After []string
	// When is the condition; Always is true where the file gives none. Of a rule with
	// Unless, the tree of When asks as well that it is not certain; the text does not.
	When   *lang.Condition
	Always bool
	// Unless is what ends the rule once it is certain; nil for most.
	Unless *Unless
	// From and To bound the moments, in Unix seconds, at which the rule is in force.
	From, To int64
	// Replaces is the id of the rule that this one stands in for.
	Replaces string
	// Lowers are the graded facts whose getting worse may lower the level by this rule.
	Lowers []*vocabulary.Fact
	// National is true for a rule that rests on law or national guidance and on no clause of
	// the document.
	National bool
	// NotCommenced is true for a caution that rests on law which is not in force.
	NotCommenced bool
	// File and Start are where the rule stands.
	File  string
	Start diagnostic.Position
}

// Text is the condition as written; empty for a rule that always holds.
func (r *Rule) Text() string {
	if r.Always {
		return ""
	}
	return r.When.Text
}

// Base is the rule itself, of whatever kind it is.
func (r *Rule) Base() *Rule { return r }

// InForce reports whether the rule is in force at a moment in Unix seconds.
func (r *Rule) InForce(at int64) bool { return at >= r.From && at < r.To }

// ForFamily is what the copy for the family says of a rule.
type ForFamily struct {
	Says string
	// Ring is whom the family may ring about it, or nil.
	Ring *Contact
	// Answered is true if only a copy for those who answered says it.
	Answered bool
	// NoCopy is true if there is no copy while the rule is in the answer.
	NoCopy bool
}

// Inside is what a rule says to a reader in children's social care. Short is empty where Says fits the first screen, and Contact
// nil where there is nobody to call.
type Inside struct {
	Says, Short, SameCall string
	// Does is nil where the rule does the same as for everybody.
	Does    []term.Deed
	Contact *Contact
}
