package recommend

import (
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
)

// uncertain replaces every open part of an open condition, so that the whole condition has
// the value against. An open part gets that value too; below a not it gets the opposite.
//
// A condition that is not certain needs no facts to show it: with less knowledge it would
// be no more certain. The exception is what it asks about knowledge itself, in open(…) and
// certain(…), so only those parts stay.
func (b *builder) uncertain(n *lang.Node, against logic.Truth, level bool) *lang.Node {
	t := n.Truth(b.env)
	switch {
	case n.Op == lang.Open, n.Op == lang.OpenFact, n.Op == lang.Certain:
		return b.given(n, level)
	case !n.AsksKnown():
		if t == logic.Unknown {
			t = against
		}
		return put(t)
	case n.Op == lang.If:
		// by ? then : other is (by && then) || (!by && other).
		by, then, other := n.Args[0], n.Args[1], n.Args[2]
		return b.uncertain(any2(all2(by, then), all2(not(by), other)), against, level)
	}
	if n.Op == lang.Not {
		against = against.Not()
	}
	return b.replaced(n, func(a *lang.Node) *lang.Node { return b.uncertain(a, against, level) })
}

func all2(a, b *lang.Node) *lang.Node { return &lang.Node{Op: lang.And, Args: []*lang.Node{a, b}} }
func any2(a, b *lang.Node) *lang.Node { return &lang.Node{Op: lang.Or, Args: []*lang.Node{a, b}} }
