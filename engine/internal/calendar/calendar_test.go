package calendar

import (
	"errors"
	"go/parser"
	"go/token"
	"math"
	"testing"
	"time"
)

func TestLondonTime(t *testing.T) {
	london := load(t).London()
	for name, tc := range map[string]struct{ utc, want string }{
		"winter is Greenwich time":                   {"2026-01-15T12:00:00Z", "2026-01-15T12:00:00Z"},
		"summer is an hour ahead":                    {"2026-07-15T12:00:00Z", "2026-07-15T13:00:00+01:00"},
		"the last second before clocks go forward":   {"2026-03-29T00:59:59Z", "2026-03-29T00:59:59Z"},
		"the first second after clocks go forward":   {"2026-03-29T01:00:00Z", "2026-03-29T02:00:00+01:00"},
		"the last second before clocks go back":      {"2026-10-25T00:59:59Z", "2026-10-25T01:59:59+01:00"},
		"the first second after clocks go back":      {"2026-10-25T01:00:00Z", "2026-10-25T01:00:00Z"},
		"the last summer that the table of days has": {"2030-07-15T12:00:00Z", "2030-07-15T13:00:00+01:00"},
	} {
		t.Run(name, func(t *testing.T) {
			moment, err := time.Parse(time.RFC3339, tc.utc)
			if err != nil {
				t.Fatal(err)
			}
			if got := moment.In(london).Format(time.RFC3339); got != tc.want {
				t.Errorf("got %s, want %s", got, tc.want)
			}
		})
	}
}

// On a machine with zone files nothing else would notice that the import is gone.
func TestZoneDataIsBuiltIn(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "calendar.go", nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	for _, imported := range file.Imports {
		if imported.Path.Value == `"time/tzdata"` {
			return
		}
	}
	t.Error("calendar.go does not import time/tzdata: London time would depend on the machine")
}

func TestIsWorkingDay(t *testing.T) {
	c := load(t)
	for name, tc := range map[string]struct {
		day  string
		want bool
	}{
		"an ordinary Tuesday is": {"Tue 2026-06-16 12:00", true},
		"a Saturday is not":      {"Sat 2026-06-20 12:00", false},
		"a Sunday is not":        {"Sun 2026-06-21 12:00", false},
		"Christmas Eve is":       {"Thu 2026-12-24 12:00", true},
		"the day after a Saturday Boxing Day's weekend is not":     {"Mon 2026-12-28 12:00", false},
		"the Tuesday after it is":                                  {"Tue 2026-12-29 12:00", true},
		"New Year's Eve is":                                        {"Thu 2026-12-31 12:00", true},
		"Easter Monday is not":                                     {"Mon 2026-04-06 12:00", false},
		"the Scottish 2 January is":                                {"Fri 2026-01-02 12:00", true},
		"the usual early May Monday of 2020 is":                    {"Mon 2020-05-04 12:00", true},
		"the VE Day anniversary of 2020 is not":                    {"Fri 2020-05-08 12:00", false},
		"the usual spring Monday of 2022 is":                       {"Mon 2022-05-30 12:00", true},
		"the first Jubilee day of 2022 is not":                     {"Thu 2022-06-02 12:00", false},
		"the second Jubilee day of 2022 is not":                    {"Fri 2022-06-03 12:00", false},
		"the day of the state funeral is not":                      {"Mon 2022-09-19 12:00", false},
		"the Monday of mourning before it is":                      {"Mon 2022-09-12 12:00", true},
		"the coronation Monday is not":                             {"Mon 2023-05-08 12:00", false},
		"the first minute of a bank holiday belongs to it":         {"Mon 2022-09-19 00:00", false},
		"the last minute of a bank holiday belongs to it":          {"Mon 2022-09-19 23:59", false},
		"the last minute before one belongs to the day before":     {"Thu 2020-05-07 23:59", true},
		"the first day of the table is New Year's Day, and is not": {"Thu 2015-01-01 00:00", false},
		"the last day of the table is":                             {"Tue 2030-12-31 23:59", true},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := c.IsWorkingDay(at(t, c, tc.day))
			if err != nil || got != tc.want {
				t.Errorf("IsWorkingDay(%s) = %v, %v; want %v", tc.day, got, err, tc.want)
			}
		})
	}

	t.Run("a moment is judged by its date in London, not in its own zone", func(t *testing.T) {
		// 23:30 on Sunday in Greenwich is 00:30 on Monday in a London summer.
		got, err := c.IsWorkingDay(time.Date(2026, 6, 21, 23, 30, 0, 0, time.UTC))
		if err != nil || !got {
			t.Errorf("got %v, %v; want a working day", got, err)
		}
	})
}

func TestDaysOutsideTheTable(t *testing.T) {
	c := load(t)
	for name, tc := range map[string]struct {
		moment time.Time
		want   string
	}{
		"the moment before the table begins": {time.Date(2014, 12, 31, 23, 59, 59, 999999999, time.UTC), "2014-12-31"},
		"the moment after the table ends":    {time.Date(2031, 1, 1, 0, 0, 0, 0, time.UTC), "2031-01-01"},
		"a time never set":                   {time.Time{}, "0000-12-31"}, // London then kept its own time, a minute behind.
		"before year one":                    {time.Date(-44, 3, 15, 12, 0, 0, 0, time.UTC), "-0044-03-15"},
		"long after":                         {time.Date(12026, 6, 16, 12, 0, 0, 0, time.UTC), "12026-06-16"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := c.IsWorkingDay(tc.moment)
			var outside *OutsideTableError
			if !errors.As(err, &outside) {
				t.Fatalf("got %v, want an OutsideTableError", err)
			}
			want := OutsideTableError{Date: tc.want, From: "2015-01-01", To: "2030-12-31"}
			if *outside != want {
				t.Errorf("got %+v, want %+v", *outside, want)
			}
		})
	}

	t.Run("the furthest times that can be written are refused, not wrapped round", func(t *testing.T) {
		for _, seconds := range []int64{math.MinInt64, math.MinInt64 / 2, math.MaxInt64 / 2, math.MaxInt64} {
			var outside *OutsideTableError
			if _, err := c.IsWorkingDay(time.Unix(seconds, 0)); !errors.As(err, &outside) {
				t.Errorf("%d seconds: got %v, want an OutsideTableError", seconds, err)
			}
		}
	})

	t.Run("the message names the day and the span", func(t *testing.T) {
		_, err := c.IsWorkingDay(time.Date(2031, 3, 4, 12, 0, 0, 0, time.UTC))
		const want = "2031-03-04 is outside the table of bank holidays, which covers 2015-01-01 to 2030-12-31"
		if err == nil || err.Error() != want {
			t.Errorf("got %v, want %s", err, want)
		}
	})
}
