package allcases

import (
	"slices"

	"windscreen/engine/internal/formula"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/vocabulary"
)

// said is what a case says of a fact.
type said struct {
	value
	// unknown is whether the case says outright that the fact is unknown, alleged whether it alleges the
	// fact and says nothing else of it. They are False where that makes no difference.
	unknown, alleged formula.Ref
	// silent is whether the value is what silence means, and was not stated. It is False but for facts of
	// which a case that states them could be refused.
	silent formula.Ref
}

// variable says what a variable is about.
type variable struct {
	about about
	fact  *vocabulary.Fact
	// at is the place of a cut, or that of a word, a level or a span.
	at int
}

// about is what a variable can be about.
type about uint8

const (
	// atLeast and below are of a number: its lower bound is at or above the cut, its upper bound below it.
	atLeast about = iota
	below
	// exactly is of a number: it is known exactly. Where it lies between two cuts, that is a matter of its own.
	exactly
	// something is of a number: something is known of it, even if that tells no cut.
	something
	// word is of a choice: it is this one. applies and not are of a set: the word applies, or does not.
	word
	applies
	not
	saidUnknown
	isAlleged
	isSilent
	// certainly and impossible are of the time between two dates.
	certainly
	impossible
	// judgedAt is of a level.
	judgedAt
	// settled is of a finding: it is told by looking both ways.
	settled
)

// make makes a variable, or gives that of the other policy for the same.
func (c *Cases) make(of about, f *vocabulary.Fact, at int) formula.Ref {
	v, shared := c.sharing.variable(c, variable{of, f, at})
	if !shared {
		v = c.Variable()
	}
	c.variables[v] = variable{of, f, at}
	return v
}

// say makes the variables for all facts.
func (c *Cases) say() {
	c.said = make([]said, len(c.facts()))
	for _, f := range c.facts() {
		s := &c.said[f.Index]
		switch f.Kind {
		case vocabulary.Choice:
			s.value = c.sayChoice(f)
		case vocabulary.Choices:
			s.value = c.saySet(f)
		case vocabulary.YesNo, vocabulary.Scale, vocabulary.Whole, vocabulary.Date, vocabulary.Time:
			s.value = c.sayNumber(f)
		}
		if f.AheadOf != nil || f.Presumed == nil && (f.FromOthers != nil || f.Applies != nil) {
			s.unknown = c.make(saidUnknown, f, 0)
			c.Require(s.unknown, c.Or(s.unknown.Not(), s.some.Not()))
		}
		if f.Presumed != nil && f.Kind == vocabulary.YesNo {
			s.alleged = c.make(isAlleged, f, 0)
			c.Require(s.alleged, c.Or(s.alleged.Not(), s.some.Not()))
			c.Require(s.alleged, c.Or(s.alleged.Not(), s.unknown.Not()))
		}
	}
	for _, f := range c.refusable() {
		if c.sharing != nil && !c.sharing.sameSilence(f) {
			continue
		}
		s := &c.said[f.Index]
		s.silent = c.make(isSilent, f, 0)
		c.Require(s.silent, c.Implies(s.silent, c.is(f, s.value, *f.Nothing)))
	}
	c.bar()
}

// sayNumber makes the variables of a number, a scale, a date, or a yes or no.
func (c *Cases) sayNumber(f *vocabulary.Fact) value {
	cuts := c.cuts[f.Index]
	v := value{lo: make([]formula.Ref, len(cuts)), hi: make([]formula.Ref, len(cuts))}
	var same, told []formula.Ref
	for i, at := range cuts {
		v.lo[i], v.hi[i] = c.make(atLeast, f, i), c.make(below, f, i).Not()
		if f.Dated() && !f.MayBeAhead && at > c.at() {
			c.Require(v.lo[i], v.lo[i].Not()) // what lies ahead is refused
		}
		c.Require(v.lo[i], c.Implies(v.lo[i], v.hi[i]))
		if i > 0 {
			c.Require(v.lo[i], c.Implies(v.lo[i], v.lo[i-1]))
			c.Require(v.hi[i], c.Implies(v.hi[i], v.hi[i-1]))
		}
		same = append(same, c.Same(v.lo[i], v.hi[i]))
		told = append(told, v.lo[i], v.hi[i].Not())
	}
	v.exact, v.some = c.And(same...), c.Or(told...)
	single, all := c.singles(f, v)
	if !all {
		more := c.make(exactly, f, 0)
		v.exact = c.And(v.exact, c.Or(append(single, more)...))
		c.Require(more, c.Implies(more, c.And(same...)))
		some := c.make(something, f, 0)
		c.Require(some, c.Implies(v.exact, some))
		v.some = c.Or(v.some, some)
	}
	return v
}

