package calendar

import (
	"testing"
	"time"
)

func TestElapsedHours(t *testing.T) {
	c := load(t)
	k := officeClock(t, c, false)
	for name, tc := range map[string]struct {
		start string
		n     int
		want  string
	}{
		"24 hours from Friday at four is Saturday at four":               {"Fri 2020-03-06 16:00", 24, "Sat 2020-03-07 16:00"},
		"24 hours take no notice of a bank holiday":                      {"Sun 2022-09-18 16:00", 24, "Mon 2022-09-19 16:00"},
		"24 hours over the clocks going forward show an hour later":      {"Sat 2026-03-28 16:00", 24, "Sun 2026-03-29 17:00"},
		"24 hours over the clocks going back show an hour earlier":       {"Sat 2026-10-24 16:00", 24, "Sun 2026-10-25 15:00"},
		"an hour that does not occur is passed over":                     {"Sun 2026-03-29 00:30", 1, "Sun 2026-03-29 02:30"},
		"72 hours from Christmas Eve are three days, all the same":       {"Thu 2020-12-24 16:00", 72, "Sun 2020-12-27 16:00"},
		"a year of hours ends a day short of the date, in a leap year":   {"Wed 2020-01-01 12:00", 365 * 24, "Thu 2020-12-31 12:00"},
		"hours across both changes of the clocks come out even":          {"Sun 2026-03-01 12:00", 24 * 275, "Tue 2026-12-01 12:00"},
		"half an hour past is kept, as are hours beyond the working day": {"Mon 2026-06-15 22:30", 6, "Tue 2026-06-16 04:30"},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := k.AddHours(at(t, c, tc.start), tc.n)
			wantWall(t, c, got, err, tc.want)
		})
	}

	t.Run("the hour that occurs twice is told apart", func(t *testing.T) {
		first := time.Date(2026, 10, 25, 0, 30, 0, 0, time.UTC) // 01:30, summer time.
		second, err := k.AddHours(first, 1)
		wantWall(t, c, second, err, "Sun 2026-10-25 01:30")
		if got := second.Sub(first); got != time.Hour {
			t.Errorf("%v apart, want an hour", got)
		}
	})

	t.Run("seconds and less are kept", func(t *testing.T) {
		start := time.Date(2026, 6, 16, 9, 0, 1, 2, time.UTC)
		got, err := k.AddHours(start, 24)
		if want := start.Add(24 * time.Hour); err != nil || !got.Equal(want) {
			t.Errorf("got %v, %v; want %v", got, err, want)
		}
	})
}

