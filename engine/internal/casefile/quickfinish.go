package casefile

import (
	"time"

	"windscreen/engine/internal/vocabulary"
)

// finish works out what follows from what was stated, and reports whether it is in
// keeping with the rest.
func (q *Quick) finish() bool {
	if q.lastDay > q.AsOf {
		return false
	}
	for i, there := range q.evidenced {
		if there && q.Origins[i] == NotStated {
			return false
		}
	}
	for _, f := range q.dated {
		if q.Origins[f.Index] == Stated && q.Values[f.Index].Lo > q.AsOf {
			return false
		}
	}
	for _, f := range q.counted {
		if !q.derive(f) {
			return false
		}
	}
	for n, gone := range q.explored {
		if !gone {
			continue
		}
		for _, f := range q.closes[n] {
			if q.Origins[f.Index] == NotStated {
				q.Values[f.Index], q.Origins[f.Index] = *f.Nothing, Explored
			}
		}
	}
	return !q.conflicting()
}

// derive works out completed years since a date, and reports whether they are in
// keeping with what is stated.
func (q *Quick) derive(f *vocabulary.Fact) bool {
	since := q.Values[f.YearsSince.Index]
	if !since.Known() {
		return true
	}
	london := q.reader.London
	years := yearsBetween(time.Unix(since.Lo, 0).In(london), time.Unix(q.AsOf, 0).In(london))
	if years < f.Min || years > f.Max {
		return false
	}
	switch q.Origins[f.Index] {
	case Stated:
		if v := q.Values[f.Index]; years < v.Lo || years > v.Hi {
			return false
		}
	case SaidUnknown:
		return false
	case NotStated, Explored, Derived, Alleged:
		q.Origins[f.Index] = Derived
	}
	q.Values[f.Index] = vocabulary.Exactly(years)
	return true
}
