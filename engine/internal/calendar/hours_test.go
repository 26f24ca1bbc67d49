package calendar

import (
	"errors"
	"testing"
	"time"

	"pgregory.net/rapid"

	"windscreen/engine/term"
)

// office is nine to five on working days, and night is when Bexley's other number is answered.
func office(t fataler, c *Calendar) *Hours {
	return c.Hours([]Span{span(t, term.WorkingDays, "09:00", "17:00")})
}

func night(t fataler, c *Calendar) *Hours {
	return c.Hours([]Span{span(t, term.EveryDay, "18:00", "08:00"), {Days: term.WeekendsAndBankHolidays}})
}

// stretch is what a test expects: open or closed, from when and to when; empty for never.
type stretch struct {
	open     bool
	from, to string
}

func said(s Stretch) stretch {
	show := func(t time.Time) string {
		if t.IsZero() {
			return ""
		}
		return t.Format(wall)
	}
	return stretch{s.Open, show(s.From), show(s.To)}
}

func TestHours(t *testing.T) {
	c := load(t)
	for at, want := range map[string]struct{ office, night stretch }{
		"Fri 2020-03-06 16:59": {
			stretch{true, "Fri 2020-03-06 09:00", "Fri 2020-03-06 17:00"},
			stretch{false, "Fri 2020-03-06 08:00", "Fri 2020-03-06 18:00"},
		},
		"Fri 2020-03-06 17:00": {
			stretch{false, "Fri 2020-03-06 17:00", "Mon 2020-03-09 09:00"},
			stretch{false, "Fri 2020-03-06 08:00", "Fri 2020-03-06 18:00"},
		},
		"Fri 2020-03-06 17:59": {
			stretch{false, "Fri 2020-03-06 17:00", "Mon 2020-03-09 09:00"},
			stretch{false, "Fri 2020-03-06 08:00", "Fri 2020-03-06 18:00"},
		},
		"Fri 2020-03-06 18:00": {
			stretch{false, "Fri 2020-03-06 17:00", "Mon 2020-03-09 09:00"},
			stretch{true, "Fri 2020-03-06 18:00", "Mon 2020-03-09 08:00"},
		},
		"Sat 2020-03-07 12:00": {
			stretch{false, "Fri 2020-03-06 17:00", "Mon 2020-03-09 09:00"},
			stretch{true, "Fri 2020-03-06 18:00", "Mon 2020-03-09 08:00"},
		},
		"Mon 2020-03-09 07:59": {
			stretch{false, "Fri 2020-03-06 17:00", "Mon 2020-03-09 09:00"},
			stretch{true, "Fri 2020-03-06 18:00", "Mon 2020-03-09 08:00"},
		},
		"Mon 2020-03-09 08:00": {
			stretch{false, "Fri 2020-03-06 17:00", "Mon 2020-03-09 09:00"},
			stretch{false, "Mon 2020-03-09 08:00", "Mon 2020-03-09 18:00"},
		},
		"Mon 2020-03-09 09:00": {
			stretch{true, "Mon 2020-03-09 09:00", "Mon 2020-03-09 17:00"},
			stretch{false, "Mon 2020-03-09 08:00", "Mon 2020-03-09 18:00"},
		},
		// Easter Monday: four days without a working day end on it.
		"Mon 2020-04-13 10:00": {
			stretch{false, "Thu 2020-04-09 17:00", "Tue 2020-04-14 09:00"},
			stretch{true, "Thu 2020-04-09 18:00", "Tue 2020-04-14 08:00"},
		},
		// Christmas Day 2020 was a Friday, and the Monday stood in for Boxing Day.
		"Fri 2020-12-25 10:00": {
			stretch{false, "Thu 2020-12-24 17:00", "Tue 2020-12-29 09:00"},
			stretch{true, "Thu 2020-12-24 18:00", "Tue 2020-12-29 08:00"},
		},
		// The clocks go forward on this Sunday, and back on the other.
		"Sun 2020-03-29 00:30": {
			stretch{false, "Fri 2020-03-27 17:00", "Mon 2020-03-30 09:00"},
			stretch{true, "Fri 2020-03-27 18:00", "Mon 2020-03-30 08:00"},
		},
		"Sun 2020-10-25 01:30": {
			stretch{false, "Fri 2020-10-23 17:00", "Mon 2020-10-26 09:00"},
			stretch{true, "Fri 2020-10-23 18:00", "Mon 2020-10-26 08:00"},
		},
	} {
		t.Run(at, func(t *testing.T) {
			for name, h := range map[string]struct {
				hours *Hours
				want  stretch
			}{"office": {office(t, c), want.office}, "night": {night(t, c), want.night}} {
				if got, err := h.hours.At(moment(t, c, at)); err != nil || said(got) != h.want {
					t.Errorf("%s: got %v, %v; want %v", name, said(got), err, h.want)
				}
				h.want.open = !h.want.open
				if got, err := h.hours.Outside().At(moment(t, c, at)); err != nil || said(got) != h.want {
					t.Errorf("outside %s: got %v, %v; want %v", name, said(got), err, h.want)
				}
			}
		})
	}
}