// Each case is counted both ways: without the day of the start, and with it.
func TestWorkingDays(t *testing.T) {
	c := load(t)
	without, with := officeClock(t, c, false), officeClock(t, c, true)
	for name, tc := range map[string]struct {
		start                   string
		n                       int
		uncounted, startCounted string
	}{
		"one from Friday at four":             {"Fri 2020-03-06 16:00", 1, "Mon 2020-03-09 17:00", "Fri 2020-03-06 17:00"},
		"one from Friday at the very day end": {"Fri 2020-03-06 17:00", 1, "Mon 2020-03-09 17:00", "Fri 2020-03-06 17:00"},
		"one from Friday after the day end":   {"Fri 2020-03-06 17:01", 1, "Mon 2020-03-09 17:00", "Mon 2020-03-09 17:00"},
		"one from Saturday is the end of Monday, not of Tuesday": {
			"Sat 2020-03-07 10:00", 1, "Mon 2020-03-09 17:00", "Mon 2020-03-09 17:00"},
		"one from Sunday night":                 {"Sun 2020-03-08 23:59", 1, "Mon 2020-03-09 17:00", "Mon 2020-03-09 17:00"},
		"two from Saturday":                     {"Sat 2020-03-07 10:00", 2, "Tue 2020-03-10 17:00", "Tue 2020-03-10 17:00"},
		"one from Monday morning":               {"Mon 2020-03-09 00:00", 1, "Tue 2020-03-10 17:00", "Mon 2020-03-09 17:00"},
		"one from a bank holiday":               {"Mon 2022-09-19 11:00", 1, "Tue 2022-09-20 17:00", "Tue 2022-09-20 17:00"},
		"one over the state funeral":            {"Fri 2022-09-16 16:00", 1, "Tue 2022-09-20 17:00", "Fri 2022-09-16 17:00"},
		"one over Christmas 2020":               {"Thu 2020-12-24 16:00", 1, "Tue 2020-12-29 17:00", "Thu 2020-12-24 17:00"},
		"one over Christmas 2021":               {"Fri 2021-12-24 16:00", 1, "Wed 2021-12-29 17:00", "Fri 2021-12-24 17:00"},
		"one over Christmas 2022":               {"Fri 2022-12-23 16:00", 1, "Wed 2022-12-28 17:00", "Fri 2022-12-23 17:00"},
		"three from Christmas Day 2021":         {"Sat 2021-12-25 09:00", 3, "Fri 2021-12-31 17:00", "Fri 2021-12-31 17:00"},
		"four from Christmas Day 2021":          {"Sat 2021-12-25 09:00", 4, "Tue 2022-01-04 17:00", "Tue 2022-01-04 17:00"},
		"one over Easter":                       {"Thu 2026-04-02 16:00", 1, "Tue 2026-04-07 17:00", "Thu 2026-04-02 17:00"},
		"one over the Jubilee":                  {"Wed 2022-06-01 16:00", 1, "Mon 2022-06-06 17:00", "Wed 2022-06-01 17:00"},
		"one to the spring Monday that was not": {"Fri 2022-05-27 16:00", 1, "Mon 2022-05-30 17:00", "Fri 2022-05-27 17:00"},
		"one over the moved early May of 2020":  {"Thu 2020-05-07 16:00", 1, "Mon 2020-05-11 17:00", "Thu 2020-05-07 17:00"},
		"one over the coronation":               {"Fri 2023-05-05 16:00", 1, "Tue 2023-05-09 17:00", "Fri 2023-05-05 17:00"},
		"one over the clocks going forward":     {"Fri 2026-03-27 16:00", 1, "Mon 2026-03-30 17:00", "Fri 2026-03-27 17:00"},
		"one over the clocks going back":        {"Fri 2026-10-23 16:00", 1, "Mon 2026-10-26 17:00", "Fri 2026-10-23 17:00"},
		"one to the eve of Christmas 2026":      {"Wed 2026-12-23 10:00", 1, "Thu 2026-12-24 17:00", "Wed 2026-12-23 17:00"},
		"three over Christmas 2026":             {"Wed 2026-12-23 10:00", 3, "Wed 2026-12-30 17:00", "Tue 2026-12-29 17:00"},
		"15 to a conference":                    {"Wed 2026-12-23 10:00", 15, "Mon 2027-01-18 17:00", "Fri 2027-01-15 17:00"},
		"45 to the end of an assessment":        {"Wed 2026-12-23 10:00", 45, "Mon 2027-03-01 17:00", "Fri 2027-02-26 17:00"},
		"the last day that the table reaches":   {"Mon 2030-12-30 10:00", 1, "Tue 2030-12-31 17:00", "Mon 2030-12-30 17:00"},
	} {
		t.Run(name, func(t *testing.T) {
			start := at(t, c, tc.start)
			got, err := without.WorkingDays(start, tc.n)
			wantWall(t, c, got, err, tc.uncounted)
			got, err = with.WorkingDays(start, tc.n)
			wantWall(t, c, got, err, tc.startCounted)
		})
	}
}

