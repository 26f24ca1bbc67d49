package decide

import (
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
)

// Condition are the sets that make a condition true, or false.
func (w *Work) Condition(n *lang.Node, want bool) []Set {
	switch t := n.Truth(w.env); {
	case t == logic.Of(want):
		return already
	case t != logic.Unknown && !n.AsksKnown():
		return nil
	}
	switch n.Op {
	case lang.And, lang.Or:
		return w.parts(n.Args, (n.Op == lang.Or) == want, want)
	case lang.Not:
		return w.Condition(n.Args[0], !want)
	case lang.If:
		return w.or(
			w.and(w.Condition(n.Args[0], true), w.Condition(n.Args[1], want)),
			w.and(w.Condition(n.Args[0], false), w.Condition(n.Args[2], want)))
	case lang.AtLeastN:
		return w.atLeast(n, want)
	case lang.FactIn, lang.OneOf, lang.Member:
		return w.test(n, want)
	case lang.Ground:
		return w.Ground(n.N, want)
	case lang.Decisive:
		return w.decisive(n.N, want)
	case lang.CountIn:
		return w.within(n, want)
	case lang.Named:
		return remembered(w.named, wanted[*lang.NamedCondition]{n.Named, want}, func() []Set { return w.Condition(n.Args[0], want) })
	case lang.Certain:
		if want {
			return w.Condition(n.Args[0], true)
		}
		return w.undo(n.Args[0])
	case lang.Open:
		if !want {
			return w.or(w.Condition(n.Args[0], true), w.Condition(n.Args[0], false))
		}
	case lang.OpenFact:
		if !want {
			return w.exactly(n.Fact)
		}
	case lang.Const, lang.TimeIn, lang.Judged, lang.JudgedOtherwise:
	}
	return nil
}

// parts are the sets that make one of several conditions come out as wanted, or all of them.
func (w *Work) parts(args []*lang.Node, one, want bool) []Set {
	if one {
		lists := w.newLists(len(args))
		for i, a := range args {
			lists[i] = w.Condition(a, want)
		}
		return w.or(lists...)
	}
	out := already
	for _, a := range args {
		if out = w.and(out, w.Condition(a, want)); len(out) == 0 {
			return nil
		}
	}
	undo := w.newLists(len(args))
	for i, a := range args {
		// What is not certain yet may become so, by the same answers.
		if a.AsksKnown() && a.Truth(w.env) == logic.Of(want) {
			undo[i] = w.undo(a)
		}
	}
	return w.not(out, undo...)
}

// atLeast are the sets for a condition that so many of several are true.
func (w *Work) atLeast(n *lang.Node, want bool) []Set {
	var lists [][]Set
	missing := int(n.Lo)
	if !want {
		missing = len(n.Args) - int(n.Lo) + 1
	}
	for _, a := range n.Args {
		switch list := w.Condition(a, want); {
		case decided(list):
			missing--
		case len(list) > 0:
			lists = append(lists, list)
		}
	}
	return w.several(missing, lists)
}
