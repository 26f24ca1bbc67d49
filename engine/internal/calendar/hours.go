package calendar

import (
	"slices"
	"strings"
	"sync/atomic"
	"time"
)

// farthest is for how many days from a moment a change of Hours is looked for, in either direction. Whatever
// does not change within a year does not change at all.
const farthest = 370

// Hours are when something is open, such as a telephone line: within any of some spans, or outside them
// all. Make them with Calendar.Hours. They are immutable and safe for concurrent use.
//
// A span counts by what a London clock shows. On the night on which the clocks go forward, a time from
// 01:00 to 02:00 does not occur; on the night on which they go back, it occurs twice.
type Hours struct {
	calendar *Calendar
	spans    []Span
	outside  bool
	// marks are the minutes of a day at which a span may begin or end, in order, and midnight.
	marks []int
	// found is the stretch that was found last; nil before the first. To find one takes a look at several days, and moments
	// that are asked for one after another mostly lie in one.
	found *atomic.Pointer[Stretch]
}

// Hours are the hours within any of the spans. Without spans they are none.
func (c *Calendar) Hours(spans []Span) *Hours {
	h := &Hours{calendar: c, spans: slices.Clone(spans), marks: []int{0}, found: &atomic.Pointer[Stretch]{}}
	for _, s := range spans {
		from, to := s.minutes()
		h.marks = append(h.marks, from%minutesPerDay, to%minutesPerDay)
	}
	slices.Sort(h.marks)
	h.marks = slices.Compact(h.marks)
	return h
}

// Outside are all other hours.
func (h *Hours) Outside() *Hours {
	other := *h
	other.outside, other.found = !h.outside, &atomic.Pointer[Stretch]{}
	return &other
}

// String is the hours as rule files write them, a span after the other.
func (h *Hours) String() string {
	if h.outside {
		return "all other hours"
	}
	var spans []string
	for _, s := range h.spans {
		spans = append(spans, s.String())
	}
	return strings.Join(spans, "; ")
}

// Stretch is a time without a break in which something is open, or closed.
type Stretch struct {
	Open bool
	// From is when it began and To when it ends, in London time. Either is zero if that is more than a
	// year away.
	From, To time.Time
}

// At is the whole stretch in which a moment lies: nights, weekends and bank holidays that adjoin are one.
// It is an *OutsideTableError if a day decides that the table of bank holidays does not cover.
func (h *Hours) At(moment time.Time) (Stretch, error) {
	if s := h.found.Load(); s != nil && !moment.Before(s.From) && moment.Before(s.To) {
		return *s, nil
	}
	open, err := h.open(moment)
	s := Stretch{Open: open}
	if err != nil || slices.ContainsFunc(h.spans, Span.always) {
		return s, err
	}
	if s.To, err = h.next(moment, open); err != nil {
		return Stretch{}, err
	}
	if s.From, err = h.last(moment, open); err == nil && !s.From.IsZero() && !s.To.IsZero() {
		kept := s
		h.found.Store(&kept)
	}
	return s, err
}

// open reports whether a moment is within the hours.
func (h *Hours) open(moment time.Time) (bool, error) {
	moment = moment.In(h.calendar.london)
	day, minute := newDate(moment.Date()), moment.Hour()*60+moment.Minute()
	var unknown error
	for _, s := range h.spans {
		from, to := s.minutes()
		for began := range date(2) { // today, or yesterday
			if since := minute + int(began)*minutesPerDay; since < from || since >= to {
				continue
			}
			on, err := h.calendar.has(s, day-began)
			if on {
				return !h.outside, nil
			}
			if err != nil {
				unknown = err
			}
		}
	}
	return h.outside, unknown
}

// has reports whether the span begins on a day. It takes the table only where the days of the span leave
// it to whether the day is a bank holiday.
func (c *Calendar) has(s Span, day date) (bool, error) {
	weekday := day.midnightUTC().Weekday()
	if s.Days.TellBankHolidays(weekday) {
		if err := c.covers(day); err != nil {
			return false, err
		}
	}
	_, holiday := c.holidays[day]
	return s.Days.Include(weekday, holiday), nil
}

// next is when what holds at a moment ceases to hold.
func (h *Hours) next(moment time.Time, open bool) (time.Time, error) {
	first := newDate(moment.In(h.calendar.london).Date())
	for day := first; day < first+farthest; day++ {
		for _, at := range h.changes(day) {
			if !at.After(moment) {
				continue
			}
			if then, err := h.open(at); err != nil || then != open {
				return at, err
			}
		}
	}
	return time.Time{}, nil
}

// last is since when what holds at a moment has held.
func (h *Hours) last(moment time.Time, open bool) (time.Time, error) {
	first := newDate(moment.In(h.calendar.london).Date())
	var since time.Time
	for day := first; day > first-farthest; day-- {
		for _, at := range slices.Backward(h.changes(day)) {
			if at.After(moment) {
				continue
			}
			if then, err := h.open(at); err != nil || then != open {
				return since, err
			}
			since = at
		}
	}
	return time.Time{}, nil
}

// changes are the moments of a day at which the hours may begin or end, in order: between two of them
// nothing changes. A mark that the clock shows twice on the day stands there twice, and one that it does
// not show not at all; the moment at which the clocks change stands there too.
func (h *Hours) changes(day date) []time.Time {
	london := h.calendar.london
	year, month, dayOfMonth := day.midnightUTC().Date()
	noon := time.Date(year, month, dayOfMonth, 12, 0, 0, 0, london)
	_, offset := noon.Zone()
	offsets := []int{offset}
	out := make([]time.Time, 0, len(h.marks)+1)
	if changed, _ := noon.ZoneBounds(); newDate(changed.In(london).Date()) == day {
		_, before := changed.Add(-1).In(london).Zone()
		offsets = append(offsets, before)
		out = append(out, changed.In(london))
	}
	for _, mark := range h.marks {
		for _, offset := range offsets {
			at := time.Unix(int64(day)*secondsPerDay+int64(mark)*60-int64(offset), 0).In(london)
			if newDate(at.Date()) == day && at.Hour()*60+at.Minute() == mark {
				out = append(out, at)
			}
		}
	}
	slices.SortFunc(out, time.Time.Compare)
	return slices.CompactFunc(out, time.Time.Equal)
}
