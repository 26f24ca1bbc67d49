package recommend

import (
	"slices"

	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
)

// What a condition asks about knowledge itself changes as more becomes known: open(x) ends, and
// certain(x) may begin. So a condition that is true or false now may not stay so.

// future is which truth values a condition has now or may yet have as more becomes known, a bit for each.
type future uint8

// stays is the future of what keeps its value.
func stays(t logic.Truth) future { return 1 << t }

// anything is the future of what nothing is known of, and eitherWay that of what is true or false.
const (
	anything  = future(1<<logic.False | 1<<logic.Unknown | 1<<logic.True)
	eitherWay = future(1<<logic.False | 1<<logic.True)
)

// settled is the value that a condition keeps; unknown if it may have another.
func (s future) settled() logic.Truth {
	for _, t := range []logic.Truth{logic.True, logic.False} {
		if s == stays(t) {
			return t
		}
	}
	return logic.Unknown
}

// changes reports whether a condition may have more than one value.
func (s future) changes() bool { return s&(s-1) != 0 }

// Joined by and, or by or, two conditions, each of which goes its own way, may come to these.
var bothFutures, eitherFuture = futures(logic.And), futures(logic.Or)

// futures works out what two conditions may come to.
func futures(join func(a, b logic.Truth) logic.Truth) (out [anything + 1][anything + 1]future) {
	for s := range out {
		for t := range out[s] {
			for a := logic.False; a <= logic.True; a++ {
				for b := logic.False; b <= logic.True; b++ {
					if future(s)&stays(a) != 0 && future(t)&stays(b) != 0 {
						out[s][t] |= stays(join(a, b))
					}
				}
			}
		}
	}
	return out
}

// not is the future of the opposite.
func (s future) not() future {
	return s&stays(logic.Unknown) | s&stays(logic.True)>>2 | s&stays(logic.False)<<2
}

// asked is the future of a question about knowledge: whether the value of a condition is this.
func (s future) asked(t logic.Truth) future {
	switch {
	case s == stays(t):
		return stays(logic.True)
	case s&stays(t) == 0:
		return stays(logic.False)
	}
	return eitherWay
}

// outlook is how far ahead to look.
type outlook struct {
	env *lang.Env
	// ending is where knowledge ends; nil where nobody knows, which is so outside simulations. Then everything that is
	// unknown may become known, and may stay unknown.
	ending *Ending
	// asInside takes what is asked about knowledge within such a question as it is now. Rules write it so where something
	// counts once it is known, and nobody need ask.
	asInside bool
	// inside is true within such a question.
	inside bool
	// open takes the parts without parts by which what is looked at may yet change; nil where nobody asks for them.
	open *[]*lang.Node
}

// outlook looks all the way, and asksFor as far as the rules ask.
func (b *builder) outlook() outlook { return outlook{env: b.env, ending: b.ending} }
func (b *builder) asksFor() outlook { return outlook{env: b.env, ending: b.ending, asInside: true} }

// within is the outlook within a question about knowledge.
func (o outlook) within() outlook {
	o.inside = true
	return o
}

// future is that of a condition. Of one that may yet change it notes the parts by which it may.
func (o outlook) future(n *lang.Node) future {
	if o.open == nil {
		return o.futureOf(n)
	}
	from := len(*o.open)
	s := o.futureOf(n)
	switch {
	case !s.changes():
		*o.open = (*o.open)[:from]
	case len(n.Args) == 0:
		*o.open = append(*o.open, n)
	}
	return s
}

// futureOf is that of a condition, by its parts.
func (o outlook) futureOf(n *lang.Node) future {
	switch n.Op {
	case lang.And, lang.Or:
		return o.futureOfParts(n)
	case lang.Not:
		return o.future(n.Args[0]).not()
	case lang.Named:
		return o.future(n.Args[0])
	case lang.Certain, lang.Open:
		if o.inside && o.asInside {
			return stays(n.Truth(o.env))
		}
		asked := o.within().future(n.Args[0])
		if n.Op == lang.Open {
			return asked.asked(logic.Unknown)
		}
		return asked.asked(logic.True)
	case lang.OpenFact:
		switch {
		case n.Truth(o.env) == logic.False || o.inside && o.asInside:
			return stays(n.Truth(o.env))
		case o.ending != nil && n.Truth(o.ending.env) == logic.True:
			return stays(logic.True)
		}
		return eitherWay
	case lang.If:
		return o.futureOfChoice(n)
	case lang.AtLeastN:
		return o.futureOfCount(n)
	case lang.Const, lang.FactIn, lang.OneOf, lang.Member, lang.TimeIn, lang.Ground, lang.Decisive, lang.CountIn, lang.Judged,
		lang.JudgedOtherwise:
	}
	t := n.Truth(o.env)
	if t == logic.Unknown && (o.ending == nil || n.Truth(o.ending.env) != logic.Unknown) {
		return anything
	}
	return stays(t)
}

