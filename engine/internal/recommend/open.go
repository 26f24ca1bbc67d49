package recommend

import (
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
)

// openFacts lists, in vocabulary order, the facts that an open rule waits on: the
// unknown ones in the parts of its condition that are themselves unknown, followed
// through grounds, counts and the level to the rules behind them.
func (b *builder) openFacts(r *policy.Rule) []*vocabulary.Fact {
	return b.openIn(r.When.Root)
}

// openIn does the same for a part of a condition.
func (b *builder) openIn(n *lang.Node) []*vocabulary.Fact {
	w := &waiting{b: b, seen: map[*policy.Rule]bool{}}
	w.node(n)
	return inOrder(w.facts)
}

// waiting collects what an open condition waits on.
type waiting struct {
	b     *builder
	facts []*vocabulary.Fact
	seen  map[*policy.Rule]bool
}

func (w *waiting) node(n *lang.Node) {
	n.Unresolved(w.b.env, func(n *lang.Node) {
		switch n.Op {
		case lang.Ground:
			w.b.groundRules(n.N, w.rule)
		case lang.Decisive:
			w.indicators(func(i *policy.Indicator) bool { return i.Strength == policy.StrengthDecides && i.Level >= n.N })
		case lang.CountIn:
			w.count(n)
		default:
			n.Facts(func(f *vocabulary.Fact) {
				if !w.b.input.Values[f.Index].Known() {
					w.facts = append(w.facts, f)
				}
			})
		}
	})
}

func (w *waiting) count(n *lang.Node) {
	switch n.Counter {
	case lang.Level:
		for _, l := range w.b.policy.Levels {
			w.rule(l.Rule)
		}
	case lang.Tally, lang.Domains:
		w.indicators(func(i *policy.Indicator) bool { return i.Strength != policy.StrengthContext && i.Level >= n.N })
	}
}

func (w *waiting) indicators(which func(*policy.Indicator) bool) {
	for _, i := range w.b.policy.Indicators {
		if which(i) {
			w.rule(i.Rule)
		}
	}
}

// rule follows a rule that is still open.
func (w *waiting) rule(r *policy.Rule) {
	if w.seen[r] || w.b.outcome.Truths[r.Index] != logic.Unknown {
		return
	}
	w.seen[r] = true
	w.node(r.When.Root)
}

// paths lists the paths of facts, and notes their titles.
func (b *builder) paths(facts []*vocabulary.Fact) []string {
	out := make([]string, len(facts))
	for i, f := range facts {
		out[i] = f.Path
		b.titles[f.Path] = f.Title
	}
	return out
}
