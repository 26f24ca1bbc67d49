package allcases

import (
	"slices"

	"windscreen/engine/internal/formula"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
)

// Tells reports whether a condition asks of numbers and dates only what is told apart already. If not, it has to be
// among the Options, under Also.
func (c *Cases) Tells(n *lang.Node) bool {
	told := true
	n.Walk(1, func(n *lang.Node, _ int) {
		f, from, to := n.Fact, n.Lo, n.Hi
		if n.Op == lang.TimeIn {
			f, from, to = c.stretch(n)
		}
		if f != nil && (n.Op == lang.FactIn || n.Op == lang.TimeIn) {
			told = told && c.cutThere(f, from) && c.cutThere(f, plus(to, 1))
		}
	})
	return told
}

// cutThere reports whether there is a cut at a value, or none is needed.
func (c *Cases) cutThere(f *vocabulary.Fact, at int64) bool {
	whole := f.Unknown()
	at = snapped(f, at, c.Policy.Vocabulary.London)
	if at <= whole.Lo || at > whole.Hi {
		return true
	}
	_, found := slices.BinarySearch(c.cuts[f.Index], at)
	return found
}

// Changed describes the same cases under a changed policy, over the same variables, so that what the two make of a case
// can be compared. The changed policy has its rules at the same places, and shares those that were not changed. What
// their conditions ask has to be told apart: see Tells. Restore takes it back. An error is a fault of this package.
func (c *Cases) Changed(q *policy.Policy) (*Cases, error) {
	d := *c
	d.Policy, d.words = q, nil
	d.Rules, d.Kleene, d.Grounds, d.Decisive, d.LevelFrom = nil, nil, nil, nil, nil
	d.spans = slices.Clone(c.spans)
	changed := func(r *policy.Rule) bool { return c.Policy.Rules[r.Index] != r }
	early := slices.ContainsFunc(q.Rules[:q.FindingsEnd], changed)
	if early {
		d.found = d.findings(d.view, c.found, changed)
		d.settling = d.settlingFrom(c, changed)
		d.settle()
	} else {
		d.Rules, d.Kleene, d.Grounds = slices.Clone(c.Rules[:q.FindingsEnd]), c.Kleene, c.Grounds
		d.Decisive, d.LevelFrom = c.Decisive, c.LevelFrom
		d.settling.Cases = &d
	}
	for _, r := range q.Rules[q.FindingsEnd:] {
		if changed(r) || early && r.When.Root.AsksFindings() {
			d.Rules = append(d.Rules, d.rule(r, d.view, d.Settled))
		} else {
			d.Rules = append(d.Rules, c.Rules[r.Index])
		}
	}
	c.spans = d.spans // what a question to these cases is about
	return &d, d.missing
}

// settlingFrom is what settles the findings of a changed policy. Where it looks at the same ways as the other, what no
// changed rule changes is taken over.
func (c *Cases) settlingFrom(other *Cases, changed func(*policy.Rule) bool) settling {
	same := slices.EqualFunc(c.twoWays(), other.settling.facts, func(a, b twoWay) bool {
		return a.fact == b.fact && slices.Equal(a.ways, b.ways)
	})
	if !same || other.Bounded() {
		return c.newSettling()
	}
	s := settling{Cases: c, facts: other.settling.facts, exact: other.settling.exact}
	for _, x := range other.settling.cells {
		s.cells = append(s.cells, cell{x.allowed, x.view, c.findings(x.view, x.findings, changed)})
	}
	return s
}

// asksCounts reports whether a rule asks of what is counted, or decides, rather than of grounds and the level alone.
func asksCounts(r *policy.Rule) bool {
	asks := false
	r.When.Root.Walk(1, func(n *lang.Node, _ int) {
		asks = asks || n.Op == lang.Decisive || n.Op == lang.CountIn && (n.Counter == lang.Tally || n.Counter == lang.Domains)
	})
	return asks
}

// Mark is what there was before something was added.
type Mark struct{ nodes, spans int }

// Mark notes what there is.
func (c *Cases) Mark() Mark { return Mark{c.Nodes(), len(c.spans)} }

// Restore takes back what was added since, Changed among it.
func (c *Cases) Restore(m Mark) {
	for n := m.nodes; n < c.Nodes(); n++ {
		delete(c.variables, formula.Ref(2*n))
	}
	c.spans = c.spans[:m.spans]
	c.Forget(m.nodes)
}

// Differs are the ways in which something else comes of a case than under a changed policy, as far as a scenario can
// expect it: that a rule holds, or may, the grounds, the level, and which line of consent answers. That there is a case
// for one of them is far easier to decide than that there is one for any.
//
// A rule after the level that was not changed, and that asks nothing of what is counted, comes out otherwise only where
// the grounds or the level do. So it is left out.
func (c *Cases) Differs(changed *Cases) []formula.Ref {
	ways := append(c.unlike(c.Grounds, changed.Grounds), c.unlike(c.LevelFrom, changed.LevelFrom)...)
	for i, r := range c.Policy.Rules {
		if i < c.Policy.FindingsEnd || changed.Policy.Rules[i] != r || asksCounts(r) {
			ways = append(ways, c.unlike(c.Rules[i:i+1], changed.Rules[i:i+1])...)
		}
	}
	if !slices.Equal(c.Policy.Consent, changed.Policy.Consent) {
		before, after := c.Answers(), changed.Answers()
		for i := range before {
			ways = append(ways, c.apart(before[i], after[i])...)
		}
	}
	slices.Sort(ways)
	return slices.Compact(ways)
}

// RulesDiffer are the ways in which some rules come to something else than under a changed policy.
func (c *Cases) RulesDiffer(changed *Cases, rules []int) []formula.Ref {
	var before, after []Truth
	for _, i := range rules {
		before, after = append(before, c.Rules[i]), append(after, changed.Rules[i])
	}
	return c.unlike(before, after)
}

// KleeneDiffers is whether some rules up to the level come to something else than under a changed policy by Kleene's rules
// alone. Then they mostly do after looking both ways too, and it is far less to decide.
func (c *Cases) KleeneDiffers(changed *Cases, rules []int) formula.Ref {
	var ways []formula.Ref
	for _, i := range rules {
		if i < c.Policy.FindingsEnd {
			ways = append(ways, c.unlike(c.Kleene[i:i+1], changed.Kleene[i:i+1])...)
		}
	}
	return c.Or(ways...)
}

// unlike are the ways in which some truths can be others.
func (c *Cases) unlike(a, b []Truth) []formula.Ref {
	var ways []formula.Ref
	for i := range a {
		ways = append(append(ways, c.apart(a[i].Is, b[i].Is)...), c.apart(a[i].May, b[i].May)...)
	}
	return ways
}

// apart are the ways in which two formulas can be apart: that only the one holds, and that only the other does.
func (c *Cases) apart(a, b formula.Ref) []formula.Ref {
	ways := []formula.Ref{c.And(a, b.Not()), c.And(b, a.Not())}
	return slices.DeleteFunc(ways, func(r formula.Ref) bool { return r == formula.False })
}
