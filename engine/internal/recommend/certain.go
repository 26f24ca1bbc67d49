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
		either := b.scratch.made(lang.Node{Op: lang.Or}, b.both(by, then), b.both(b.not(by), other))
		return b.uncertain(either, against, level)
	}
	if n.Op == lang.Not {
		against = against.Not()
	}
	return b.replaced(n, func(a *lang.Node) *lang.Node { return b.uncertain(a, against, level) })
}

func (b *builder) both(x, y *lang.Node) *lang.Node {
	return b.scratch.made(lang.Node{Op: lang.And}, x, y)
}
