package page

import (
	"slices"
	"time"

	"windscreen/engine/recommendation"
)

// earliest is the first time by which something is due, of the limits whose clock has started, when that
// clock started, and whether one of the limits is at once. What is overdue has its own.
func earliest(list []recommendation.Due) (at, from recommendation.Moment, now bool) {
	for _, d := range list {
		switch {
		case d.AtOnce:
			now = true
		case d.Overdue:
		case !d.Assumed && !d.At.IsZero() && (at.IsZero() || d.At.Before(at.Time)):
			at, from = d.At, countsFrom(d)
		}
	}
	return at, from, now
}

// overdue is the first of the limits that have run out; zero if none has.
func overdue(list []recommendation.Due) recommendation.Moment {
	var was recommendation.Moment
	for _, d := range list {
		if d.Overdue && !d.AtOnce && (was.IsZero() || d.At.Before(was.Time)) {
			was = d.At
		}
	}
	return was
}

// limitFirst are the clauses of something due by a moment, the one first that sets the limit which ends then: the screen
// shows the first alone, and the moment rests on it.
func limitFirst(cite []string, list []recommendation.Due, at recommendation.Moment) []string {
	i := slices.IndexFunc(list, func(d recommendation.Due) bool { return !at.IsZero() && d.At.Equal(at.Time) })
	if i < 0 {
		return cite
	}
	first := list[i].Clause
	return append([]string{first}, slices.DeleteFunc(slices.Clone(cite), func(id string) bool { return id == first })...)
}

// countsFrom is from when a limit counts; zero for one that ends at its start.
func countsFrom(d recommendation.Due) recommendation.Moment {
	if d.At.Equal(d.From.Time) {
		return recommendation.Moment{}
	}
	return d.From
}

// today reports whether a moment is on the day of the case.
func (m *making) today(t recommendation.Moment) bool {
	return t.Format(time.DateOnly) == m.f.AsOf.Format(time.DateOnly)
}
