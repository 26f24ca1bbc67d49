package calendar

import (
	"errors"
	"math"
	"strings"
	"testing"
	"time"
)

func TestClockRefusesRulesThatContradictThemselves(t *testing.T) {
	c := load(t)
	for name, tc := range map[string]struct{ cutOff, dayEnds, want string }{
		"no day end":               {"none", "none", "the time at which a working day ends is missing"},
		"no day end, but a cutoff": {"15:00", "none", "the time at which a working day ends is missing"},
		"a day that ends as it begins": {
			"none", "00:00", "a working day cannot end at 00:00: the earliest is 02:00"},
		"a day that ends while the clocks change": {
			"none", "01:59", "a working day cannot end at 01:59: the earliest is 02:00"},
		"a cut-off after the day end": {
			"17:01", "17:00", "the cut-off, 17:01, is after the end of the working day, 17:00"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := c.Clock(Rules{CutOff: timeOfDay(t, tc.cutOff), DayEnds: timeOfDay(t, tc.dayEnds)})
			if err == nil || err.Error() != tc.want {
				t.Errorf("got %v, want %s", err, tc.want)
			}
		})
	}
	t.Run("but not a cut-off at the day end", func(t *testing.T) {
		clock(t, c, Rules{CutOff: timeOfDay(t, "17:00"), DayEnds: timeOfDay(t, "17:00")})
	})
}

// counted are the operations that take a count, by the unit that errors name.
func counted(k *Clock) map[string]func(time.Time, int) (time.Time, error) {
	return map[string]func(time.Time, int) (time.Time, error){
		"hours": k.AddHours, "working days": k.WorkingDays,
		"days": k.AddDays, "weeks": k.AddWeeks, "months": k.AddMonths,
	}
}

// operations are all that give a deadline; those that take no count ignore it.
func operations(k *Clock) map[string]func(time.Time, int) (time.Time, error) {
	all := counted(k)
	all["same working day"] = func(start time.Time, _ int) (time.Time, error) { return k.SameWorkingDay(start) }
	all["next working day"] = func(start time.Time, _ int) (time.Time, error) { return k.EndOfNextWorkingDay(start) }
	return all
}

func TestAbsurdCountsAreErrors(t *testing.T) {
	c := load(t)
	start := at(t, c, "Mon 2026-06-15 09:00")
	for unit, add := range counted(officeClock(t, c, true)) {
		for _, n := range []int{math.MinInt, -1, 0, MaxCount + 1, math.MaxInt} {
			_, err := add(start, n)
			var count *CountError
			if !errors.As(err, &count) || count.Count != n || count.Unit != unit {
				t.Errorf("%d %s: got %v, want a CountError", n, unit, err)
			}
		}
		if _, err := add(start, 1); err != nil {
			t.Errorf("1 %s: %v", unit, err)
		}
	}

	t.Run("with a message that says what is usable", func(t *testing.T) {
		_, err := officeClock(t, c, true).WorkingDays(start, -3)
		const want = "a limit of -3 working days is not usable: it must be a whole number from 1 to 10000"
		if err == nil || err.Error() != want {
			t.Errorf("got %v, want %s", err, want)
		}
	})
}

func TestDeadlinesOutsideTheTableAreErrors(t *testing.T) {
	c := load(t)
	for name, tc := range map[string]struct {
		start string
		n     int
		// want is the day at fault, by operation; those not named succeed.
		want map[string]string
	}{
		"a start on the last day, with a deadline after it": {"Tue 2030-12-31 16:00", 24, map[string]string{
			"working days": "2031-01-01", "days": "2031-01-24",
			"weeks": "2031-06-17", "months": "2032-12-31", "next working day": "2031-01-01",
		}},
		"a start after the last day has ended": {"Tue 2030-12-31 18:00", 5, map[string]string{
			"working days": "2031-01-01", "days": "2031-01-05", "weeks": "2031-02-04", "months": "2031-05-31",
			"same working day": "2031-01-01", "next working day": "2031-01-01",
		}},
		"the most that any count may be": {"Mon 2026-06-15 09:00", MaxCount, map[string]string{
			"working days": "2031-01-01", "days": "2053-10-31", "weeks": "2218-02-09", "months": "2859-10-15",
		}},
	} {
		t.Run(name, func(t *testing.T) {
			start := at(t, c, tc.start)
			for operation, add := range operations(officeClock(t, c, false)) {
				if operation == "hours" {
					continue // counted outside the table too
				}
				due, err := add(start, tc.n)
				want, fails := tc.want[operation]
				var outside *OutsideTableError
				switch {
				case !fails && err != nil:
					t.Errorf("%s: %v", operation, err)
				case fails && !errors.As(err, &outside):
					t.Errorf("%s: got %v, %v; want an OutsideTableError", operation, due, err)
				case fails && outside.Date != want:
					t.Errorf("%s: the day at fault is %s, want %s", operation, outside.Date, want)
				case fails && !due.IsZero():
					t.Errorf("%s: got the deadline %v beside the error", operation, due)
				}
			}
		})
	}

	t.Run("as are starts outside it, though the deadline be inside", func(t *testing.T) {
		start := at(t, c, "Wed 2014-12-31 09:00")
		for operation, add := range operations(officeClock(t, c, false)) {
			if operation == "hours" {
				continue
			}
			_, err := add(start, 30)
			if err == nil || !strings.Contains(err.Error(), "2014-12-31 is outside") {
				t.Errorf("%s: got %v, want an OutsideTableError for the start", operation, err)
			}
		}
	})
}