func TestCutOff(t *testing.T) {
	c := load(t)
	for name, tc := range map[string]struct {
		countStartDay bool
		cutOff, start string
		want          string
	}{
		"before it, the start day counts":                       {true, "15:00", "Fri 2020-03-06 14:59", "Fri 2020-03-06 17:00"},
		"at the very minute, the start day counts":              {true, "15:00", "Fri 2020-03-06 15:00", "Fri 2020-03-06 17:00"},
		"after it, the next working day is day one":             {true, "15:00", "Fri 2020-03-06 15:01", "Mon 2020-03-09 17:00"},
		"none lets the start day count until it ends":           {true, "none", "Fri 2020-03-06 15:01", "Fri 2020-03-06 17:00"},
		"at midnight leaves no start day to count":              {true, "00:00", "Fri 2020-03-06 09:00", "Mon 2020-03-09 17:00"},
		"before it, an uncounted start day changes nothing":     {false, "15:00", "Fri 2020-03-06 14:59", "Mon 2020-03-09 17:00"},
		"after it, Monday is day one, never day zero":           {false, "15:00", "Fri 2020-03-06 15:01", "Mon 2020-03-09 17:00"},
		"on a Saturday it changes nothing, before the time":     {true, "15:00", "Sat 2020-03-07 09:00", "Mon 2020-03-09 17:00"},
		"on a Saturday it changes nothing, after the time":      {true, "15:00", "Sat 2020-03-07 16:00", "Mon 2020-03-09 17:00"},
		"is read off a London clock in summer, not Greenwich's": {true, "15:00", "Fri 2020-06-05 15:30", "Mon 2020-06-08 17:00"},
	} {
		t.Run(name, func(t *testing.T) {
			k := clock(t, c, Rules{CountStartDay: tc.countStartDay, CutOff: timeOfDay(t, tc.cutOff), DayEnds: timeOfDay(t, "17:00")})
			// The start arrives in Greenwich time, as a case gives it.
			got, err := k.WorkingDays(at(t, c, tc.start).UTC(), 1)
			wantWall(t, c, got, err, tc.want)
		})
	}

	t.Run("does not move a limit of the same working day", func(t *testing.T) {
		k := clock(t, c, Rules{CutOff: timeOfDay(t, "12:00"), DayEnds: timeOfDay(t, "17:00")})
		got, err := k.SameWorkingDay(at(t, c, "Fri 2020-03-06 16:00"))
		wantWall(t, c, got, err, "Fri 2020-03-06 17:00")
	})
	t.Run("does not move a limit of the next working day", func(t *testing.T) {
		k := clock(t, c, Rules{CutOff: timeOfDay(t, "12:00"), DayEnds: timeOfDay(t, "17:00")})
		got, err := k.EndOfNextWorkingDay(at(t, c, "Fri 2020-03-06 16:00"))
		wantWall(t, c, got, err, "Mon 2020-03-09 17:00")
	})
}

func TestSameAndNextWorkingDay(t *testing.T) {
	c := load(t)
	k := officeClock(t, c, false)
	for name, tc := range map[string]struct{ start, same, next string }{
		"Friday at four":                    {"Fri 2020-03-06 16:00", "Fri 2020-03-06 17:00", "Mon 2020-03-09 17:00"},
		"Friday before the day begins":      {"Fri 2020-03-06 00:00", "Fri 2020-03-06 17:00", "Mon 2020-03-09 17:00"},
		"Friday at the very end":            {"Fri 2020-03-06 17:00", "Fri 2020-03-06 17:00", "Mon 2020-03-09 17:00"},
		"Friday once the day has ended":     {"Fri 2020-03-06 17:01", "Mon 2020-03-09 17:00", "Mon 2020-03-09 17:00"},
		"Saturday":                          {"Sat 2020-03-07 12:00", "Mon 2020-03-09 17:00", "Mon 2020-03-09 17:00"},
		"Maundy Thursday evening":           {"Thu 2026-04-02 20:00", "Tue 2026-04-07 17:00", "Tue 2026-04-07 17:00"},
		"Good Friday":                       {"Fri 2026-04-03 12:00", "Tue 2026-04-07 17:00", "Tue 2026-04-07 17:00"},
		"Christmas Day 2022":                {"Sun 2022-12-25 12:00", "Wed 2022-12-28 17:00", "Wed 2022-12-28 17:00"},
		"the Sunday the clocks go back":     {"Sun 2026-10-25 01:30", "Mon 2026-10-26 17:00", "Mon 2026-10-26 17:00"},
		"the eve of the state funeral":      {"Sun 2022-09-18 12:00", "Tue 2022-09-20 17:00", "Tue 2022-09-20 17:00"},
		"the last hours of the old year":    {"Thu 2026-12-31 16:00", "Thu 2026-12-31 17:00", "Mon 2027-01-04 17:00"},
		"New Year's Day, which is a Friday": {"Fri 2027-01-01 12:00", "Mon 2027-01-04 17:00", "Mon 2027-01-04 17:00"},
	} {
		t.Run(name, func(t *testing.T) {
			start := at(t, c, tc.start)
			got, err := k.SameWorkingDay(start)
			wantWall(t, c, got, err, tc.same)
			got, err = k.EndOfNextWorkingDay(start)
			wantWall(t, c, got, err, tc.next)
		})
	}
}

