package allcases

import (
	"math"

	"windscreen/engine/internal/formula"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/vocabulary"
)

// value is what is known of a fact, as formulas. Which, depends on the fact's kind:
//
//	YesNo, Scale, Whole, Date, Time   lo and hi have one for each cut: whether the lower bound, or the
//	                                  upper bound, is at or above it
//	Choice                            lo has one for each word: whether it is known to be this one
//	Choices                           lo and hi have one for each word: whether it is known to apply,
//	                                  and whether it may
type value struct {
	lo, hi []formula.Ref
	// exact is whether the value is known exactly, some whether anything is known.
	exact, some formula.Ref
}

// known is a value as formulas that are constants.
func (c *Cases) known(f *vocabulary.Fact, v vocabulary.Value) value {
	out := value{exact: formula.Of(v.Known()), some: formula.Of(!f.IsUnknown(v))}
	switch f.Kind {
	case vocabulary.Choice:
		for word := range f.Words {
			out.lo = append(out.lo, formula.Of(v == vocabulary.Exactly(int64(word))))
		}
	case vocabulary.Choices:
		for word := range f.Words {
			out.lo = append(out.lo, formula.Of(v.Lo>>word&1 == 1))
			out.hi = append(out.hi, formula.Of(v.Hi>>word&1 == 1))
		}
	case vocabulary.YesNo, vocabulary.Scale, vocabulary.Whole, vocabulary.Date, vocabulary.Time:
		for _, at := range c.cuts[f.Index] {
			out.lo, out.hi = append(out.lo, formula.Of(v.Lo >= at)), append(out.hi, formula.Of(v.Hi >= at))
		}
	}
	return out
}

// either is one value where a formula holds, and another where it does not.
func (c *Cases) either(by formula.Ref, then, other value) value {
	out := value{exact: c.If(by, then.exact, other.exact), some: c.If(by, then.some, other.some)}
	for i := range then.lo {
		out.lo = append(out.lo, c.If(by, then.lo[i], other.lo[i]))
	}
	for i := range then.hi {
		out.hi = append(out.hi, c.If(by, then.hi[i], other.hi[i]))
	}
	return out
}

// within is whether a number lies from lo to hi, both included.
func (c *Cases) within(f *vocabulary.Fact, v value, lo, hi int64) Truth {
	loFrom, hiFrom := c.reaches(f, v, lo)
	loBeyond, hiBeyond := formula.False, formula.False
	if hi < math.MaxInt64 {
		loBeyond, hiBeyond = c.reaches(f, v, hi+1)
	}
	return Truth{Is: c.And(loFrom, hiBeyond.Not()), May: c.And(hiFrom, loBeyond.Not())}
}

// reaches is whether the lower bound of a number is at or above another, and the upper bound.
func (c *Cases) reaches(f *vocabulary.Fact, v value, at int64) (lo, hi formula.Ref) {
	i, all, none := c.place(f, at)
	if all || none {
		return formula.Of(all), formula.Of(all)
	}
	return v.lo[i], v.hi[i]
}

// oneOf is whether a choice is one of some words.
func (c *Cases) oneOf(v value, words int64) Truth {
	var in, out []formula.Ref
	for word, is := range v.lo {
		if words>>word&1 == 1 {
			in = append(in, is)
		} else {
			out = append(out, is)
		}
	}
	return Truth{Is: c.Or(in...), May: c.Or(out...).Not()}
}

// ask is a condition that reads nothing but facts.
func (c *Cases) ask(n *lang.Node, view func(*vocabulary.Fact) value) Truth {
	switch n.Op {
	case lang.FactIn:
		return c.within(n.Fact, view(n.Fact), n.Lo, n.Hi)
	case lang.OneOf:
		return c.oneOf(view(n.Fact), n.Set)
	case lang.Member:
		v := view(n.Fact)
		return Truth{v.lo[n.Lo], v.hi[n.Lo]}
	case lang.TimeIn:
		return c.between(n, view)
	case lang.OpenFact:
		v := view(n.Fact)
		open := v.exact.Not()
		if n.Fact.Dated() {
			open = v.some.Not()
		}
		return Truth{open, open}
	case lang.Const, lang.And, lang.Or, lang.Not, lang.If, lang.AtLeastN, lang.Ground, lang.Decisive, lang.CountIn, lang.Open,
		lang.Certain, lang.Named, lang.Judged, lang.JudgedOtherwise:
	}
	return Truth{formula.False, formula.True}
}

// between is whether the time between two moments lies within bounds.
func (c *Cases) between(n *lang.Node, view func(*vocabulary.Fact) value) Truth {
	if f, from, to := c.stretch(n); f != nil {
		return c.within(f, view(f), from, to)
	}
	if n.From.Fact == nil {
		t := n.Truth(&lang.Env{AsOf: c.at()})
		return Truth{formula.Of(t == logic.True), formula.Of(t != logic.False)}
	}
	return c.span(n)
}
