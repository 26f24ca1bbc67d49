// Package logic is the arithmetic of partial knowledge: three truth values as
// Kleene has them, and whole numbers of which only bounds are known.
package logic

import "math"

// Truth is false, unknown or true, in that order.
type Truth uint8

// The three values, in the order in which Kleene's "and" is the lesser and "or"
// the greater of two.
const (
	False Truth = iota
	Unknown
	True
)

// Of turns a two-valued answer into a Truth.
func Of(b bool) Truth {
	if b {
		return True
	}
	return False
}

// Not is true where t is false, and unknown where t is.
func (t Truth) Not() Truth { return True - t }

// And is false where either is false, and true only where both are true.
func And(a, b Truth) Truth { return min(a, b) }

// Or is true where either is true, and false only where both are false.
func Or(a, b Truth) Truth { return max(a, b) }

// Join is the answer that covers both: itself where they agree, else unknown.
func Join(a, b Truth) Truth {
	if a == b {
		return a
	}
	return Unknown
}

// String returns the truth value as the recommendation spells it.
func (t Truth) String() string {
	switch t {
	case False:
		return "false"
	case True:
		return "true"
	default:
		return "unknown"
	}
}

// Range is a whole number known to lie from Lo to Hi, both included.
type Range struct{ Lo, Hi int64 }

// Exactly is the range of a number that is known.
func Exactly(n int64) Range { return Range{n, n} }

// Anything is the range of a number of which nothing is known.
func Anything() Range { return Range{math.MinInt64, math.MaxInt64} }

// Known reports whether the number is known.
func (r Range) Known() bool { return r.Lo == r.Hi }

// Within asks whether the number lies from lo to hi, both included.
func (r Range) Within(lo, hi int64) Truth {
	switch {
	case r.Lo >= lo && r.Hi <= hi:
		return True
	case r.Hi < lo || r.Lo > hi:
		return False
	default:
		return Unknown
	}
}

// Covers reports whether every number in s is also in r.
func (r Range) Covers(s Range) bool { return r.Lo <= s.Lo && s.Hi <= r.Hi }

// Join is the smallest range that covers both.
func (r Range) Join(s Range) Range { return Range{min(r.Lo, s.Lo), max(r.Hi, s.Hi)} }

// Minus is the range of a difference. Bounds that would overflow stay open.
func (r Range) Minus(s Range) Range {
	return Range{sub(r.Lo, s.Hi, math.MinInt64), sub(r.Hi, s.Lo, math.MaxInt64)}
}

// sub subtracts and falls back to open where a bound is open or would overflow.
func sub(a, b, open int64) int64 {
	if a == math.MinInt64 || a == math.MaxInt64 || b == math.MinInt64 || b == math.MaxInt64 {
		return open
	}
	d := a - b
	if (d < a) != (b > 0) && b != 0 {
		return open
	}
	return d
}

// Count is the range of how many of a list of conditions hold.
func Count(conditions []Truth) Range {
	var r Range
	for _, c := range conditions {
		if c == True {
			r.Lo++
		}
		if c != False {
			r.Hi++
		}
	}
	return r
}