func TestCalendarDaysWeeksAndMonths(t *testing.T) {
	c := load(t)
	k := officeClock(t, c, true) // Counting the start day is about working days only.
	for name, tc := range map[string]struct {
		add   func(time.Time, int) (time.Time, error)
		start string
		n     int
		want  string
	}{
		"a day may be due on a Saturday":                      {k.AddDays, "Fri 2020-03-06 16:00", 1, "Sat 2020-03-07 17:00"},
		"a day from the evening is due at the next day's end": {k.AddDays, "Fri 2020-03-06 23:00", 1, "Sat 2020-03-07 17:00"},
		"28 days":                                    {k.AddDays, "Mon 2020-02-10 09:00", 28, "Mon 2020-03-09 17:00"},
		"a day over the clocks going forward":        {k.AddDays, "Sat 2026-03-28 17:00", 1, "Sun 2026-03-29 17:00"},
		"a day over the clocks going back":           {k.AddDays, "Sat 2026-10-24 17:00", 1, "Sun 2026-10-25 17:00"},
		"a day from the hour that occurs twice":      {k.AddDays, "Sun 2026-10-25 01:30", 1, "Mon 2026-10-26 17:00"},
		"six weeks":                                  {k.AddWeeks, "Tue 2026-02-17 09:00", 6, "Tue 2026-03-31 17:00"},
		"12 weeks over the new year":                 {k.AddWeeks, "Mon 2026-11-16 09:00", 12, "Mon 2027-02-08 17:00"},
		"a month":                                    {k.AddMonths, "Tue 2026-06-16 09:00", 1, "Thu 2026-07-16 17:00"},
		"a month from 31 January":                    {k.AddMonths, "Sat 2026-01-31 09:00", 1, "Sat 2026-02-28 17:00"},
		"a month from 31 January in a leap year":     {k.AddMonths, "Wed 2024-01-31 09:00", 1, "Thu 2024-02-29 17:00"},
		"a month from 28 February stays on the 28th": {k.AddMonths, "Sat 2026-02-28 09:00", 1, "Sat 2026-03-28 17:00"},
		"a month from 31 March":                      {k.AddMonths, "Tue 2026-03-31 09:00", 1, "Thu 2026-04-30 17:00"},
		"two months from 31 December":                {k.AddMonths, "Wed 2025-12-31 09:00", 2, "Sat 2026-02-28 17:00"},
		"three months over the clocks going back":    {k.AddMonths, "Mon 2026-08-31 09:00", 3, "Mon 2026-11-30 17:00"},
		"12 months from a leap day":                  {k.AddMonths, "Thu 2024-02-29 09:00", 12, "Fri 2025-02-28 17:00"},
		"48 months from a leap day":                  {k.AddMonths, "Thu 2024-02-29 09:00", 48, "Tue 2028-02-29 17:00"},
		"a month from the first minute of a London summer's June, which in Greenwich is still May": {
			k.AddMonths, "Mon 2026-06-01 00:30", 1, "Wed 2026-07-01 17:00"},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := tc.add(at(t, c, tc.start).UTC(), tc.n)
			wantWall(t, c, got, err, tc.want)
		})
	}
}

func TestDayEndMovesTheDeadline(t *testing.T) {
	c := load(t)
	k := clock(t, c, Rules{DayEnds: timeOfDay(t, "23:59")})
	got, err := k.WorkingDays(at(t, c, "Fri 2020-03-06 16:00"), 1)
	wantWall(t, c, got, err, "Mon 2020-03-09 23:59")
	got, err = k.AddMonths(at(t, c, "Fri 2020-03-06 16:00"), 1)
	wantWall(t, c, got, err, "Mon 2020-04-06 23:59")
}
