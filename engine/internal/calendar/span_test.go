package calendar

import (
	"errors"
	"testing"
	"time"

	"pgregory.net/rapid"

	"windscreen/engine/term"
)

// span is a span as a rule file has it.
func span(t fataler, days term.Days, from, to string) Span {
	t.Helper()
	return Span{Days: days, From: timeOfDay(t, from), To: timeOfDay(t, to)}
}

// drawSpan is any span that lint lets pass.
func drawSpan(t *rapid.T, label string) Span {
	s := Span{Days: rapid.SampledFrom(term.TableOf[term.Days]().Values()).Draw(t, label)}
	if rapid.IntRange(0, 3).Draw(t, label+" is part of the day") > 0 {
		s.From, s.To = drawTime(t, 0, minutesPerDay-1, label+" from"), drawTime(t, 0, minutesPerDay-1, label+" to")
		if s.From == s.To {
			s.From, s.To = TimeOfDay{}, TimeOfDay{}
		}
	}
	return s
}

// Two spans overlap if and only if they share a minute of some day in the table. Around its bank holidays,
// every kind of day follows every kind of day that can come before it.
func TestOverlapIsSharedMinutes(t *testing.T) {
	c := load(t)
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawSpan(t, "a"), drawSpan(t, "b")
		when, overlap := a.Overlap(b)
		if _, other := b.Overlap(a); other != overlap {
			t.Fatalf("%v overlaps %v one way only", a, b)
		}
		shared := sharedMinute(t, c, a, b)
		if (shared != "") != overlap || overlap != (when != "") {
			t.Fatalf("%v and %v: got %q, %v; they share %s", a, b, when, overlap, shared)
		}
		if a.Within(b) && !overlap {
			t.Fatalf("%v is within %v and does not overlap it", a, b)
		}
	})
}

// sharedMinute is a minute of an ordinary week, or around a bank holiday, that is within both spans; empty
// if there is none.
func sharedMinute(t *rapid.T, c *Calendar, a, b Span) string {
	one, other := c.Hours([]Span{a}), c.Hours([]Span{b})
	days := map[date]bool{}
	for day := newDate(2020, time.March, 2); day < newDate(2020, time.March, 10); day++ {
		days[day] = true
	}
	for day := range c.holidays {
		days[day], days[day+1] = true, true
	}
	delete(days, c.from) // of the night before it, the table says nothing
	for day := range days {
		for _, at := range append(one.changes(day), other.changes(day)...) {
			openOne, errOne := one.open(at)
			openOther, errOther := other.open(at)
			if err := errors.Join(errOne, errOther); err != nil {
				t.Fatal(err)
			}
			if openOne && openOther {
				return at.Format(wall)
			}
		}
	}
	return ""
}

func TestOverlapSaysWhen(t *testing.T) {
	for name, tc := range map[string]struct {
		a, b Span
		want string
	}{
		"the night of every day and weekends": {span(t, term.EveryDay, "18:00", "08:00"), Span{Days: term.Weekends}, "18:00 on a Sunday"},
		"an hour of working days": {
			span(t, term.WorkingDays, "09:00", "19:00"), span(t, term.EveryDay, "18:00", "08:00"),
			"18:00 on a Monday",
		},
		"a morning, by the night before": {
			span(t, term.Mondays, "07:00", "17:00"), span(t, term.Sundays, "18:00", "08:00"),
			"07:00 on a Monday",
		},
		"bank holidays alone": {
			Span{Days: term.BankHolidays}, span(t, term.EveryDay, "10:00", "11:00"),
			"10:00 on a Monday that is a bank holiday",
		},
		"spans that meet share nothing": {
			span(t, term.WorkingDays, "09:00", "17:00"), span(t, term.WorkingDays, "17:00", "18:00"),
			"",
		},
		"a night that ends as the day begins":  {span(t, term.WorkingDays, "08:00", "18:00"), span(t, term.EveryDay, "18:00", "08:00"), ""},
		"working days, weekends and the rest":  {Span{Days: term.WorkingDays}, Span{Days: term.WeekendsAndBankHolidays}, ""},
		"other days":                           {Span{Days: term.Saturdays}, Span{Days: term.Sundays}, ""},
		"a Sunday night and a Monday's office": {span(t, term.Sundays, "18:00", "08:00"), span(t, term.Mondays, "09:00", "17:00"), ""},
	} {
		t.Run(name, func(t *testing.T) {
			if got, overlap := tc.a.Overlap(tc.b); got != tc.want || overlap != (tc.want != "") {
				t.Errorf("got %q, %v; want %q", got, overlap, tc.want)
			}
		})
	}
}

func TestWithin(t *testing.T) {
	for name, tc := range map[string]struct {
		a, b Span
		want bool
	}{
		"a morning in the day":            {span(t, term.Mondays, "09:00", "12:00"), span(t, term.WorkingDays, "09:00", "17:00"), true},
		"the same twice":                  {span(t, term.EveryDay, "18:00", "08:00"), span(t, term.EveryDay, "18:00", "08:00"), true},
		"it begins earlier":               {span(t, term.Mondays, "08:00", "12:00"), span(t, term.WorkingDays, "09:00", "17:00"), false},
		"it ends later":                   {span(t, term.Mondays, "09:00", "18:00"), span(t, term.WorkingDays, "09:00", "17:00"), false},
		"on other days":                   {span(t, term.EveryDay, "09:00", "12:00"), span(t, term.WorkingDays, "09:00", "17:00"), false},
		"a weekend in the nights of days": {Span{Days: term.Weekends}, span(t, term.EveryDay, "18:00", "08:00"), false},
	} {
		t.Run(name, func(t *testing.T) {
			if got := tc.a.Within(tc.b); got != tc.want {
				t.Errorf("got %v", got)
			}
		})
	}
}
