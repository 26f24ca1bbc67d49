package vocabulary

import (
	"slices"
	"strings"

	"windscreen/engine/internal/logic"
)

// inWords says when a condition holds, in the titles and values of its facts: what it cannot
// hold without, and then, if that is not enough, what makes it hold, of which one is enough.
// It is empty for a condition that these do not put in words.
func inWords(c Condition) string {
	t := trial{condition: c}
	c.Facts(func(f *Fact) {
		if !slices.Contains(t.facts, f) {
			t.facts = append(t.facts, f)
		}
		for len(t.values) <= f.Index {
			t.values = append(t.values, Value{})
		}
		t.values[f.Index] = f.Unknown()
	})
	var needs, either []string
	for _, f := range t.facts {
		if with := t.where(f, func(holds logic.Truth) bool { return holds != logic.False }); len(with) > 0 {
			needs = append(needs, f.isOneOf(with))
			t.values[f.Index] = Value{with[0].Lo, with[len(with)-1].Hi}
		}
	}
	if c.Truth(t.values, 0) == logic.Unknown {
		for _, f := range t.facts {
			if with := t.where(f, func(holds logic.Truth) bool { return holds == logic.True }); len(with) > 0 {
				either = append(either, f.isOneOf(with))
			}
		}
	}
	if len(either) > 0 {
		needs = append(needs, strings.Join(either, " or "))
	}
	return strings.Join(needs, ", and ")
}

// trial is a condition and what is taken to be known of the facts that it reads.
type trial struct {
	condition Condition
	facts     []*Fact
	values    []Value
}

// where lists the values of a fact with which the condition comes out as wanted; none if it
// does with all of them, or with none.
func (t *trial) where(f *Fact, wanted func(logic.Truth) bool) []Value {
	before := t.values[f.Index]
	defer func() { t.values[f.Index] = before }()
	var out []Value
	all := f.each(before)
	for _, v := range all {
		t.values[f.Index] = v
		if wanted(t.condition.Truth(t.values, 0)) {
			out = append(out, v)
		}
	}
	if len(out) == len(all) {
		return nil
	}
	return out
}

// mostTried is the most values of a whole number that are tried.
const mostTried = 200

// each lists the values in a range, in order; of a set, one with each word. There are none of
// a date or a time.
func (f *Fact) each(v Value) []Value {
	var out []Value
	switch f.Kind {
	case YesNo, Scale, Choice, Whole:
		for n := v.Lo; n <= v.Hi && v.Hi-v.Lo <= mostTried; n++ {
			out = append(out, Exactly(n))
		}
	case Choices:
		for i := range f.Words {
			out = append(out, f.AtLeast(1<<i))
		}
	case Date, Time:
	}
	return out
}

// isOneOf says that a fact has one of some values, in order.
func (f *Fact) isOneOf(values []Value) string {
	title := "“" + f.Title + "”"
	lo, hi := values[0].Lo, values[len(values)-1].Hi
	switch f.Kind {
	case YesNo:
		return title + " is " + f.Says(Exactly(lo), nil)
	case Choices:
		var says []string
		for _, v := range values {
			says = append(says, "“"+f.list(v.Lo)+"”")
		}
		return title + " names " + strings.Join(says, " or ")
	case Scale, Whole, Choice, Date, Time:
	}
	bound := func(n int64) string {
		if f.Kind == Whole {
			return f.saysBound(n)
		}
		return "“" + f.Words[n].Says + "”"
	}
	all, inOrder := f.Unknown(), f.Kind != Choice && hi-lo == int64(len(values))-1
	switch {
	case inOrder && lo < hi && hi == all.Hi:
		return title + " is at least " + bound(lo)
	case inOrder && lo < hi && lo == all.Lo:
		return title + " is at most " + bound(hi)
	case inOrder && lo < hi:
		return title + " is from " + bound(lo) + " to " + bound(hi)
	}
	var says []string
	for _, v := range values {
		says = append(says, bound(v.Lo))
	}
	return title + " is " + strings.Join(says, " or ")
}
