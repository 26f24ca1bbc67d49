package vocabulary

import (
	"fmt"
	"math"
	"strconv"
	"time"

	"windscreen/engine/internal/english"
	"windscreen/engine/internal/logic"
)

// Value is what is known of a fact. What the two numbers mean depends on the
// fact's kind:
//
//	YesNo    0 is no and 1 is yes
//	Scale    the rung's index
//	Choice   the word's index
//	Whole    the number
//	Date     the London midnight that begins the day, in Unix seconds
//	Time     the moment in Unix seconds
//
// and the value lies from Lo to Hi: a month of birth from its first day to its last. For
// Choices, Lo is the set of words known to apply and Hi the set of words that may, a bit
// for each. In every kind the value is known exactly where Lo equals Hi.
type Value struct{ Lo, Hi int64 }

// MaxWords is the most rungs or choices that a fact can have: one bit each.
const MaxWords = 62

// Known reports whether the value is known exactly.
func (v Value) Known() bool { return v.Lo == v.Hi }

// Range returns the value as a range of numbers; not for Choices.
func (v Value) Range() logic.Range { return logic.Range(v) }

// Exactly is the known value n.
func Exactly(n int64) Value { return Value{n, n} }

// YesOrNo is a known yes or no.
func YesOrNo(b bool) Value {
	if b {
		return Exactly(1)
	}
	return Exactly(0)
}

// Unknown is the value of which nothing is known.
func (f *Fact) Unknown() Value {
	switch f.Kind {
	case YesNo:
		return Value{0, 1}
	case Scale, Choice:
		return Value{0, int64(len(f.Words)) - 1}
	case Choices:
		return Value{0, 1<<len(f.Words) - 1}
	case Whole:
		return Value{f.Min, f.Max}
	case Date, Time:
	}
	return Value{math.MinInt64, math.MaxInt64}
}

// IsUnknown reports whether nothing at all is known of the fact.
func (f *Fact) IsUnknown(v Value) bool { return v == f.Unknown() }

// CensusCodes are the codes of the children in need census for what is known of the fact:
// those of the word or rung, of the least rung that is known, or of yes.
func (f *Fact) CensusCodes(v Value) []string {
	switch f.Kind {
	case YesNo:
		if v.Lo == 1 {
			return f.Census["yes"]
		}
	case Scale:
		return f.Census[f.Words[v.Lo].Name]
	case Choice:
		if v.Known() {
			return f.Census[f.Words[v.Lo].Name]
		}
	case Choices:
		var codes []string
		for i, w := range f.Words {
			if v.Lo&(1<<i) != 0 {
				codes = append(codes, f.Census[w.Name]...)
			}
		}
		return codes
	case Whole, Date, Time:
	}
	return nil
}

// Covers reports whether everything that v allows is also allowed by w: whether
// going from w to v is learning, not revising.
func (f *Fact) Covers(w, v Value) bool {
	if f.Kind == Choices {
		return w.Lo&^v.Lo == 0 && v.Hi&^w.Hi == 0
	}
	return w.Lo <= v.Lo && v.Hi <= w.Hi
}

// Plain returns the value as a case would state it: a bool, an int64, a string, a list of
// strings, or a map. The map has at_least and at_most for a scale or number that is partly
// known, and for a set of choices either only, or includes and excludes, which hold lists
// of strings. Plain returns nil where nothing is known. A case that states what it returns
// is read to the same value.
func (f *Fact) Plain(v Value, london *time.Location) any {
	if f.IsUnknown(v) {
		return nil
	}
	switch f.Kind {
	case YesNo:
		return v.Lo == 1
	case Choice:
		return f.Words[v.Lo].Plain()
	case Choices:
		return f.plainSet(v)
	case Date:
		return plainDate(v, london)
	case Time:
		return plainTime(v, london)
	case Scale, Whole:
		return f.plainBounds(v)
	}
	return nil
}

// plainBounds is what is known of a scale or whole number.
func (f *Fact) plainBounds(v Value) any {
	if v.Known() {
		return f.bound(v.Lo)
	}
	all, partly := f.Unknown(), map[string]any{}
	if v.Lo > all.Lo {
		partly["at_least"] = f.bound(v.Lo)
	}
	if v.Hi < all.Hi {
		partly["at_most"] = f.bound(v.Hi)
	}
	return partly
}

// bound is one end of a scale or whole number.
func (f *Fact) bound(n int64) any {
	if f.Kind == Scale {
		return f.Words[n].Plain()
	}
	return n
}

// Says puts the value in words.
func (f *Fact) Says(v Value, london *time.Location) string {
	if f.IsUnknown(v) {
		return "not known"
	}
	switch f.Kind {
	case YesNo:
		if v.Lo == 1 {
			return "yes"
		}
		return "no"
	case Choice:
		return f.Words[v.Lo].Says
	case Choices:
		return f.saysSet(v)
	case Date:
		return saysDate(v, london)
	case Time:
		return saysTime(v, london)
	case Scale, Whole:
	}
	return f.saysBounds(v)
}

// saysBounds puts what is known of a scale or whole number in words.
func (f *Fact) saysBounds(v Value) string {
	all := f.Unknown()
	switch {
	case v.Known():
		return f.saysBound(v.Lo)
	case v.Lo > all.Lo && v.Hi < all.Hi && f.Kind == Whole:
		from := f.saysBound(v.Lo)
		if v.Lo > 0 || f.Unit != yearsUnit {
			from = strconv.FormatInt(v.Lo, 10) // the unit stands once, with the upper end
		}
		return "from " + from + " to " + f.saysBound(v.Hi)
	case v.Lo > all.Lo && v.Hi < all.Hi:
		return fmt.Sprintf("from “%s” to “%s”", f.saysBound(v.Lo), f.saysBound(v.Hi))
	case v.Lo > all.Lo:
		return f.saysBound(v.Lo) + ", or " + f.more()
	default:
		return f.saysBound(v.Hi) + ", or less"
	}
}

// more is what lies above a bound: scales go up with seriousness.
func (f *Fact) more() string {
	if f.Kind == Scale {
		return "worse"
	}
	return "more"
}

// saysBound puts one end of a scale or whole number in words.
func (f *Fact) saysBound(n int64) string {
	if f.Kind == Scale {
		return f.Words[n].Says
	}
	if f.Unit == "" {
		return strconv.FormatInt(n, 10)
	}
	if n == 0 && f.Unit == yearsUnit {
		return "under 1 year"
	}
	unit := f.Unit
	if n == 1 {
		unit = english.Singular(unit)
	}
	return strconv.FormatInt(n, 10) + " " + unit
}

// yearsUnit is what an age is counted in.
const yearsUnit = "years"