// moment is at, in a zone that is not London, which makes no difference.
func moment(t fataler, c *Calendar, s string) time.Time { return at(t, c, s).UTC() }

// On the night on which the clocks go back, 01:30 comes twice; on the night on which they go forward it
// does not come at all.
func TestHoursThatEndAsTheClocksChange(t *testing.T) {
	c := load(t)
	h := c.Hours([]Span{span(t, term.EveryDay, "20:00", "01:30")})
	for name, tc := range map[string]struct {
		at, from, to string // in Greenwich
		open         bool
	}{
		"the first time":  {"2020-10-25T00:10:00Z", "2020-10-24T19:00:00Z", "2020-10-25T00:30:00Z", true},
		"between":         {"2020-10-25T00:40:00Z", "2020-10-25T00:30:00Z", "2020-10-25T01:00:00Z", false},
		"the second time": {"2020-10-25T01:10:00Z", "2020-10-25T01:00:00Z", "2020-10-25T01:30:00Z", true},
		"after it":        {"2020-10-25T01:30:00Z", "2020-10-25T01:30:00Z", "2020-10-25T20:00:00Z", false},
		"not at all":      {"2020-03-29T00:59:00Z", "2020-03-28T20:00:00Z", "2020-03-29T01:00:00Z", true},
		"after that":      {"2020-03-29T01:00:00Z", "2020-03-29T01:00:00Z", "2020-03-29T19:00:00Z", false},
	} {
		t.Run(name, func(t *testing.T) {
			at, err := time.Parse(time.RFC3339, tc.at)
			if err != nil {
				t.Fatal(err)
			}
			s, err := h.At(at)
			from, to := s.From.UTC().Format(time.RFC3339), s.To.UTC().Format(time.RFC3339)
			if err != nil || s.Open != tc.open || from != tc.from || to != tc.to {
				t.Errorf("got %v from %s to %s, %v; want %v from %s to %s", s.Open, from, to, err, tc.open, tc.from, tc.to)
			}
		})
	}
}

func TestHoursWithoutAnEnd(t *testing.T) {
	c := load(t)
	noon := at(t, c, "Sun 2026-06-21 12:00")
	for name, tc := range map[string]struct {
		hours *Hours
		open  bool
	}{
		"every day":                   {c.Hours([]Span{{Days: term.EveryDay}}), true},
		"working days and all others": {c.Hours([]Span{{Days: term.WorkingDays}, {Days: term.WeekendsAndBankHolidays}}), true},
		"from each midnight to midday": {
			c.Hours([]Span{span(t, term.EveryDay, "00:00", "12:00"), span(t, term.EveryDay, "12:00", "00:00")}),
			true,
		},
		"outside every day": {c.Hours([]Span{{Days: term.EveryDay}}).Outside(), false},
		"none":              {c.Hours(nil), false},
	} {
		t.Run(name, func(t *testing.T) {
			if got, err := tc.hours.At(noon); err != nil || got != (Stretch{Open: tc.open}) {
				t.Errorf("got %+v, %v", got, err)
			}
		})
	}
}

func TestHoursOutsideTheTable(t *testing.T) {
	c := load(t)
	for name, tc := range map[string]struct {
		hours *Hours
		at    string
		known bool
	}{
		"no day can be told to be a working day":      {office(t, c), "2031-03-04T10:00:00Z", false},
		"it opens on a day that cannot be told":       {office(t, c), "2030-12-31T18:00:00Z", false},
		"it closes on the last day that can be told":  {office(t, c), "2030-12-31T10:00:00Z", true},
		"it opened before the first that can be told": {night(t, c), "2015-01-01T10:00:00Z", false},
		"every day needs no table":                    {c.Hours([]Span{{Days: term.EveryDay}}), "2050-03-04T10:00:00Z", true},
		"weekends need no table":                      {c.Hours([]Span{{Days: term.Weekends}}), "2050-03-04T10:00:00Z", true},
		"a night of every day is open in any case": {
			c.Hours([]Span{span(t, term.EveryDay, "18:00", "08:00")}),
			"2050-03-04T20:00:00Z", true,
		},
		"bank holidays far ahead, though none is near": {c.Hours([]Span{{Days: term.BankHolidays}}), "2050-03-04T10:00:00Z", false},
	} {
		t.Run(name, func(t *testing.T) {
			moment, err := time.Parse(time.RFC3339, tc.at)
			if err != nil {
				t.Fatal(err)
			}
			_, err = tc.hours.At(moment)
			var outside *OutsideTableError
			if (err == nil) != tc.known || err != nil && !errors.As(err, &outside) {
				t.Errorf("got %v, want it known: %v", err, tc.known)
			}
		})
	}
}

