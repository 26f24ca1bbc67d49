package plan

import (
	"math"

	"windscreen/engine/internal/logic"
)

// A value in two bits: the lower is set where it may be true, the upper where it
// is.
const (
	no   uint8 = 0b00
	open uint8 = 0b01
	yes  uint8 = 0b11
)

var (
	truths   = [4]logic.Truth{no: logic.False, open: logic.Unknown, yes: logic.True}
	bitsOf   = [...]uint8{logic.False: no, logic.Unknown: open, logic.True: yes}
	negation = [4]uint8{no: yes, open: open, yes: no}
	// openness is whether a value is unknown, certainty whether it is true.
	openness  = [4]uint8{no: no, open: yes, yes: no}
	certainty = [4]uint8{no: no, open: no, yes: yes}
)

// of is a two-valued answer.
func of(b bool) uint8 {
	if b {
		return yes
	}
	return no
}

// pair puts the two bits together: whether it is so, and whether it may be.
func pair(is, may bool) uint8 {
	v := no
	if may {
		v = open
	}
	if is {
		v = yes
	}
	return v
}

// number is a number of which bounds are known.
type number struct{ lo, hi int32 }

// within is whether the number lies from lo to hi.
func (n number) within(lo, hi int32) uint8 {
	return pair(n.lo >= lo && n.hi <= hi, n.hi >= lo && n.lo <= hi)
}

// wide is the number as findings have it.
func (n number) wide() logic.Range { return logic.Range{Lo: int64(n.lo), Hi: int64(n.hi)} }

// narrow fits a bound; no count comes near the ends.
func narrow(n int64) int32 { return int32(min(max(n, math.MinInt32), math.MaxInt32)) }
