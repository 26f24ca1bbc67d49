package lang

import (
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/vocabulary"
)

// OfFacts is a condition that reads facts and the case's moment and nothing else, as the
// vocabulary has them.
type OfFacts struct{ condition *Condition }

var _ vocabulary.Condition = OfFacts{}

// OfFacts is the condition for the vocabulary. It must have been bound with FactsOnly.
func (c *Condition) OfFacts() OfFacts { return OfFacts{c} }

// Truth is whether the condition holds, by Kleene's rules. It allocates nothing.
func (c OfFacts) Truth(values []vocabulary.Value, asOf int64) logic.Truth {
	return c.condition.Root.Truth(&Env{Values: values, AsOf: asOf})
}

// Facts calls visit for each fact that the condition reads.
func (c OfFacts) Facts(visit func(*vocabulary.Fact)) { c.condition.Root.Facts(visit) }

// String is the condition as its author wrote it.
func (c OfFacts) String() string { return c.condition.Text }

// Root is the tree of the condition.
func (c OfFacts) Root() *Node { return c.condition.Root }
