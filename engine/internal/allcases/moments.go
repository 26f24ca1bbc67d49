package allcases

import (
	"math"
	"slices"
	"time"

	"windscreen/engine/internal/policy"
)

// Moments are the moments of which cases have to be looked at, so that every rule that is ever in force is so at one
// of them, beside every other rule that is in force then: one for each stretch between days on which a rule
// begins or ends, within or near the policy's own days. They are in order. Of several policies, rules of all of them count,
// and the days are those of the first.
func Moments(first *policy.Policy, others ...*policy.Policy) []time.Time {
	london := first.Vocabulary.London
	from := []int64{math.MinInt64}
	for _, p := range append([]*policy.Policy{first}, others...) {
		for _, r := range p.Rules {
			for _, at := range []int64{r.From, r.To} {
				if at > math.MinInt64 && at < math.MaxInt64 {
					from = append(from, at)
				}
			}
		}
	}
	slices.Sort(from)
	from = slices.Compact(from)
	own := time.Date(2020, time.March, 2, 0, 0, 0, 0, london)
	if day, err := time.ParseInLocation(time.DateOnly, first.From, london); err == nil {
		own = day
	}
	var list []time.Time
	for i, begins := range from {
		ends := int64(math.MaxInt64)
		if i+1 < len(from) {
			ends = from[i+1]
		}
		at := own
		switch {
		case begins > own.Unix():
			at = time.Unix(begins, 0).In(london)
		case ends <= own.Unix():
			at = time.Unix(ends, 0).In(london).AddDate(0, 0, -1)
			if at.Month() == time.February && at.Day() == 29 { // the day after it is no longer in the stretch
				at = at.AddDate(0, 0, -1)
			}
		}
		list = append(list, afternoon(at))
	}
	return list
}

// afternoon is ten past two on a day. 29 February becomes 1 March, a day that every year has.
func afternoon(at time.Time) time.Time {
	if at.Month() == time.February && at.Day() == 29 {
		at = at.AddDate(0, 0, 1)
	}
	return time.Date(at.Year(), at.Month(), at.Day(), 14, 10, 0, 0, at.Location())
}
