package casefile

import (
	"time"

	"windscreen/engine/internal/vocabulary"
)

// finish works out what follows from what was stated, and reports whether it is in
// keeping with the rest.
func (q *Quick) finish() bool {
	if len(q.offered) > 0 && q.lastDay.midnight(q.reader.London).Unix() > q.AsOf {
		return false
	}
	for _, i := range q.offered {
		if q.Origins[i] == NotStated {
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
	known := slots{q.Values, q.Origins}
	for _, f := range q.expected {
		expect(f, known, q.AsOf)
	}
	if q.conflicting() {
		return false
	}
	q.reader.supply.apply(known, q.AsOf, &q.room)
	return true
}

// derive works out completed years since a date, and reports whether they are in
// keeping with what is stated.
func (q *Quick) derive(f *vocabulary.Fact) bool {
	since := q.Values[f.YearsSince.Index]
	if f.YearsSince.IsUnknown(since) {
		return true
	}
	london := q.reader.London
	years := overlap(yearsSince(since, time.Unix(q.AsOf, 0).In(london), london), q.unknown[f.Index])
	switch q.Origins[f.Index] {
	case Stated:
		years = overlap(years, q.Values[f.Index])
	case SaidUnknown:
		return false
	case NotStated, Explored, Derived, Alleged, Presumed, NotApplicable:
		q.Origins[f.Index] = Derived
	}
	q.Values[f.Index] = years
	return years.Lo <= years.Hi
}
