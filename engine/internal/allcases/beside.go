package allcases

import (
	"slices"

	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/formula"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/term"
)

// Beside compares every case with another that says one thing otherwise.
type Beside struct {
	// Can is whether a case can be compared: it says something of the fact, and the other case is not refused.
	Can           formula.Ref
	before, after *Cases
	reads         func(*policy.Rule) bool
}

// Worse compares every case that states a scale exactly with the same case in which it is one rung worse.
func (c *Cases) Worse(f *vocabulary.Fact) Beside {
	s := &c.said[f.Index]
	last := len(s.lo) - 1
	worse := value{exact: s.exact, some: formula.True}
	for i := range s.lo {
		lo, hi := formula.True, formula.True
		if i > 0 {
			lo, hi = s.lo[i-1], s.hi[i-1]
		}
		worse.lo, worse.hi = append(worse.lo, lo), append(worse.hi, hi)
	}
	return c.beside(f, worse, c.And(s.exact, s.lo[last].Not()))
}

// Instead compares every case that states a choice with the same case in which it states another word.
func (c *Cases) Instead(f *vocabulary.Fact, word int) Beside {
	s := &c.said[f.Index]
	return c.beside(f, c.known(f, vocabulary.Exactly(int64(word))), c.And(s.exact, s.lo[word].Not()))
}

// beside compares cases with those that say something else of a fact.
func (c *Cases) beside(f *vocabulary.Fact, says value, can formula.Ref) Beside {
	d := *c
	d.said, d.words = slices.Clone(c.said), nil
	d.said[f.Index] = said{value: says}
	d.take()
	out := Beside{Can: can, before: c, after: &d, reads: c.readsOther(&d)}
	for _, refused := range d.refused() {
		out.Can = c.And(out.Can, refused.Not())
	}
	return out
}

// Levels are whether the other case comes to a lower level, or a lower highest level, and whether to a higher one.
func (b Beside) Levels() (lower, higher formula.Ref) {
	c, d := b.before, b.after
	d.found = d.findings(d.view, c.found, b.reads)
	d.settling = d.settlingBeside(c, b.reads)
	var falls, rises []formula.Ref
	for i, before := range c.LevelFrom {
		after := d.settling.finding(d.found.atLeast[i], func(f *findings) Truth { return f.atLeast[i] })
		falls = append(falls, c.And(before.Is, after.Is.Not()), c.And(before.May, after.May.Not()))
		rises = append(rises, c.And(after.Is, before.Is.Not()), c.And(after.May, before.May.Not()))
	}
	return c.Or(falls...), c.Or(rises...)
}

// Rules are, for the rules that bear on the level, whether one holds less in the other case, or more: by Kleene's rules, and in
// each cell. If none can fall, the level cannot either, which is far less to decide. That is told only where it follows:
// where no level is helped by fewer findings, and the cells are the same in both cases.
func (b Beside) Rules() (fall, rise []formula.Ref, told bool) {
	c, d := b.before, b.after
	if c.Bounded() || c.moved(d) || slices.ContainsFunc(c.Policy.Levels, evaluate.HelpedByFewer) {
		return nil, nil, false
	}
	context := map[int]bool{}
	for _, i := range c.Policy.Indicators {
		context[i.Index] = i.Strength == term.StrengthContext && i.Ground < 0
	}
	looked := make([]bool, len(c.facts()))
	for _, t := range c.settling.facts {
		looked[t.fact.Index] = true
	}
	add := func(r *policy.Rule, found *findings, view func(*vocabulary.Fact) value) {
		// A level criterion is looked at beside the same findings: it follows what becomes of those.
		before, after := found.rules[r.Index], c.rule(r, view, func(n *lang.Node) Truth { return c.ofFindings(found, n) })
		fall = append(fall, c.And(before.Is, after.Is.Not()), c.And(before.May, after.May.Not()))
		rise = append(rise, c.And(after.Is, before.Is.Not()), c.And(after.May, before.May.Not()))
	}
	for _, r := range c.Policy.Rules[:c.Policy.FindingsEnd] {
		if context[r.Index] || !b.reads(r) { // what is only context never counts
			continue
		}
		add(r, c.found, d.view)
		byCell := r.Kind == term.KindLevel
		r.When.Root.Facts(func(f *vocabulary.Fact) { byCell = byCell || looked[f.Index] })
		for i := range c.settling.cells {
			if x := &c.settling.cells[i]; byCell {
				add(r, x.findings, d.inCell(x.view, looked))
			}
		}
	}
	return distinct(fall), distinct(rise), true
}

// inCell gives what is known of facts in a cell of other cases.
func (c *Cases) inCell(view func(*vocabulary.Fact) value, looked []bool) func(*vocabulary.Fact) value {
	return func(f *vocabulary.Fact) value {
		if looked[f.Index] {
			return view(f)
		}
		return c.view(f)
	}
}

// distinct are some formulas, each once, without those that never hold.
func distinct(list []formula.Ref) []formula.Ref {
	slices.Sort(list)
	return slices.DeleteFunc(slices.Compact(list), func(r formula.Ref) bool { return r == formula.False })
}

// moved reports whether a fact that is looked at both ways is something else in other cases.
func (c *Cases) moved(other *Cases) bool {
	return slices.ContainsFunc(c.settling.facts, func(t twoWay) bool {
		return !c.taken[t.fact.Index].same(other.taken[t.fact.Index])
	})
}

// readsOther tells which rules read a fact that is taken to be something else in other cases.
func (c *Cases) readsOther(other *Cases) func(*policy.Rule) bool {
	reads := make([]bool, c.Policy.FindingsEnd)
	for _, r := range c.Policy.Rules[:c.Policy.FindingsEnd] {
		r.When.Root.Facts(func(f *vocabulary.Fact) {
			reads[r.Index] = reads[r.Index] || !c.taken[f.Index].same(other.taken[f.Index])
		})
	}
	return func(r *policy.Rule) bool { return reads[r.Index] }
}

// same reports whether two values are the same formulas.
func (v value) same(other value) bool {
	return v.exact == other.exact && v.some == other.some && slices.Equal(v.lo, other.lo) && slices.Equal(v.hi, other.hi)
}

// settlingBeside is what settles the findings of cases in which other facts are something else. Where those are none that
// are looked at both ways, the cells are the same.
func (c *Cases) settlingBeside(other *Cases, reads func(*policy.Rule) bool) settling {
	if other.moved(c) || other.Bounded() {
		return c.newSettling()
	}
	s := settling{Cases: c, facts: other.settling.facts, exact: other.settling.exact}
	looked := make([]bool, len(c.facts()))
	for _, t := range s.facts {
		looked[t.fact.Index] = true
	}
	for _, x := range other.settling.cells {
		view := c.inCell(x.view, looked)
		s.cells = append(s.cells, cell{x.allowed, view, c.findings(view, x.findings, reads)})
	}
	return s
}
