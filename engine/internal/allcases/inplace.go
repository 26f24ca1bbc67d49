package allcases

import (
	"windscreen/engine/internal/formula"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/policy"
)

// InPlace is what another condition comes to in the place of a rule's, on a day on which the rule is in force. Up to the
// level that is by Kleene's rules, before looking both ways. What it asks has to be told apart: see Tells.
func (c *Cases) InPlace(r *policy.Rule, of *lang.Node) Truth {
	if r.Index < c.Policy.FindingsEnd {
		return c.condition(of, c.view, func(n *lang.Node) Truth { return c.ofFindings(c.found, n) })
	}
	return c.condition(of, c.view, c.Settled)
}

// UnlikeInPlace is whether two conditions in the place of a rule's come to something else, as InPlace has them.
func (c *Cases) UnlikeInPlace(r *policy.Rule, a, b *lang.Node) formula.Ref {
	return c.Or(c.unlike([]Truth{c.InPlace(r, a)}, []Truth{c.InPlace(r, b)})...)
}

// UnlikeAnyWay is the same after looking both ways: whether they come to something else in any way in which facts can turn
// out. It tells of a rule up to the level only where all ways are looked at: see Whole. Where two conditions are alike
// by Kleene's rules and in each way, so is all that follows from them.
func (c *Cases) UnlikeAnyWay(r *policy.Rule, a, b *lang.Node) formula.Ref {
	ways := []formula.Ref{c.UnlikeInPlace(r, a, b)}
	if r.Index < c.Policy.FindingsEnd {
		for _, x := range c.settling.cells {
			found := func(n *lang.Node) Truth { return c.ofFindings(x.findings, n) }
			before, after := c.condition(a, x.view, found), c.condition(b, x.view, found)
			for _, unlike := range c.unlike([]Truth{before}, []Truth{after}) {
				ways = append(ways, c.And(x.allowed, unlike))
			}
		}
	}
	return c.Or(ways...)
}
