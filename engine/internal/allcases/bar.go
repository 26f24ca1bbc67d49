package allcases

import (
	"windscreen/engine/internal/formula"
	"windscreen/engine/internal/vocabulary"
)

// bar rules out what a case of two policies cannot say because one of the vocabularies has no word for it: a rung or a
// word that only one of them has, and a fact that is of another type in each. What only one has as a whole can be
// said: the case of the other then leaves it out.
func (c *Cases) bar() {
	if c.sharing == nil {
		return
	}
	for _, f := range c.facts() {
		m := c.sharing.match[f.Index]
		switch {
		case m != nil:
			c.barWords(f, m)
			if !c.older() {
				c.tieWords(f, m)
			}
		case c.sharing.other.Policy.Vocabulary.Fact(f.Path) != nil, f.Dated():
			c.barFact(f)
		}
	}
}

// older is whether these are the cases of the older policy, whose variables are made first. A case is written in the words
// of the newer one.
func (c *Cases) older() bool { return c.sharing.known == nil }

// tieWords says when a set is whole for the older policy, of a word that only that one has: where the case says that
// the set is whole. It is not said of one that holds every word, as a list of all words may hold more for the older one.
func (c *Cases) tieWords(f, m *vocabulary.Fact) {
	if f.Kind != vocabulary.Choices {
		return
	}
	for i, w := range m.Words {
		if f.Word(w.Name) < 0 {
			may := c.sharing.other.said[m.Index].hi[i]
			c.Require(may, c.Same(may.Not(), c.And(c.said[f.Index].exact, c.And(c.said[f.Index].lo...).Not())))
		}
	}
}

// barFact rules out that anything is said of a fact.
func (c *Cases) barFact(f *vocabulary.Fact) {
	s := &c.said[f.Index]
	anything := c.Or(s.some, s.exact, s.unknown, s.alleged, s.silent)
	for _, v := range c.Variables(anything) {
		c.Require(v, anything.Not())
	}
}

// barWords rules out the rungs and words of a fact that its counterpart does not have.
func (c *Cases) barWords(f, m *vocabulary.Fact) {
	s := &c.said[f.Index]
	for i, w := range f.Words {
		if m.Word(w.Name) >= 0 {
			continue
		}
		switch f.Kind {
		case vocabulary.Scale:
			c.barRung(s, i)
		case vocabulary.Choice:
			c.Require(s.lo[i], s.lo[i].Not())
		case vocabulary.Choices: // that it does not apply is said only together with all others
			c.Require(s.lo[i], s.lo[i].Not())
			if !c.older() {
				c.Require(s.hi[i], c.Or(s.hi[i], s.exact))
			}
		case vocabulary.YesNo, vocabulary.Whole, vocabulary.Date, vocabulary.Time:
		}
	}
}

// barRung rules out that a bound of a scale falls on a rung. The lower bound is on the first rung, and the upper one
// on the last, where nothing is said of it.
func (c *Cases) barRung(s *said, i int) {
	cuts := len(s.lo) // one for each rung but the first
	beyond := func(of []formula.Ref) formula.Ref {
		if i == cuts {
			return formula.False
		}
		return of[i]
	}
	if i > 0 {
		c.Require(s.lo[i-1], c.Implies(s.lo[i-1], beyond(s.lo)))
	}
	c.barEnd(s, i)
	switch {
	case i == 0:
		c.Require(s.hi[0], s.hi[0])
	case i < cuts:
		c.Require(s.hi[i-1], c.Implies(s.hi[i-1], s.hi[i]))
		c.Require(s.hi[i], c.Implies(s.hi[i-1], s.hi[i]))
	}
}

// barEnd rules out a bound that would say nothing to the other policy, where the first or the last rung is this one's
// alone. For the older policy it would not be written, as it says nothing in the words of the newer one, unless it is the
// value. For the newer one it would be refused by the older one, unless the other bound says something.
func (c *Cases) barEnd(s *said, i int) {
	last := len(s.lo) - 1
	if last == 0 {
		return
	}
	switch i {
	case 0:
		unless := s.hi[1].Not()
		if !c.older() {
			unless = s.hi[last].Not()
		}
		c.Require(s.lo[0], c.Or(s.lo[0].Not(), s.lo[1], unless))
	case last + 1:
		unless := s.lo[last-1]
		if !c.older() {
			unless = s.lo[0]
		}
		c.Require(s.hi[last], c.Or(s.hi[last], s.hi[last-1].Not(), unless))
	}
}
