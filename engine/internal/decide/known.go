package decide

import (
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
)

// undo are the sets by which a condition that is true now, or false, no longer is, if it asks what is
// known. It may then be open.
func (w *Work) undo(n *lang.Node) []Set {
	now := n.Truth(w.env)
	if now == logic.Unknown || !n.AsksKnown() {
		return nil
	}
	switch n.Op {
	case lang.Not, lang.Named:
		return w.undo(n.Args[0])
	case lang.Certain:
		if now == logic.False {
			return w.Condition(n.Args[0], true)
		}
		return w.undo(n.Args[0])
	case lang.Open, lang.OpenFact:
		if now == logic.True {
			return w.Condition(n, false)
		}
		return nil
	case lang.And, lang.Or:
		return w.undoParts(n, now)
	case lang.If, lang.AtLeastN:
		return w.Condition(n, now == logic.False)
	case lang.Const, lang.FactIn, lang.OneOf, lang.Member, lang.TimeIn, lang.Ground, lang.Decisive, lang.CountIn, lang.Judged,
		lang.JudgedOtherwise:
	}
	return nil
}

// undoParts does the same for what is joined by and, or by or: if one part is enough for what it is now, all
// that are so must no longer be, and otherwise any.
func (w *Work) undoParts(n *lang.Node, now logic.Truth) []Set {
	if (n.Op == lang.Or) == (now == logic.True) {
		out := already
		for _, a := range n.Args {
			if a.Truth(w.env) != now {
				continue
			}
			if out = w.and(out, w.undo(a)); len(out) == 0 {
				return nil
			}
		}
		return out
	}
	lists := w.newLists(len(n.Args))
	for i, a := range n.Args {
		lists[i] = w.undo(a)
	}
	return w.or(lists...)
}
