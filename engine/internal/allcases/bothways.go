package allcases

import (
	"math"
	"slices"

	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/formula"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
)

// Looking both ways
//
// Package evaluate takes the facts that are not known and that open rules read both ways, looks at each way
// in which they can turn out, and keeps what all have in common. Here, each way in which the facts can turn
// out that rules can read both ways at all is a cell. A finding is certain if it is certain in every cell
// that what is known allows. That a fact does not have to be looked at where no open rule reads it both ways
// makes no difference: looking would tell nothing.
//
// What package evaluate may look at is bounded. Where its bound could be met, a finding is settled somewhere
// between Kleene's rules and all cells, and a variable says whether it is. Then a proof holds for every way
// in which the bound could fall, and a case that is found is confirmed by the evaluator, or not. Where there
// are too many cells to describe, such a variable may settle whatever Kleene's rules leave open.

// maxCells bounds how many cells are described.
const maxCells = 2 * evaluate.MaxCells

// twoWay is a fact that rules up to the level can read both ways.
type twoWay struct {
	fact *vocabulary.Fact
	// ways are values of which each stands for those that no rule tells from it.
	ways []vocabulary.Value
	// allowed are, by way, whether what is known allows it.
	allowed []formula.Ref
}

// cell is one way in which those facts can turn out.
type cell struct {
	allowed formula.Ref
	// view gives what is known of facts in it.
	view func(*vocabulary.Fact) value
	*findings
}

// twoWays are the facts that rules can read both ways, in vocabulary order.
func (c *Cases) twoWays() []twoWay {
	p := c.Policy
	either := slices.ContainsFunc(p.Levels, evaluate.HelpedByFewer)
	tests := make([][]evaluate.Test, len(c.facts()))
	ways := make([]evaluate.Way, len(c.facts()))
	for _, r := range p.Rules[:p.FindingsEnd] {
		evaluate.Readings(r, func(f *vocabulary.Fact, t evaluate.Test, w evaluate.Way) {
			if !slices.Contains(tests[f.Index], t) {
				tests[f.Index] = append(tests[f.Index], t)
			}
			ways[f.Index] |= w
			if either {
				ways[f.Index] |= evaluate.Either
			}
		})
	}
	var list []twoWay
	for _, f := range c.facts() {
		if ways[f.Index].Both(len(tests[f.Index]) > 1) {
			list = append(list, c.twoWay(f, tests[f.Index]))
		}
	}
	return list
}

// twoWay lists the ways in which a fact can turn out.
func (c *Cases) twoWay(f *vocabulary.Fact, tests []evaluate.Test) twoWay {
	t, v, all := twoWay{fact: f}, c.taken[f.Index], f.Unknown()
	if f.Kind == vocabulary.Choice {
		for word := range f.Words {
			t.ways = append(t.ways, vocabulary.Exactly(int64(word)))
			t.allowed = append(t.allowed, c.Or(v.exact.Not(), v.lo[word]))
		}
		return t
	}
	from := []int64{all.Lo}
	for _, test := range tests {
		if test.Lo > all.Lo && test.Lo <= all.Hi {
			from = append(from, test.Lo)
		}
		if test.Hi < all.Hi && test.Hi < math.MaxInt64 && test.Hi >= all.Lo {
			from = append(from, test.Hi+1)
		}
	}
	slices.Sort(from)
	from = slices.Compact(from)
	for i, lo := range from {
		hi := all.Hi
		if i+1 < len(from) {
			hi = from[i+1] - 1
		}
		t.ways = append(t.ways, vocabulary.Value{Lo: lo, Hi: hi})
		t.allowed = append(t.allowed, c.within(f, v, lo, hi).May)
	}
	return t
}

// newSettling works out the findings of every cell, and whether package evaluate certainly looks at all of them.
// There are none if there are too many.
func (c *Cases) newSettling() settling {
	facts, total := c.twoWays(), 1
	s := settling{Cases: c, facts: facts}
	for _, t := range facts {
		if total *= len(t.ways); total > maxCells {
			return s
		}
	}
	reads := c.readersOf(facts)
	for n := range total {
		rest, allowed := n, []formula.Ref{}
		now := make(map[*vocabulary.Fact]value, len(facts))
		for _, t := range facts {
			way := rest % len(t.ways)
			rest /= len(t.ways)
			now[t.fact] = c.known(t.fact, t.ways[way])
			allowed = append(allowed, t.allowed[way])
		}
		view := func(f *vocabulary.Fact) value {
			if v, ok := now[f]; ok {
				return v
			}
			return c.view(f)
		}
		s.cells = append(s.cells, cell{c.And(allowed...), view, c.findings(view, c.found, reads)})
	}
	s.exact = c.fits(facts, total)
	return s
}

