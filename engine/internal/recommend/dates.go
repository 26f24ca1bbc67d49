package recommend

import (
	"time"

	"windscreen/engine/internal/vocabulary"
)

// startSays is what is not known of the start of a limit, and from when it counts instead.
func startSays(f *vocabulary.Fact, v vocabulary.Value) string {
	switch {
	case v.Known():
		return ""
	case f.Kind == vocabulary.Time:
		return "the time of day was not given; counted from the start of the day"
	default:
		return "the day was not given; counted from the earliest that it can be"
	}
}

// yearsOld is how many completed years lie between two days written year-month-day; 0 where
// the first is not given or comes later.
func yearsOld(from, day string) int {
	a, err := time.Parse(time.DateOnly, from)
	if err != nil {
		return 0
	}
	b, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return 0
	}
	years := b.Year() - a.Year()
	if b.Before(a.AddDate(years, 0, 0)) {
		years--
	}
	return max(0, years)
}
