package lang

import (
	"math"
	"sync"
	"time"

	"windscreen/engine/internal/logic"
)

// Measure is how the time between two moments is counted.
type Measure uint8

// The measures. Hours count what has passed; days, weeks and years follow the calendar and the
// clocks of London, so a day on which the clocks change is a day like any other, and a year runs
// to the same day of the next (from 29 February to 1 March).
const (
	ByHours Measure = iota
	ByDays
	ByYears
)

const day = 24 * 3600

// Every month has 31 days in a year of ByYears, so that a year is always as long.
const year = 12 * 31 * day

// On turns moments in Unix seconds into numbers whose difference is the time between them by
// this measure, and which keep the order of the moments.
func (m Measure) On(r logic.Range) logic.Range {
	if m == ByHours {
		return r
	}
	return logic.Range{Lo: m.on(r.Lo), Hi: m.on(r.Hi)}
}

func (m Measure) on(at int64) int64 {
	if at == math.MinInt64 || at == math.MaxInt64 {
		return at // not bounded
	}
	t := time.Unix(at, 0).In(london())
	switch m {
	case ByDays:
		_, ahead := t.Zone()
		return at + int64(ahead)
	case ByYears:
		hour, minute, second := t.Clock()
		days := (int64(t.Year())*12+int64(t.Month())-1)*31 + int64(t.Day()) - 1
		return days*day + int64(hour*3600+minute*60+second)
	case ByHours:
	}
	return at
}

// Between is the time from one moment to another.
func (m Measure) Between(from, to logic.Range) logic.Range { return m.On(to).Minus(m.On(from)) }

// london is the zone of every time. The calendar reports, when rules are loaded, if the zone is
// missing.
var london = sync.OnceValue(func() *time.Location {
	zone, err := time.LoadLocation("Europe/London")
	if err != nil {
		return time.UTC
	}
	return zone
})
