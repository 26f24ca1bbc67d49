package allcases

import (
	"windscreen/engine/internal/formula"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/term"
)

// findings are the results up to the level by Kleene's rules, as evaluate.Findings has them.
type findings struct {
	rules, counted, grounds, decisive []Truth
	// tally and domains are, by level, what is counted.
	tally, domains [][]Truth
	// atLeast are, by level, whether the level is at least this one.
	atLeast []Truth
}

// findings works them out for what is known of facts. Where a rule reads none of the facts of which
// something else is known than in other findings, those are taken over.
func (c *Cases) findings(view func(*vocabulary.Fact) value, other *findings, reads func(*policy.Rule) bool) *findings {
	p := c.Policy
	f := &findings{rules: make([]Truth, p.FindingsEnd)}
	for _, r := range p.Rules[:p.FindingsEnd] {
		switch {
		case r.Kind == term.KindLevel: // after counting
		case other != nil && !reads(r):
			f.rules[r.Index] = other.rules[r.Index]
		default:
			f.rules[r.Index] = c.rule(r, view, nil)
		}
	}
	c.ground(f)
	c.count(f)
	for _, l := range p.Levels {
		f.rules[l.Index] = c.rule(l.Rule, view, func(n *lang.Node) Truth { return c.ofFindings(f, n) })
	}
	for i := range p.Levels {
		var is, may []formula.Ref
		for _, l := range p.Levels[i:] {
			is, may = append(is, f.rules[l.Index].Is), append(may, f.rules[l.Index].May)
		}
		at := Truth{c.Or(is...), c.Or(may...)}
		if i == 0 {
			at = constant(true)
		}
		f.atLeast = append(f.atLeast, at)
	}
	return f
}

// rule is the truth of a rule; false where it is not in force.
func (c *Cases) rule(r *policy.Rule, view func(*vocabulary.Fact) value, found func(*lang.Node) Truth) Truth {
	switch {
	case !r.InForce(c.at()):
		return constant(false)
	case r.Always:
		return constant(true)
	}
	return c.condition(r.When.Root, view, found)
}

// ground works out the grounds.
func (c *Cases) ground(f *findings) {
	for _, rules := range c.Policy.GroundRules() {
		list := make([]Truth, len(rules))
		for i, r := range rules {
			list[i] = f.rules[r.Index]
		}
		f.grounds = append(f.grounds, c.any(list))
	}
}

// any holds where one of several does.
func (c *Cases) any(list []Truth) Truth {
	is, may := split(list)
	return Truth{c.Or(is...), c.Or(may...)}
}

// split takes conditions apart.
func split(list []Truth) (is, may []formula.Ref) {
	is, may = make([]formula.Ref, len(list)), make([]formula.Ref, len(list))
	for i, t := range list {
		is[i], may[i] = t.Is, t.May
	}
	return is, may
}

// count works out what counts, the tallies, the domains and what decides. A sign counts at its own level and
// at every level below.
func (c *Cases) count(f *findings) {
	p := c.Policy
	levels := len(p.Levels)
	f.counted, f.decisive = make([]Truth, len(p.Indicators)), make([]Truth, levels)
	f.tally, f.domains = make([][]Truth, levels), make([][]Truth, levels)
	for i := range f.counted {
		f.counted[i] = constant(false)
	}
	firm := make([][]Truth, len(p.Concepts)) // the signs that decide or count, by concept
	concepts, domains := make([][]Truth, len(p.Concepts)), make([][]Truth, len(p.Domains))
	var decides []Truth
	for level := levels - 1; level >= 0; level-- {
		for _, i := range p.Indicators {
			if i.Level == level && i.Strength.Counts() {
				firm[i.Concept] = append(firm[i.Concept], f.rules[i.Index])
			}
		}
		for n, i := range p.Indicators {
			if i.Level != level || i.Strength == term.StrengthContext {
				continue
			}
			t := f.rules[i.Index]
			if i.Strength == term.StrengthModifies {
				beside := c.otherConcepts(firm, i.Concept)
				t = Truth{c.And(t.Is, beside.Is), c.And(t.May, beside.May)}
			}
			f.counted[n] = t
			concepts[i.Concept], domains[i.Domain] = append(concepts[i.Concept], t), append(domains[i.Domain], t)
			if i.Strength == term.StrengthDecides {
				decides = append(decides, t)
			}
		}
		for _, list := range concepts {
			f.tally[level] = append(f.tally[level], c.any(list))
		}
		for _, list := range domains {
			f.domains[level] = append(f.domains[level], c.any(list))
		}
		f.decisive[level] = c.any(decides)
	}
}

// otherConcepts is whether a firm sign of another concept holds.
func (c *Cases) otherConcepts(firm [][]Truth, but int) Truth {
	var list []Truth
	for concept, signs := range firm {
		if concept != but {
			list = append(list, signs...)
		}
	}
	return c.any(list)
}

// ofFindings is what a condition asks of findings.
func (c *Cases) ofFindings(f *findings, n *lang.Node) Truth {
	if n.Op == lang.Ground {
		return f.grounds[n.N]
	}
	if n.Op == lang.Decisive {
		return f.decisive[n.N]
	}
	members := f.tally[n.N]
	if n.Counter == lang.Domains {
		members = f.domains[n.N]
	}
	is, may := split(members)
	return c.counted(is, may, n.Lo, n.Hi)
}
