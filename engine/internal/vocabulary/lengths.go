package vocabulary

import (
	"math"
	"time"

	"windscreen/engine/internal/logic"
)

// Length is a length of time by the calendar of London: a year has 365 days or 366, and a
// day 23, 24 or 25 hours. It is never negative.
type Length struct{ Years, Days int }

// After is the moment that lies this long after another, both in Unix seconds and as far as
// they are known. A year after 29 February is 1 March.
func (l Length) After(r logic.Range, london *time.Location) logic.Range {
	if l == (Length{}) {
		return r
	}
	return logic.Range{Lo: l.after(r.Lo, london), Hi: l.after(r.Hi, london)}
}

// About is a range in which After certainly lies, found without the calendar: a year has 365
// days or 366, and the clocks never change by as much as a day.
func (l Length) About(r logic.Range) logic.Range {
	switch {
	case l == (Length{}):
		return r
	case r.Lo == math.MinInt64 || r.Hi == math.MaxInt64:
		return logic.Anything()
	}
	const day = 24 * 3600
	return logic.Range{Lo: r.Lo + int64(l.Years*365+l.Days-1)*day, Hi: r.Hi + int64(l.Years*366+l.Days+1)*day}
}

func (l Length) after(at int64, london *time.Location) int64 {
	if at == math.MinInt64 || at == math.MaxInt64 {
		return at
	}
	t := time.Unix(at, 0).In(london)
	moved := t.AddDate(l.Years, 0, 0)
	if moved.Day() != t.Day() {
		moved = time.Date(moved.Year(), moved.Month(), moved.Day(), 0, 0, 0, 0, london)
	}
	return moved.AddDate(0, 0, l.Days).Unix()
}