// futureOfParts is the future of several conditions joined by and, or by or.
func (o outlook) futureOfParts(n *lang.Node) future {
	joined, out, end := &bothFutures, stays(logic.True), stays(logic.False)
	if n.Op == lang.Or {
		joined, out, end = &eitherFuture, end, out
	}
	for _, a := range n.Args {
		if out = joined[out][o.future(a)]; out == end {
			break // it stays so, whatever the other parts do
		}
	}
	return out
}

// futureOfChoice is the future of one of two conditions, which a third chooses.
func (o outlook) futureOfChoice(n *lang.Node) future {
	by, then, other := o.future(n.Args[0]), o.future(n.Args[1]), o.future(n.Args[2])
	out := by & stays(logic.Unknown)
	if by&stays(logic.True) != 0 {
		out |= then
	}
	if by&stays(logic.False) != 0 {
		out |= other
	}
	return out
}

// futureOfCount is the future of a condition that so many of several are true.
func (o outlook) futureOfCount(n *lang.Node) future {
	var surely, perhaps, open int64 // true whatever becomes known, true by what may, and not false by what may
	changes := false
	for _, a := range n.Args {
		s := o.future(a)
		changes = changes || s.changes()
		if s == stays(logic.True) {
			surely++
		}
		if s&stays(logic.True) != 0 {
			perhaps++
		}
		if s != stays(logic.False) {
			open++
		}
	}
	switch {
	case !changes:
		return stays(n.Truth(o.env))
	case surely >= n.Lo:
		return stays(logic.True)
	case open < n.Lo:
		return stays(logic.False)
	case perhaps < n.Lo:
		return anything &^ stays(logic.True)
	}
	return anything
}

// prospect is what an outlook on a condition comes to: its future, and the parts without parts by which it may yet change.
type prospect struct {
	future future
	parts  []*lang.Node
}

// prospect is that of a rule. It is worked out once for all rules after the level with the same condition.
func (b *builder) prospect(r *policy.Rule, o outlook) *prospect {
	i := b.index.alike[r.Index]
	x := &b.prospects[i]
	if o.asInside && b.index.asksWithin[i] { // otherwise both outlooks come to the same
		x = &b.asAsked[i]
	}
	if x.future == 0 {
		from := len(b.turning)
		o.open = &b.turning
		x.future = o.future(r.When.Root)
		x.parts = slices.Clip(b.turning[from:])
	}
	return x
}

// unsettled calls visit for each part without parts by which a rule may yet change. Where it stays as it is, it visits nothing.
func (b *builder) unsettled(o outlook, r *policy.Rule, visit func(*lang.Node)) {
	for _, n := range b.prospect(r, o).parts {
		visit(n)
	}
}

// settles is whether a rule that holds, or does not, stays so whatever else becomes known; unknown
// where it may yet change.
func (b *builder) settles(r *policy.Rule) logic.Truth {
	if b.shut(r) {
		return logic.False
	}
	if !b.index.asksKnown[r.Index] {
		return r.When.Root.Truth(b.env)
	}
	return b.prospect(r, b.outlook()).future.settled()
}

// settlesAsAsked is settles for what the rules ask for. What they only take into account once it is known, and do not ask
// for, counts as it is now.
func (b *builder) settlesAsAsked(r *policy.Rule) logic.Truth {
	if b.shut(r) {
		return logic.False
	}
	return b.prospect(r, b.asksFor()).future.settled()
}

// shut reports whether a rule cannot hold on the day of the case, whatever becomes known.
func (b *builder) shut(r *policy.Rule) bool { return b.off(r) || !r.InForce(b.c.AsOf.Unix()) }

// mayChange calls visit for the facts that could make a rule hold, or no longer hold, by becoming known; needed is whether
// the rule asks for the fact, and not only takes it into account once it is known.
func (b *builder) mayChange(r *policy.Rule, visit func(f *vocabulary.Fact, needed bool)) {
	if b.shut(r) || b.done[r] != nil {
		return
	}
	b.unsettled(b.asksFor(), r, func(n *lang.Node) { n.Facts(func(f *vocabulary.Fact) { visit(f, true) }) })
	if b.index.asksWithin[r.Index] {
		b.unsettled(b.outlook(), r, func(n *lang.Node) { n.Facts(func(f *vocabulary.Fact) { visit(f, false) }) })
	}
}