// singles are, for each stretch between cuts in which there is but one value, whether the number lies in
// it; and whether all stretches are such.
func (c *Cases) singles(f *vocabulary.Fact, v value) (single []formula.Ref, all bool) {
	cuts, whole := c.cuts[f.Index], f.Unknown()
	all = true
	for i := range len(cuts) + 1 {
		from, to := whole.Lo, whole.Hi
		in := []formula.Ref{}
		if i > 0 {
			from, in = cuts[i-1], append(in, v.lo[i-1])
		}
		if i < len(cuts) {
			to, in = cuts[i]-1, append(in, v.hi[i].Not())
		}
		if from != to {
			all = false
			continue
		}
		single = append(single, c.And(in...))
	}
	return single, all
}

// sayChoice makes the variables of a choice: at most one of its words is so.
func (c *Cases) sayChoice(f *vocabulary.Fact) value {
	var v value
	for i := range f.Words {
		is := c.make(word, f, i)
		for _, other := range v.lo {
			c.Require(is, c.Or(is.Not(), other.Not()))
		}
		v.lo = append(v.lo, is)
	}
	v.exact = c.Or(v.lo...)
	v.some = v.exact
	return v
}

// saySet makes the variables of a set of choices.
func (c *Cases) saySet(f *vocabulary.Fact) value {
	var v value
	var same, told []formula.Ref
	for i := range f.Words {
		is, not := c.make(applies, f, i), c.make(not, f, i)
		c.Require(is, c.Or(is.Not(), not.Not()))
		v.lo, v.hi = append(v.lo, is), append(v.hi, not.Not())
		same, told = append(same, c.Or(is, not)), append(told, is, not)
	}
	v.exact, v.some = c.And(same...), c.Or(told...)
	return v
}

// is is whether a number is known to be this.
func (c *Cases) is(f *vocabulary.Fact, v value, this vocabulary.Value) formula.Ref {
	switch f.Kind {
	case vocabulary.Choice:
		return v.lo[this.Lo]
	case vocabulary.Choices:
		parts := []formula.Ref{}
		for i := range f.Words {
			in := formula.Of(this.Lo>>i&1 == 1)
			parts = append(parts, c.Same(v.lo[i], in), c.Same(v.hi[i], in))
		}
		return c.And(parts...)
	case vocabulary.YesNo, vocabulary.Scale, vocabulary.Whole, vocabulary.Date, vocabulary.Time:
	}
	return c.within(f, v, this.Lo, this.Hi).Is
}

// stated is whether a case file has to speak of the fact.
func (c *Cases) stated(f *vocabulary.Fact) formula.Ref {
	s := &c.said[f.Index]
	return c.Or(s.some, s.unknown, s.alleged)
}

// judge makes the variables for the judgement: at most one level is judged.
func (c *Cases) judge() {
	for i := range c.Policy.Levels {
		at := c.make(judgedAt, nil, i)
		if c.sharing != nil && !c.sharing.levels[c.Policy.Levels[i].Number] {
			c.Require(at, at.Not())
		}
		for _, other := range c.judged {
			c.Require(at, c.Or(at.Not(), other.Not()))
		}
		c.judged = append(c.judged, at)
	}
}

// span is a condition on the time between two dates of a case.
type span struct {
	node *lang.Node
	Truth
}

// span is whether the time between two dates lies within bounds. It is a matter of its own, and open while
// one of the dates is not given. That two such conditions can hold together is seen when a case is made of
// them.
func (c *Cases) span(n *lang.Node) Truth {
	same := func(s span) bool { return lang.Same(s.node, n) }
	if i := slices.IndexFunc(c.spans, same); i >= 0 {
		return c.spans[i].Truth
	}
	c.spans = append(c.spans, span{node: n}) // variables are shared by the condition
	is, not := c.make(certainly, nil, len(c.spans)-1), c.make(impossible, nil, len(c.spans)-1)
	given := c.And(c.said[n.From.Fact.Index].some, c.said[n.To.Fact.Index].some)
	c.Require(is, c.Implies(is, c.And(not.Not(), given)))
	c.Require(not, c.Implies(not, given))
	c.spans[len(c.spans)-1].Truth = Truth{is, not.Not()}
	return c.spans[len(c.spans)-1].Truth
}
