package calendar

import (
	"testing"
	"time"
)

// fataler is what the helpers need of a test, whether it is a table test, a fuzz
// test or a property.
type fataler interface {
	Helper()
	Fatalf(format string, args ...any)
}

func load(t fataler) *Calendar {
	t.Helper()
	c, err := Load()
	if err != nil {
		t.Fatalf("Load: %v", err)
	}
	return c
}

func timeOfDay(t fataler, s string) TimeOfDay {
	t.Helper()
	if s == "none" {
		return TimeOfDay{}
	}
	tod, err := ParseTimeOfDay(s)
	if err != nil {
		t.Fatalf("ParseTimeOfDay(%q): %v", s, err)
	}
	return tod
}

func clock(t fataler, c *Calendar, rules Rules) *Clock {
	t.Helper()
	k, err := c.Clock(rules)
	if err != nil {
		t.Fatalf("Clock(%+v): %v", rules, err)
	}
	return k
}

// officeClock ends its days at 17:00 and has no cut-off.
func officeClock(t fataler, c *Calendar, countStartDay bool) *Clock {
	t.Helper()
	return clock(t, c, Rules{CountStartDay: countStartDay, DayEnds: timeOfDay(t, "17:00")})
}

// wall is how tests write a moment: what a London wall clock and calendar show.
const wall = "Mon 2006-01-02 15:04"

// at reads a moment so written, and fails where the day of the week is wrong, so
// that no test misleads its reader.
func at(t fataler, c *Calendar, s string) time.Time {
	t.Helper()
	moment, err := time.ParseInLocation(wall, s, c.London())
	if err != nil {
		t.Fatalf("%v", err)
	}
	if got := moment.Format(wall); got != s {
		t.Fatalf("the test is wrong: %s is in truth %s", s, got)
	}
	return moment
}

// wantWall checks a deadline against the wall clock and calendar in London.
func wantWall(t *testing.T, c *Calendar, got time.Time, err error, want string) {
	t.Helper()
	switch {
	case err != nil:
		t.Errorf("got error %v, want %s", err, want)
	case got.Location() != c.London():
		t.Errorf("got a time in %s, want London", got.Location())
	case got.Format(wall) != want:
		t.Errorf("got %s, want %s", got.Format(wall), want)
	}
}
