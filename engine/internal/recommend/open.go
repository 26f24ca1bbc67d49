package recommend

import (
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/term"
)

// openFacts lists, in vocabulary order, the facts that an open rule waits on: the
// unknown ones in the parts of its condition that are themselves unknown, followed
// through grounds, counts and the level to the rules behind them.
func (b *builder) openFacts(r *policy.Rule) []*vocabulary.Fact { return b.openIn(r.When.Root) }

// openIn does the same for a part of a condition.
func (b *builder) openIn(n *lang.Node) []*vocabulary.Fact { return b.inOrder(b.waits(n)) }

// finding names a ground, a sign that decides, a count or the level, as a condition asks
// for it.
type finding struct {
	op      lang.Op
	counter lang.Counter
	n       int
}

// waits is what an open condition waits on.
func (b *builder) waits(n *lang.Node) factSet {
	facts := b.newSet()
	b.unresolved(n, b.addWaits(facts))
	return facts
}

// unresolved calls visit for each part without parts that makes a condition open.
func (b *builder) unresolved(n *lang.Node, visit func(*lang.Node)) {
	from := len(b.unknown)
	n.Unresolved(b.env, &b.unknown)
	end := len(b.unknown)
	for at := from; at < end; at++ {
		visit(b.unknown[at]) // which may follow it to other conditions, behind the end
	}
	b.unknown = b.unknown[:from]
}

// waitsLater is what a rule asks for that could make it hold, or no longer hold, by becoming known.
func (b *builder) waitsLater(r *policy.Rule) factSet {
	facts := b.newSet()
	b.unsettled(b.asksFor(), r, b.addWaits(facts))
	return facts
}

// addWaits adds what a part without parts waits on.
func (b *builder) addWaits(facts factSet) func(*lang.Node) {
	return func(n *lang.Node) {
		if asksFinding(n) {
			facts.addAll(b.waitsOnFinding(finding{n.Op, n.Counter, n.N}))
			return
		}
		n.Facts(func(f *vocabulary.Fact) {
			if !b.input.Values[f.Index].Known() {
				facts.add(f)
			}
		})
	}
}

// waitsOnFinding is what a finding waits on. Many rules ask for the same, so it is
// remembered.
func (b *builder) waitsOnFinding(x finding) factSet {
	if facts, ok := b.waiting[x]; ok {
		return facts
	}
	facts := b.newSet()
	add := func(r *policy.Rule) {
		if b.holds(r) == logic.Unknown {
			facts.addAll(b.waits(r.When.Root))
		}
	}
	switch {
	case x.op == lang.Ground:
		for _, r := range b.index.groundRules[x.n] {
			add(r)
		}
	case x.op == lang.CountIn && x.counter == lang.Level:
		for _, l := range b.policy.Levels {
			add(l.Rule)
		}
	default:
		for _, i := range b.policy.Indicators {
			if i.Level >= x.n && (i.Strength == term.StrengthDecides || x.op == lang.CountIn && i.Strength != term.StrengthContext) {
				add(i.Rule)
			}
		}
	}
	b.waiting[x] = facts
	return facts
}

// paths lists the paths of facts, and notes their titles.
func (b *builder) paths(facts []*vocabulary.Fact) []string {
	out := cut(&b.scratch.texts, len(facts), roomForTexts)
	for i, f := range facts {
		out[i] = f.Path
		b.titles[f.Path] = f.Title
	}
	return out
}