// fits is whether so few of some facts are not known that package evaluate can look at all ways of them.
func (c *Cases) fits(facts []twoWay, total int) formula.Ref {
	if total <= evaluate.MaxCells {
		return formula.True
	}
	var ways []formula.Ref
	for i, t := range facts {
		if total/len(t.ways) <= evaluate.MaxCells {
			ways = append(ways, c.taken[facts[i].fact.Index].exact)
		}
	}
	return c.Or(ways...)
}

// readersOf tells which rules read one of some facts.
func (c *Cases) readersOf(facts []twoWay) func(*policy.Rule) bool {
	reads := make([]bool, c.Policy.FindingsEnd)
	for _, r := range c.Policy.Rules[:c.Policy.FindingsEnd] {
		r.When.Root.Facts(func(f *vocabulary.Fact) {
			reads[r.Index] = reads[r.Index] || slices.ContainsFunc(facts, func(t twoWay) bool { return t.fact == f })
		})
	}
	return func(r *policy.Rule) bool { return reads[r.Index] }
}

// find works out the findings, and settles them.
func (c *Cases) find() {
	c.found = c.findings(c.view, nil, nil)
	if c.sharing.settles(c) {
		return
	}
	c.settling = c.newSettling()
	c.settle()
}

// settle settles the findings.
func (c *Cases) settle() {
	s := c.settling
	for i, t := range c.found.rules {
		c.Rules = append(c.Rules, s.finding(t, func(f *findings) Truth { return f.rules[i] }))
	}
	c.Kleene = c.found.rules
	for i, t := range c.found.grounds {
		c.Grounds = append(c.Grounds, s.finding(t, func(f *findings) Truth { return f.grounds[i] }))
	}
	for i, t := range c.found.decisive {
		c.Decisive = append(c.Decisive, s.finding(t, func(f *findings) Truth { return f.decisive[i] }))
	}
	for i, t := range c.found.atLeast {
		c.LevelFrom = append(c.LevelFrom, s.finding(t, func(f *findings) Truth { return f.atLeast[i] }))
	}
}

// settling keeps what all cells have in common.
type settling struct {
	*Cases
	// facts are those that are looked at both ways, and cells the ways in which they can turn out together.
	facts []twoWay
	cells []cell
	// exact is whether package evaluate certainly looks at all cells.
	exact formula.Ref
}

// finding is a finding after looking both ways.
func (s settling) finding(kleene Truth, of func(*findings) Truth) Truth {
	if len(s.cells) == 0 {
		return s.anyhow(kleene)
	}
	is := s.inAll(func(f *findings) formula.Ref { return of(f).Is })
	not := s.inAll(func(f *findings) formula.Ref { return of(f).May.Not() })
	return Truth{
		Is:  s.between(kleene.Is, is),
		May: s.between(kleene.May.Not(), not).Not(),
	}
}

// anyhow is a finding that may be settled in any way if it is open.
func (s settling) anyhow(kleene Truth) Truth {
	open := s.And(kleene.May, kleene.Is.Not())
	if open == formula.False {
		return kleene
	}
	yes, no := s.make(settled, nil, 0), s.make(settled, nil, 0)
	s.Require(yes, s.Or(yes.Not(), no.Not()))
	return Truth{s.Or(kleene.Is, s.And(open, yes)), s.And(kleene.May, s.And(open, no).Not())}
}

// Bounded reports whether there are more ways for facts to turn out than are described, so that all that is
// told of looking both ways is that it never tells less than Kleene's rules.
func (c *Cases) Bounded() bool { return len(c.settling.cells) == 0 }

// Whole reports whether package evaluate looks at every way in which facts can turn out that rules can read both ways, of
// whatever case.
func (c *Cases) Whole() bool { return c.settling.exact == formula.True }

// inAll is whether something is so in every cell that is allowed. Cells in which it is the same formula are
// put together.
func (s settling) inAll(of func(*findings) formula.Ref) formula.Ref {
	var refs []formula.Ref
	allowed := map[formula.Ref][]formula.Ref{}
	for _, x := range s.cells {
		r := of(x.findings)
		if _, ok := allowed[r]; !ok {
			refs = append(refs, r)
		}
		allowed[r] = append(allowed[r], x.allowed)
	}
	if len(refs) == 1 {
		return refs[0]
	}
	parts := make([]formula.Ref, len(refs))
	for i, r := range refs {
		parts[i] = s.Or(r, s.Or(allowed[r]...).Not())
	}
	return s.And(parts...)
}

// between is what is certain by Kleene's rules, or is so in all cells and was looked at.
func (s settling) between(kleene, inAll formula.Ref) formula.Ref {
	looked := s.exact
	if looked != formula.True && inAll != kleene {
		looked = s.Or(looked, s.make(settled, nil, 0))
	}
	return s.Or(kleene, s.And(inAll, looked))
}