// TestEveryMinuteOfAYear compares what spans say of each minute, worked out from the wall clock and the
// list of bank holidays by itself, with the hours; and the ends of stretches with where the minutes differ.
func TestEveryMinuteOfAYear(t *testing.T) {
	c := load(t)
	holidays := map[string]bool{}
	for day := range c.holidays {
		holidays[day.String()] = true
	}
	working := func(at time.Time) bool {
		return at.Weekday() != time.Saturday && at.Weekday() != time.Sunday && !holidays[at.Format(time.DateOnly)]
	}
	for name, tc := range map[string]struct {
		hours *Hours
		open  func(at time.Time) bool
	}{
		"office": {office(t, c), func(at time.Time) bool { return working(at) && at.Hour() >= 9 && at.Hour() < 17 }},
		"night":  {night(t, c), func(at time.Time) bool { return !working(at) || at.Hour() >= 18 || at.Hour() < 8 }},
	} {
		t.Run(name, func(t *testing.T) {
			var s Stretch
			for at := time.Date(2020, 1, 1, 0, 0, 0, 0, c.London()); at.Year() == 2020; at = at.Add(time.Minute) {
				if open, err := tc.hours.open(at); err != nil || open != tc.open(at) {
					t.Fatalf("%s: got %v, %v", at.Format(wall), open, err)
				}
				if !at.Before(s.To) {
					next, err := tc.hours.At(at)
					if err != nil || !s.To.IsZero() && (next.From != at || next.Open == s.Open) {
						t.Fatalf("%s follows on %s: got %+v, %v", at.Format(wall), s.To.Format(wall), next, err)
					}
					s = next
				}
				if s.Open != tc.open(at) {
					t.Fatalf("%s: the stretch to %s says %v", at.Format(wall), s.To.Format(wall), s.Open)
				}
			}
		})
	}
}

// Whatever the spans, each moment of a stretch says the same, and the moments at its ends say otherwise.
func TestStretchesAreWhole(t *testing.T) {
	c := load(t)
	rapid.Check(t, func(t *rapid.T) {
		h := c.Hours([]Span{drawSpan(t, "first"), drawSpan(t, "second")})
		moment := drawStart(t, c).Add(370 * 24 * time.Hour)
		s, err := h.At(moment)
		if err != nil {
			t.Fatal(err)
		}
		check := func(at time.Time, want bool) {
			if open, err := h.open(at); err != nil || open != want {
				t.Fatalf("%s: got %v, %v; the stretch is %+v", at.Format(wall), open, err, s)
			}
		}
		check(moment, s.Open)
		from, to := s.From, s.To
		if from.IsZero() || to.IsZero() {
			from, to = moment.Add(-24*time.Hour), moment.Add(24*time.Hour)
		} else {
			check(from.Add(-time.Second), !s.Open)
			check(from, s.Open)
			check(to.Add(-time.Second), s.Open)
			check(to, !s.Open)
		}
		part := rapid.Float64Range(0, 1).Draw(t, "part")
		check(from.Add(time.Duration(part*float64(to.Sub(from)-time.Second))), s.Open)
	})
}

// Hours that were asked for another moment before say the same as hours that were not.
func TestAStretchIsTheSameWhateverWasAskedBefore(t *testing.T) {
	c := load(t)
	rapid.Check(t, func(t *rapid.T) {
		spans := []Span{drawSpan(t, "first"), drawSpan(t, "second")}
		used, moment := c.Hours(spans), drawStart(t, c).Add(370*24*time.Hour)
		for range 8 {
			moment = moment.Add(time.Duration(rapid.Int64Range(-72*3600, 72*3600).Draw(t, "seconds")) * time.Second)
			want, wantErr := c.Hours(spans).At(moment)
			got, err := used.At(moment)
			if got != want || (err == nil) != (wantErr == nil) {
				t.Fatalf("%s: got %+v, %v; want %+v, %v", moment.Format(wall), got, err, want, wantErr)
			}
		}
	})
}
