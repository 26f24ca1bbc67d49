package allcases

import (
	"windscreen/engine/internal/formula"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/vocabulary"
)

// supply works out what is taken to be so, in the order in which the reading of a case does.
func (c *Cases) supply() {
	c.births()
	c.take()
}

// take works out what is taken to be so from what is said.
func (c *Cases) take() {
	c.taken = make([]value, len(c.said))
	for _, f := range c.facts() {
		c.taken[f.Index] = c.presume(f)
	}
	for _, f := range c.facts() {
		if f.FromOthers != nil {
			c.taken[f.Index] = c.either(c.stays(f), c.taken[f.Index], c.otherwise(f))
		}
	}
	conditions := map[string]Truth{}
	for _, f := range c.Policy.Vocabulary.Limited {
		text := f.Applies.String()
		applies, ok := conditions[text]
		if !ok {
			applies = c.ofFacts(f.Applies)
			conditions[text] = applies
		}
		c.taken[f.Index] = c.either(c.Or(c.stays(f), applies.May), c.taken[f.Index], c.otherwise(f))
	}
}

// births ties ages to dates of birth: a date that is given says how many years have been completed.
func (c *Cases) births() {
	for _, f := range c.facts() {
		if f.YearsSince == nil {
			continue
		}
		age, born, all := &c.said[f.Index], &c.said[f.YearsSince.Index], f.Unknown()
		for years := all.Lo + 1; years <= all.Hi+1; years++ {
			i, _, _ := c.place(f.YearsSince, c.younger(years))
			if years > all.Hi { // older than the fact goes is refused
				c.Require(born.hi[i], c.Implies(born.some, born.hi[i]))
				continue
			}
			j, _, _ := c.place(f, years)
			for _, v := range []formula.Ref{born.lo[i], born.hi[i], age.lo[j], age.hi[j]} {
				c.Require(v, c.Implies(c.And(born.some, born.hi[i].Not()), age.lo[j]))
				c.Require(v, c.Implies(c.And(born.some, born.lo[i]), age.hi[j].Not()))
			}
		}
	}
}

// presume is what a fact is taken to be before it is asked whether it applies.
func (c *Cases) presume(f *vocabulary.Fact) value {
	s := &c.said[f.Index]
	if f.Presumed == nil && f.AheadOf == nil {
		return s.value
	}
	supplied := s.value
	if f.Presumed != nil {
		supplied = c.either(c.Or(s.some, s.alleged), c.cutTo(f), c.known(f, *f.Presumed))
	}
	if d := f.AheadOf; d != nil { // nothing is presumed where the date is given
		supplied = c.either(c.said[d.Index].some, c.expected(f), supplied)
	}
	return supplied
}

// expected is what is said of a fact that is so while a date lies ahead: if nothing is said of it, it follows from the date.
func (c *Cases) expected(f *vocabulary.Fact) value {
	s := &c.said[f.Index]
	stays := c.Or(s.some, s.unknown, s.alleged, c.ahead(f.AheadOf).Not())
	return c.either(stays, s.value, c.known(f, vocabulary.YesOrNo(true)))
}

// ahead is whether a date that is expected certainly lies ahead, and the date that takes its place is not given.
func (c *Cases) ahead(d *vocabulary.Fact) formula.Ref {
	lies, _ := c.reaches(d, c.said[d.Index].value, c.at()+1)
	if d.Expects == nil {
		return lies
	}
	return c.And(lies, c.said[d.Expects.Index].some.Not())
}

// cutTo is what is said of a number, cut to what is presumed of it if the two overlap.
func (c *Cases) cutTo(f *vocabulary.Fact) value {
	s := &c.said[f.Index]
	if f.Kind == vocabulary.Choice || f.Kind == vocabulary.Choices {
		return s.value
	}
	hiFrom := func(v int64) formula.Ref { _, hi := c.reaches(f, s.value, v); return hi }
	loFrom := func(v int64) formula.Ref { lo, _ := c.reaches(f, s.value, v); return lo }
	overlaps := c.And(hiFrom(f.Presumed.Lo), loFrom(f.Presumed.Hi+1).Not(), s.some)
	cut := value{some: formula.True}
	var same []formula.Ref
	for i, at := range c.cuts[f.Index] {
		// A bound that is cut is the presumed one where that is closer.
		lo, hi := c.Or(s.lo[i], formula.Of(f.Presumed.Lo >= at)), c.And(s.hi[i], formula.Of(f.Presumed.Hi >= at))
		cut.lo, cut.hi = append(cut.lo, lo), append(cut.hi, hi)
		same = append(same, c.Same(lo, hi))
	}
	cut.exact = c.And(same...)
	if _, all := c.singles(f, s.value); !all {
		cut.exact = s.exact // as far as it can be told
	}
	return c.either(overlaps, cut, s.value)
}

// stays is whether a fact is not replaced where it does not apply: it is stated, alleged, or said to be unknown.
func (c *Cases) stays(f *vocabulary.Fact) formula.Ref {
	s := &c.said[f.Index]
	stays := c.Or(s.some, s.unknown, s.alleged)
	if f.AheadOf != nil {
		stays = c.Or(stays, c.ahead(f.AheadOf))
	}
	return stays
}

// otherwise is what a fact is where it does not apply, or where no other child gives it.
func (c *Cases) otherwise(f *vocabulary.Fact) value {
	if f.Otherwise != nil {
		return c.known(f, *f.Otherwise)
	}
	return c.known(f, f.Unknown())
}

// ofFacts is a condition of the vocabulary, by what is taken to be so.
func (c *Cases) ofFacts(of vocabulary.Condition) Truth {
	if of, ok := of.(lang.OfFacts); ok {
		return c.condition(of.Root(), c.view, nil)
	}
	return Truth{formula.False, formula.True}
}

// view gives what is taken to be so of a fact.
func (c *Cases) view(f *vocabulary.Fact) value { return c.taken[f.Index] }
