package calendar

import (
	"fmt"
	"time"
)

// Rules are how one policy counts. The documents leave each of these open, so a
// policy states them as parameters.
//
// # Which day is day one
//
// A limit of n working days falls at the end of the nth counted day. The first
// counted day is
//
//   - with CountStartDay, the day of the start itself, if that is a working day
//     and the start is neither after CutOff nor after DayEnds;
//   - in every other case, the first working day after the day of the start.
//
// So a start on a Saturday, on a bank holiday or after the cut-off counts as one
// at the opening of the next working day, and that day is day one under either
// setting of CountStartDay. "One working day" from a Saturday is the end of
// Monday.
//
// The other reading makes that Monday day zero and gives the end of Tuesday. It
// is not used, for three reasons. A start day is left uncounted because only part
// of it remains, but the whole of that Monday remains. Where a period runs from
// an event, the usual rule leaves out the day of the event and no other. And a
// deadline that is a day too early costs a child nothing, where one that is a day
// too late may. It follows that CutOff changes nothing unless CountStartDay is
// set: without it, the day of the start is never counted anyway.
type Rules struct {
	// CountStartDay is true where the day of the start is itself day one.
	CountStartDay bool
	// CutOff is the time after which a start on a working day counts as one at the
	// opening of the next. The zero value is no cut-off. It may not be later than
	// DayEnds.
	CutOff TimeOfDay
	// DayEnds is when a deadline that is given in days falls: the end of the working
	// day, used for calendar days, weeks and months as well. It must be given, and
	// be 02:00 or later: the clocks change between 01:00 and 02:00, when a time may
	// occur twice or not at all.
	DayEnds TimeOfDay
}

// earliestEnd is the first hour of the day that no change of the clocks touches.
const earliestEnd = 2

// Clock works out deadlines by one policy's rules. Make one with Calendar.Clock;
// the zero value must not be used. It is immutable and safe for concurrent use.
//
// Every deadline is in London time. Every operation takes a start with any zone,
// and all but AddHours give an *OutsideTableError where the London date of the
// start, or of the deadline, lies outside the table. A count of less than 1 or more
// than MaxCount is a *CountError. A deadline is never before its start; for a given
// count, a later start never has an earlier deadline.
type Clock struct {
	calendar *Calendar
	rules    Rules
}

// Clock makes a clock that counts by the rules. Rules that contradict themselves
// are an error.
func (c *Calendar) Clock(rules Rules) (*Clock, error) {
	switch {
	case rules.DayEnds.IsZero():
		return nil, fmt.Errorf("the time at which a working day ends is missing")
	case rules.DayEnds.hour < earliestEnd:
		return nil, fmt.Errorf("a working day cannot end at %s: the earliest is %02d:00", rules.DayEnds, earliestEnd)
	case rules.CutOff.sinceMidnight() > rules.DayEnds.sinceMidnight():
		return nil, fmt.Errorf("the cut-off, %s, is after the end of the working day, %s", rules.CutOff, rules.DayEnds)
	}
	return &Clock{calendar: c, rules: rules}, nil
}

// String is how the clock counts, in the keys of rule files.
func (k *Clock) String() string {
	return fmt.Sprintf("count_start_day %t, cut_off %s, day_ends %s", k.rules.CountStartDay, k.rules.CutOff, k.rules.DayEnds)
}

// AddHours is the moment n elapsed hours after the start, to the nanosecond. A
// night on which the clocks change makes the wall clock differ, not the hours:
// 24 hours from 16:00 on the Saturday before the clocks go forward is 17:00 on
// the Sunday. Hours take no notice of working days, so they can be counted outside
// the table too.
func (k *Clock) AddHours(start time.Time, n int) (time.Time, error) {
	if err := checkCount(n, "hours"); err != nil {
		return time.Time{}, err
	}
	return start.Add(time.Duration(n) * time.Hour).In(k.calendar.london), nil
}

