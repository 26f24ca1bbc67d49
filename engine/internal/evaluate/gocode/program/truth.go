//go:build ignore

package main

import (
	"math"
	"time"
	_ "time/tzdata"
)

// A truth has two bits: the lower is set where it may be so, the upper where it is.
const (
	no  truth = 0b00
	yes truth = 0b11
)

type truth uint8

// value is what is known of a fact.
type value struct{ lo, hi int64 }

func bit(b bool) truth {
	if b {
		return 1
	}
	return 0
}

func of(b bool) truth                { return bit(b) * yes }
func pair(is, may bool) truth        { return bit(is)<<1 | bit(may) }
func not(a truth) truth              { return (a>>1|a<<1)&yes ^ yes }
func open(a truth) truth             { return (a & 1 &^ (a >> 1)) * yes }
func certain(a truth) truth          { return (a >> 1) * yes }
func flag(v value) truth             { return truth(v.lo<<1 | v.hi) }
func atLeast(v value, n int64) truth { return pair(v.lo >= n, v.hi >= n) }
func atMost(v value, n int64) truth  { return pair(v.hi <= n, v.lo <= n) }
func inRange(v value, lo, hi int64) truth {
	return pair(v.lo >= lo && v.hi <= hi, v.hi >= lo && v.lo <= hi)
}

func choose(by, then, otherwise truth) truth {
	return then&-(by>>1) | otherwise&(by&1-1) | by&1&^(by>>1)
}

func oneOf(v value, set int64) truth {
	if v.lo != v.hi {
		return 1
	}
	return truth(set>>v.lo&1) * yes
}

func member(v value, word int) truth { return truth(v.lo>>word&1)<<1 | truth(v.hi>>word&1) }

// london is where the calendar is asked; main finds it.
var london *time.Location

const day = 24 * 3600

// span is whether from, minus what lies years and days after to, lies in a range. The calendar is
// asked only if a few days more or less could decide.
func span(from, to value, years, days, lo, hi int64) truth {
	if years == 0 && days == 0 {
		return inRange(minus(from, to), lo, hi)
	}
	about := value{math.MinInt64, math.MaxInt64}
	if to.lo != math.MinInt64 && to.hi != math.MaxInt64 {
		about = value{to.lo + (years*365+days-1)*day, to.hi + (years*366+days+1)*day}
	}
	if t := inRange(minus(from, about), lo, hi); t != 1 {
		return t
	}
	return inRange(minus(from, value{after(to.lo, years, days), after(to.hi, years, days)}), lo, hi)
}

func minus(a, b value) value {
	return value{less(a.lo, b.hi, math.MinInt64), less(a.hi, b.lo, math.MaxInt64)}
}

func less(a, b, end int64) int64 {
	if a == math.MinInt64 || a == math.MaxInt64 || b == math.MinInt64 || b == math.MaxInt64 {
		return end
	}
	return a - b
}

func after(at, years, days int64) int64 {
	if at == math.MinInt64 || at == math.MaxInt64 {
		return at
	}
	t := time.Unix(at, 0).In(london)
	moved := t.AddDate(int(years), 0, 0)
	if moved.Day() != t.Day() {
		moved = time.Date(moved.Year(), moved.Month(), moved.Day(), 0, 0, 0, 0, london)
	}
	return moved.AddDate(0, 0, int(days)).Unix()
}
