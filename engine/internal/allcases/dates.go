package allcases

import (
	"math"
	"slices"
	"time"

	"windscreen/engine/internal/formula"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/vocabulary"
)

// Dates are the one thing of which a model does not say what to write: it says between which cuts a date lies,
// and how the time between two dates compares. So some dates are tried that lie there, near the cuts and near
// what would make a comparison come out otherwise.

// tries bounds how many combinations of dates are tried.
const tries = 20_000

const oneDay = 24 * 3600

// dates finds dates for a model, and reports whether it did.
func (s *search) dates(says saying, holds func(formula.Ref) bool) bool {
	var given []*vocabulary.Fact
	tried := make([][]vocabulary.Value, len(s.facts()))
	for _, f := range s.facts() {
		if f.Dated() && holds(s.said[f.Index].some) {
			given, tried[f.Index] = append(given, f), s.around(f, holds)
		}
	}
	wanted := s.compared(holds)
	for _, w := range wanted {
		s.nearby(w.node, tried, holds)
	}
	left := tries
	var try func(i int) bool
	try = func(i int) bool {
		if i == len(given) {
			left--
			return s.comeOut(wanted, says.values) && (s.old == nil || s.old.compare(says.values, holds))
		}
		for _, v := range tried[given[i].Index] {
			if says.values[given[i].Index] = v; left > 0 && try(i+1) {
				return true
			}
		}
		return false
	}
	return try(0)
}

// comeOut is whether comparisons come out as wanted by some values.
func (c *Cases) comeOut(wanted []comparison, values []vocabulary.Value) bool {
	env := lang.Env{Values: values, AsOf: c.at()}
	return !slices.ContainsFunc(wanted, func(w comparison) bool { return w.node.Truth(&env) != w.truth })
}

// comparison is how the time between two dates is to compare.
type comparison struct {
	node  *lang.Node
	truth logic.Truth
}

// compared lists the comparisons that a model settles.
func (c *Cases) compared(holds func(formula.Ref) bool) []comparison {
	var list []comparison
	for _, x := range c.spans {
		switch {
		case holds(x.Is):
			list = append(list, comparison{x.node, logic.True})
		case holds(x.May.Not()):
			list = append(list, comparison{x.node, logic.False})
		}
	}
	return list
}

// around lists dates that lie where the model says, exact ones if it says that the date is exact.
func (c *Cases) around(f *vocabulary.Fact, holds func(formula.Ref) bool) []vocabulary.Value {
	v, _ := c.stretches(f, holds)
	if i := slices.IndexFunc(c.cuts[f.Index], func(at int64) bool { return at > v.Lo && at <= v.Hi }); i >= 0 {
		return c.partly(f, v)
	}
	var list []vocabulary.Value
	for _, at := range c.near(v) {
		list = c.tryAt(f, at, v, list)
	}
	return list
}

// near lists moments in a stretch: next to where it begins and ends, and in the middle.
func (c *Cases) near(v vocabulary.Value) []int64 {
	var list []int64
	switch {
	case v.Lo == math.MinInt64 && v.Hi == math.MaxInt64:
		return []int64{c.at(), c.at() - oneDay, c.at() - 30*oneDay}
	case v.Lo == math.MinInt64:
		list = append(list, v.Hi)
	case v.Hi == math.MaxInt64:
		list = append(list, v.Lo)
	default:
		list = append(list, v.Lo+(v.Hi-v.Lo)/2, v.Lo, v.Hi)
	}
	for _, days := range []int64{1, 7, 30, 400} {
		if v.Lo > math.MinInt64 {
			list = append(list, v.Lo+days*oneDay)
		}
		if v.Hi < math.MaxInt64 {
			list = append(list, v.Hi-days*oneDay)
		}
	}
	return list
}

// tryAt adds a date, if it lies in a stretch and is not there already.
func (c *Cases) tryAt(f *vocabulary.Fact, at int64, in vocabulary.Value, list []vocabulary.Value) []vocabulary.Value {
	at = snapped(f, at, c.Policy.Vocabulary.London)
	if v := vocabulary.Exactly(at); at >= in.Lo && at <= in.Hi && !slices.Contains(list, v) {
		return append(list, v)
	}
	return list
}

// partly lists the days of a moment, or the months and years of a date, whose bounds lie where the model says.
func (c *Cases) partly(f *vocabulary.Fact, v vocabulary.Value) []vocabulary.Value {
	cuts := c.cuts[f.Index]
	alike := func(a, b int64) bool { // no cut lies between them
		return !slices.ContainsFunc(cuts, func(at int64) bool { return (at <= a) != (at <= b) })
	}
	var list []vocabulary.Value
	for _, at := range cuts {
		t := time.Unix(at, 0).In(c.Policy.Vocabulary.London)
		forms := []vocabulary.Value{}
		if f.Kind == vocabulary.Time {
			forms = append(forms, vocabulary.AnyTimeOf(time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, t.Location())))
		} else {
			for _, text := range []string{t.Format("2006-01"), t.Format("2006")} {
				if v, ok := vocabulary.ReadDate(text, t.Location()); ok {
					forms = append(forms, v)
				}
			}
		}
		for _, w := range forms {
			if alike(w.Lo, v.Lo) && alike(w.Hi, v.Hi) && !slices.Contains(list, w) {
				list = append(list, w)
			}
		}
	}
	return list
}

// nearby adds dates near what makes a comparison come out otherwise, given the dates that are tried for the
// other one of the two.
func (c *Cases) nearby(n *lang.Node, tried [][]vocabulary.Value, holds func(formula.Ref) bool) {
	from, to := n.From.Fact, n.To.Fact
	in, _ := c.stretches(from, holds)
	for _, v := range slices.Clone(tried[to.Index]) {
		after := n.Length.After(v.Range(), n.London).Lo
		for _, bound := range []int64{plus(after, n.Lo), plus(after, n.Hi)} {
			for _, at := range []int64{plus(bound, -oneDay), bound, plus(bound, 1), plus(bound, oneDay)} {
				if at > math.MinInt64 && at < math.MaxInt64 {
					tried[from.Index] = c.tryAt(from, at, in, tried[from.Index])
				}
			}
		}
	}
	in, _ = c.stretches(to, holds)
	for _, v := range slices.Clone(tried[from.Index]) {
		for _, bound := range []int64{firstAfter(n, plus(v.Lo, negative(n.Hi))), firstAfter(n, plus(v.Lo, negative(n.Lo)))} {
			for _, at := range []int64{plus(bound, -oneDay), bound, plus(bound, 1), plus(bound, oneDay)} {
				if at > math.MinInt64 && at < math.MaxInt64 {
					tried[to.Index] = c.tryAt(to, at, in, tried[to.Index])
				}
			}
		}
	}
}
