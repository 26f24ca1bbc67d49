package calendar

import "time"

// isoDate is the layout of every date that is read or printed.
const isoDate = "2006-01-02"

const secondsPerDay = 24 * 60 * 60

// date is a day with no time and no zone, as the number of days since 1 January
// 1970. Days are counted on it, never on moments, so that a change of the clocks
// cannot gain or lose one.
type date int64

func newDate(year int, month time.Month, day int) date {
	return date(time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix() / secondsPerDay)
}

func parseDate(s string) (date, error) {
	t, err := time.Parse(isoDate, s)
	if err != nil {
		return 0, err
	}
	return newDate(t.Date()), nil
}

// midnightUTC carries the parts of d; it is not the moment at which d begins in
// London.
func (d date) midnightUTC() time.Time {
	return time.Unix(int64(d)*secondsPerDay, 0).UTC()
}

func (d date) String() string { return d.midnightUTC().Format(isoDate) }

func (d date) isWeekend() bool {
	weekday := d.midnightUTC().Weekday()
	return weekday == time.Saturday || weekday == time.Sunday
}

// addMonths is the same day of the month n months on, or the last day of that
// month where it is too short.
func (d date) addMonths(n int) date {
	year, month, day := d.midnightUTC().Date()
	last := newDate(year, month+time.Month(n)+1, 0)
	same := newDate(year, month+time.Month(n), day)
	return min(same, last)
}
