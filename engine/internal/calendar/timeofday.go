package calendar

import (
	"fmt"
	"time"
)

// TimeOfDay is a time on a London clock, to the minute, on no particular day.
// The zero value is no time at all, which is not the same as midnight.
type TimeOfDay struct {
	set          bool
	hour, minute int
}

// ParseTimeOfDay reads a time written as HH:MM on the 24-hour clock, from 00:00
// to 23:59, both parts with two digits. Anything else is an error that says what
// to write.
func ParseTimeOfDay(s string) (TimeOfDay, error) {
	const layout = "15:04"
	t, err := time.Parse(layout, s)
	// time.Parse takes 9:00 for 09:00.
	if err != nil || t.Format(layout) != s {
		return TimeOfDay{}, fmt.Errorf("%q is not a time of day: write hours and minutes on the 24-hour clock, such as 09:00 or 17:30", s)
	}
	return TimeOfDay{set: true, hour: t.Hour(), minute: t.Minute()}, nil
}

// IsZero reports whether t is no time at all.
func (t TimeOfDay) IsZero() bool { return !t.set }

// String is t as ParseTimeOfDay reads it, or "none" for no time at all.
func (t TimeOfDay) String() string {
	if !t.set {
		return "none"
	}
	return fmt.Sprintf("%02d:%02d", t.hour, t.minute)
}

func (t TimeOfDay) sinceMidnight() time.Duration {
	return time.Duration(t.hour)*time.Hour + time.Duration(t.minute)*time.Minute
}

// minutes are the minutes since midnight.
func (t TimeOfDay) minutes() int { return t.hour*60 + t.minute }

// passedAt reports whether the wall clock at the moment shows later than t; at t
// itself it has not passed.
func (t TimeOfDay) passedAt(moment time.Time) bool {
	hour, minute, second := moment.Clock()
	wall := time.Duration(hour)*time.Hour + time.Duration(minute)*time.Minute +
		time.Duration(second)*time.Second + time.Duration(moment.Nanosecond())
	return wall > t.sinceMidnight()
}

// on is the moment at which the clock shows t on the day d.
func (t TimeOfDay) on(d date, zone *time.Location) time.Time {
	year, month, day := d.midnightUTC().Date()
	return time.Date(year, month, day, t.hour, t.minute, 0, 0, zone)
}
