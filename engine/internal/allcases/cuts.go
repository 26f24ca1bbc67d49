package allcases

import (
	"fmt"
	"math"
	"slices"
	"time"

	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/vocabulary"
)

// fewValues is how many values a number may have for all of them to be told apart.
const fewValues = 64

// cut collects the cuts of all facts.
func (c *Cases) cut(also []*lang.Node) {
	c.cuts = make([][]int64, len(c.facts()))
	for _, f := range c.facts() {
		c.ownCuts(f)
	}
	visit := func(n *lang.Node, _ int) {
		f, from, to := n.Fact, n.Lo, n.Hi
		if n.Op == lang.TimeIn {
			f, from, to = c.stretch(n)
		}
		if f == nil || n.Op != lang.FactIn && n.Op != lang.TimeIn {
			return
		}
		c.cutAt(f, from)
		if to < math.MaxInt64 {
			c.cutAt(f, to+1)
		}
	}
	for _, r := range c.Policy.Rules {
		r.When.Root.Walk(1, visit)
	}
	for _, n := range also {
		n.Walk(1, visit)
	}
	for _, of := range c.conditions() {
		of.Root().Walk(1, visit)
	}
	for i := range c.cuts {
		slices.Sort(c.cuts[i])
		c.cuts[i] = slices.Compact(c.cuts[i])
	}
}

// conditions are those of the vocabulary that say what a case can be.
func (c *Cases) conditions() []lang.OfFacts {
	var list []lang.OfFacts
	add := func(of vocabulary.Condition) {
		if of, ok := of.(lang.OfFacts); ok {
			list = append(list, of)
		}
	}
	for _, f := range c.Policy.Vocabulary.Limited {
		add(f.Applies)
	}
	for _, conflict := range c.Policy.Vocabulary.Conflicts {
		add(conflict.When)
	}
	return list
}

// ownCuts are the cuts that a fact has whatever is asked of it.
func (c *Cases) ownCuts(f *vocabulary.Fact) {
	switch f.Kind {
	case vocabulary.Choice, vocabulary.Choices:
		return
	case vocabulary.Date, vocabulary.Time:
		c.cutAt(f, c.at()+1)
		return
	case vocabulary.YesNo, vocabulary.Scale, vocabulary.Whole:
	}
	all := f.Unknown()
	if uint64(all.Hi)-uint64(all.Lo) <= fewValues { // the difference of two int64 may be larger than one
		for n := all.Lo + 1; n <= all.Hi; n++ {
			c.cutAt(f, n)
		}
	}
	for _, v := range []*vocabulary.Value{f.Presumed, f.Nothing, f.Otherwise} {
		if v != nil {
			c.cutAt(f, v.Lo)
			c.cutAt(f, v.Hi+1)
		}
	}
	if f.YearsSince != nil {
		for n := all.Lo + 1; n <= all.Hi+1; n++ {
			c.cutAt(f.YearsSince, c.younger(n))
		}
	}
}

// cutAt adds a cut, unless all values of the fact lie on one side of it.
func (c *Cases) cutAt(f *vocabulary.Fact, at int64) {
	all := f.Unknown()
	if at = snapped(f, at, c.Policy.Vocabulary.London); at > all.Lo && at <= all.Hi {
		c.cuts[f.Index] = append(c.cuts[f.Index], at)
	}
}

// snapped is the first value of a fact that is not before another: a date is a midnight.
func snapped(f *vocabulary.Fact, at int64, london *time.Location) int64 {
	if f.Kind != vocabulary.Date || at == math.MinInt64 || at == math.MaxInt64 {
		return at
	}
	t := time.Unix(at, 0).In(london)
	midnight := time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, london)
	if midnight.Unix() < at {
		midnight = midnight.AddDate(0, 0, 1)
	}
	return midnight.Unix()
}

// younger is the first date of birth of those who have not completed so many years.
func (c *Cases) younger(years int64) int64 {
	return time.Date(c.asOf.Year()-int(years), c.asOf.Month(), c.asOf.Day()+1, 0, 0, 0, 0, c.Policy.Vocabulary.London).Unix()
}

// stretch turns a condition on the time between a date and the case's moment into one on the date: it
// holds where the date lies from one moment to another, both included. The fact is nil where the condition
// is of another kind.
func (c *Cases) stretch(n *lang.Node) (f *vocabulary.Fact, from, to int64) {
	switch {
	case n.To.Fact == nil && n.From.Fact != nil: // date - after(as_of) lies from Lo to Hi
		after := n.Length.After(logic.Exactly(c.at()), n.London).Lo
		return n.From.Fact, plus(after, n.Lo), plus(after, n.Hi)
	case n.From.Fact == nil && n.To.Fact != nil: // as_of - after(date) lies from Lo to Hi
		return n.To.Fact, firstAfter(n, plus(c.at(), negative(n.Hi))), minusOne(firstAfter(n, plus(plus(c.at(), negative(n.Lo)), 1)))
	}
	return nil, 0, 0
}

// firstAfter is the first moment after which the condition's length leads to another or beyond it.
func firstAfter(n *lang.Node, at int64) int64 {
	if at == math.MinInt64 || at == math.MaxInt64 || n.Length == (vocabulary.Length{}) {
		return at
	}
	const day = 24 * 3600
	hi := at
	lo := at - int64(n.Length.Years*366+n.Length.Days+3)*day
	for lo < hi {
		mid := lo + (hi-lo)/2
		if n.Length.After(logic.Exactly(mid), n.London).Lo >= at {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return lo
}

// plus adds, and stays at a bound that is open.
func plus(a, b int64) int64 {
	switch {
	case b == math.MinInt64, b < 0 && a < math.MinInt64-b:
		return math.MinInt64
	case b == math.MaxInt64, b > 0 && a > math.MaxInt64-b:
		return math.MaxInt64
	case a == math.MinInt64 || a == math.MaxInt64:
		return a
	}
	return a + b
}

// negative is the negation, of a bound that is open too.
func negative(n int64) int64 {
	switch n {
	case math.MinInt64:
		return math.MaxInt64
	case math.MaxInt64:
		return math.MinInt64
	}
	return -n
}

// minusOne is the number before another; a bound that is open stays.
func minusOne(n int64) int64 {
	if n == math.MinInt64 || n == math.MaxInt64 {
		return n
	}
	return n - 1
}

// place is the place of a cut, or what is so without one: whether all values are at least at, or none.
func (c *Cases) place(f *vocabulary.Fact, at int64) (i int, all, none bool) {
	whole := f.Unknown()
	at = snapped(f, at, c.Policy.Vocabulary.London)
	switch {
	case at <= whole.Lo:
		return 0, true, false
	case at > whole.Hi:
		return 0, false, true
	}
	i, found := slices.BinarySearch(c.cuts[f.Index], at)
	if !found {
		c.missing = fmt.Errorf("%d is asked of %s and is none of its cuts", at, f.Path)
		return 0, false, true
	}
	return i, false, false
}