// WorkingDays is the end of the nth working day, counted from the day that Rules
// makes day one. With no cut-off and the day ending at 17:00:
//
//	start          n  start day not counted  start day counted
//	Friday 16:00   1  Monday 17:00           Friday 17:00
//	Friday 18:00   1  Monday 17:00           Monday 17:00
//	Saturday       1  Monday 17:00           Monday 17:00
//	Saturday       2  Tuesday 17:00          Tuesday 17:00
func (k *Clock) WorkingDays(start time.Time, n int) (time.Time, error) {
	if err := checkCount(n, "working days"); err != nil {
		return time.Time{}, err
	}
	day, err := k.calendar.dateOf(start)
	if err != nil {
		return time.Time{}, err
	}
	if k.startDayCounts(start, day) {
		n--
	}
	return k.endOfWorkingDayAfter(day, n)
}

// SameWorkingDay is the end of the working day on which the start falls. From a
// day that is not a working day, or after the day has ended, it is the end of the
// next working day. The cut-off does not move it: a limit of the same day is
// there because the matter cannot wait for the next.
func (k *Clock) SameWorkingDay(start time.Time) (time.Time, error) {
	day, err := k.calendar.dateOf(start)
	if err != nil {
		return time.Time{}, err
	}
	if k.calendar.isWorking(day) && !k.rules.DayEnds.passedAt(start.In(k.calendar.london)) {
		return k.endOf(day), nil
	}
	return k.endOfWorkingDayAfter(day, 1)
}

// EndOfNextWorkingDay is the end of the first working day after the day of the
// start, at whatever hour the start falls: from any time on a Friday, or from the
// Saturday, it is the end of Monday.
func (k *Clock) EndOfNextWorkingDay(start time.Time) (time.Time, error) {
	day, err := k.calendar.dateOf(start)
	if err != nil {
		return time.Time{}, err
	}
	return k.endOfWorkingDayAfter(day, 1)
}

// AddDays is DayEnds on the nth calendar day after the day of the start, working
// day or not. CountStartDay and CutOff are about working days and change nothing
// here, nor in AddWeeks and AddMonths.
func (k *Clock) AddDays(start time.Time, n int) (time.Time, error) {
	return k.calendarDays(start, n, "days", func(day date) date { return day + date(n) })
}

// AddWeeks is DayEnds on the same day of the week, n weeks after the start.
func (k *Clock) AddWeeks(start time.Time, n int) (time.Time, error) {
	return k.calendarDays(start, n, "weeks", func(day date) date { return day + date(7*n) })
}

// AddMonths is DayEnds on the same day of the month, n calendar months after the
// start, or on the last day of that month where it is too short: one month from
// 31 January is 28 or 29 February, never in March.
func (k *Clock) AddMonths(start time.Time, n int) (time.Time, error) {
	return k.calendarDays(start, n, "months", func(day date) date { return day.addMonths(n) })
}

// calendarDays is DayEnds on the day that add makes of the day of the start.
func (k *Clock) calendarDays(start time.Time, n int, unit string, add func(date) date) (time.Time, error) {
	if err := checkCount(n, unit); err != nil {
		return time.Time{}, err
	}
	day, err := k.calendar.dateOf(start)
	if err != nil {
		return time.Time{}, err
	}
	due := add(day)
	if err := k.calendar.covers(due); err != nil {
		return time.Time{}, err
	}
	return k.endOf(due), nil
}

// startDayCounts reports whether the day of the start is day one.
func (k *Clock) startDayCounts(start time.Time, day date) bool {
	if !k.rules.CountStartDay || !k.calendar.isWorking(day) {
		return false
	}
	latest := k.rules.CutOff
	if latest.IsZero() {
		latest = k.rules.DayEnds
	}
	return !latest.passedAt(start.In(k.calendar.london))
}

func (k *Clock) endOf(day date) time.Time {
	return k.rules.DayEnds.on(day, k.calendar.london)
}

func (k *Clock) endOfWorkingDayAfter(day date, n int) (time.Time, error) {
	due, err := k.calendar.workingDayAfter(day, n)
	if err != nil {
		return time.Time{}, err
	}
	return k.endOf(due), nil
}
