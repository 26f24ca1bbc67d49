package recommend

import (
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
)

// What a condition asks about knowledge itself changes as more becomes known: open(x) ends, and
// certain(x) may begin. So a condition that is true or false now may not stay so.

// later is a condition as more knowledge may yet decide it: open where it could still become
// true and could still become false. It waits on what is unknown in it.
func (b *builder) later(n *lang.Node) *lang.Node {
	switch {
	case !n.AsksKnown():
		return n
	case b.ending != nil && b.ending.open(n):
		return put(logic.Of(n.Op != lang.Certain))
	case n.Op == lang.OpenFact && b.input.Values[n.Fact.Index].Known():
		return put(logic.False)
	case n.Op == lang.OpenFact:
		return &lang.Node{Op: lang.Const, Value: logic.Unknown, Fact: n.Fact}
	case n.Op == lang.Open && n.Args[0].Truth(b.env) != logic.Unknown:
		return put(logic.False)
	case (n.Op == lang.Open || n.Op == lang.Certain) && b.ending != nil:
		return b.later(n.Args[0])
	case n.Op == lang.Open, n.Op == lang.Certain:
		// Whether it is open, or certain, turns on the same facts as what it asks about. If that asks again what
		// is certain, the inner answer counts as it is now: answers ask nothing that only a change of it would need.
		return n.Args[0]
	}
	return replaced(n, b.later)
}

// settles is whether a rule that holds, or does not, stays so whatever else becomes known; unknown
// where it may yet change.
func (b *builder) settles(r *policy.Rule) logic.Truth {
	if b.shut(r) {
		return logic.False
	}
	return b.laterOf(r).Truth(b.env)
}

// laterOf is the condition of a rule as more knowledge may yet decide it.
func (b *builder) laterOf(r *policy.Rule) *lang.Node {
	if !b.index.asksKnown[r.Index] {
		return r.When.Root
	}
	i := b.index.alike[r.Index]
	if b.laters[i] == nil {
		b.laters[i] = b.later(r.When.Root)
	}
	return b.laters[i]
}

// shut reports whether a rule cannot hold on the day of the case, whatever becomes known.
func (b *builder) shut(r *policy.Rule) bool { return b.off(r) || !r.InForce(b.c.AsOf.Unix()) }

// mayChange lists the facts that could make a rule hold, or no longer hold, by becoming known.
func (b *builder) mayChange(r *policy.Rule, visit func(*vocabulary.Fact)) {
	if b.shut(r) {
		return
	}
	b.laterOf(r).Unresolved(b.env, func(n *lang.Node) { n.Facts(visit) })
}
