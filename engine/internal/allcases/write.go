package allcases

import (
	"time"

	"windscreen/engine/facts"
	"windscreen/engine/internal/formula"
	"windscreen/engine/internal/vocabulary"
)

// saying is what a case says, on its way from a model of the formulas to a case file.
type saying struct {
	// values are what is stated, by Fact.Index; nothing known where nothing is.
	values                   []vocabulary.Value
	unknown, alleged, silent map[*vocabulary.Fact]bool
	// level is the number of the level judged, or 0.
	level int
}

// saying reads off a model what the case says. Dates are left to dates.
func (c *Cases) saying(holds func(formula.Ref) bool) saying {
	s := saying{values: make([]vocabulary.Value, len(c.facts())), unknown: map[*vocabulary.Fact]bool{},
		alleged: map[*vocabulary.Fact]bool{}, silent: map[*vocabulary.Fact]bool{}}
	for _, f := range c.facts() {
		said := &c.said[f.Index]
		s.values[f.Index] = c.saysOf(f, holds)
		s.unknown[f], s.alleged[f], s.silent[f] = holds(said.unknown), holds(said.alleged), holds(said.silent)
		_, told := c.stretches(f, holds)
		if !told && holds(said.exact) && !f.Dated() { // one of several values that no rule tells apart
			s.values[f.Index].Hi = s.values[f.Index].Lo
		}
	}
	for i, at := range c.judged {
		if holds(at) {
			s.level = c.Policy.Levels[i].Number
		}
	}
	return s
}

// stretches are the bounds of a number in a model, and whether every value between its cuts is told apart.
func (c *Cases) stretches(f *vocabulary.Fact, holds func(formula.Ref) bool) (v vocabulary.Value, told bool) {
	v = f.Unknown()
	said, cuts := &c.said[f.Index], c.cuts[f.Index]
	for i, at := range cuts {
		if holds(said.lo[i]) {
			v.Lo = at
		}
		if v.Hi >= at && holds(said.hi[i].Not()) {
			v.Hi = at - 1
		}
	}
	all := f.Unknown()
	return v, int64(len(cuts)) == all.Hi-all.Lo
}

// saysOf is what a model says of one fact.
func (c *Cases) saysOf(f *vocabulary.Fact, holds func(formula.Ref) bool) vocabulary.Value {
	v, said := f.Unknown(), &c.said[f.Index]
	switch f.Kind {
	case vocabulary.Choice:
		for i, is := range said.lo {
			if holds(is) {
				return vocabulary.Exactly(int64(i))
			}
		}
	case vocabulary.Choices:
		for i := range f.Words {
			if holds(said.lo[i]) {
				v.Lo |= 1 << i
			}
			if holds(said.hi[i].Not()) {
				v.Hi &^= 1 << i
			}
		}
	case vocabulary.YesNo, vocabulary.Scale, vocabulary.Whole:
		v, _ = c.stretches(f, holds)
	case vocabulary.Date, vocabulary.Time:
	}
	return v
}

// File is the case as a case file.
func (c *Cases) file(s saying) *facts.Case {
	out := &facts.Case{Policy: c.Policy.ID, AsOf: c.asOf.Format(time.RFC3339), Stated: facts.Stated{}}
	for _, f := range c.facts() {
		value := f.Plain(s.values[f.Index], c.Policy.Vocabulary.London)
		switch {
		case s.silent[f]:
			out.Explored = append(out.Explored, f.Path)
			continue
		case value != nil:
		case s.unknown[f]:
			value = "unknown"
		case s.alleged[f]:
			value = map[string]any{"alleged": f.Plain(f.WorstAlleged(f.Unknown()), c.Policy.Vocabulary.London)}
		default:
			continue
		}
		out.Stated.State(f.Domain, f.Name, value)
	}
	if s.level > 0 {
		out.Judgement = &facts.Judgement{Level: s.level, By: "nobody", Reason: "made up"}
	}
	return out
}
