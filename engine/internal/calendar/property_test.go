package calendar

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

// drawStart is any moment, to the second, from which the largest count drawn
// below stays within the table. Half of the starts fall within a few days of a
// bank holiday or a change of the clocks, where mistakes live.
func drawStart(t *rapid.T, c *Calendar) time.Time {
	first, last := c.from, c.to-800
	var day date
	if rapid.Bool().Draw(t, "start near a special day") {
		special := []date{
			newDate(2020, time.March, 29), newDate(2020, time.October, 25),
			newDate(2026, time.March, 29), newDate(2026, time.October, 25),
		}
		for holiday := first; holiday <= last; holiday++ {
			if _, is := c.holidays[holiday]; is {
				special = append(special, holiday)
			}
		}
		day = rapid.SampledFrom(special).Draw(t, "start special day") + date(rapid.IntRange(-4, 4).Draw(t, "start days off"))
		day = min(max(day, first), last)
	} else {
		day = date(rapid.IntRange(int(first), int(last)).Draw(t, "start day"))
	}
	second := rapid.IntRange(0, secondsPerDay-1).Draw(t, "start second")
	year, month, dayOfMonth := day.midnightUTC().Date()
	return time.Date(year, month, dayOfMonth, 0, 0, second, 0, c.London())
}

func drawTime(t *rapid.T, first, last int, label string) TimeOfDay {
	minutes := rapid.IntRange(first, last).Draw(t, label)
	return TimeOfDay{set: true, hour: minutes / 60, minute: minutes % 60}
}

func drawRules(t *rapid.T) Rules {
	const lastMinute = 24*60 - 1
	rules := Rules{
		CountStartDay: rapid.Bool().Draw(t, "count start day"),
		DayEnds:       drawTime(t, earliestEnd*60, lastMinute, "day ends"),
	}
	if rapid.Bool().Draw(t, "has a cut-off") {
		rules.CutOff = drawTime(t, 0, rules.DayEnds.hour*60+rules.DayEnds.minute, "cut-off")
	}
	return rules
}

// must is for operations that cannot fail on what these tests draw.
func must(t *rapid.T) func(time.Time, error) time.Time {
	return func(due time.Time, err error) time.Time {
		t.Helper()
		if err != nil {
			t.Fatalf("unexpected error: %v", err)
		}
		return due
	}
}

// mostOf is the largest count that is drawn of each unit: within 800 days in all,
// and for working days no more than can fit.
var mostOf = map[string]int{
	"hours": 5000, "working days": 250, "days": 390, "weeks": 55, "months": 12,
}

func TestEveryOperation(t *testing.T) {
	c := load(t)
	for operation := range operations(officeClock(t, c, false)) {
		most := max(mostOf[operation], 1)
		t.Run(operation, rapid.MakeCheck(func(t *rapid.T) {
			k := clock(t, c, drawRules(t))
			add := operations(k)[operation]
			start := drawStart(t, c)
			n := rapid.IntRange(1, most).Draw(t, "n")
			due := must(t)(add(start, n))

			if due.Location() != c.London() {
				t.Fatalf("the deadline is in %s, not in London time", due.Location())
			}
			if due.Before(start) {
				t.Fatalf("the deadline %v is before the start %v", due, start)
			}
			if operation != "hours" && due.Format("15:04:05") != k.rules.DayEnds.String()+":00" {
				t.Fatalf("the deadline %v is not at the day end %s", due, k.rules.DayEnds)
			}
			later := start.Add(time.Duration(rapid.IntRange(0, 200*60).Draw(t, "minutes later")) * time.Minute)
			if laterDue := must(t)(add(later, n)); laterDue.Before(due) {
				t.Fatalf("a start at %v is due at %v, yet one at %v sooner, at %v", start, due, later, laterDue)
			}
			elsewhere := start.In(time.FixedZone("elsewhere", rapid.IntRange(-12*3600, 14*3600).Draw(t, "zone")))
			if again := must(t)(add(elsewhere, n)); !again.Equal(due) {
				t.Fatalf("the same start in another zone is due at %v, not at %v", again, due)
			}
		}))
	}
}

func TestEveryCountGrows(t *testing.T) {
	c := load(t)
	for unit := range counted(officeClock(t, c, false)) {
		t.Run(unit, rapid.MakeCheck(func(t *rapid.T) {
			add := counted(clock(t, c, drawRules(t)))[unit]
			start := drawStart(t, c)
			n := rapid.IntRange(1, mostOf[unit]).Draw(t, "n")
			due, next := must(t)(add(start, n)), must(t)(add(start, n+1))
			if !next.After(due) {
				t.Fatalf("%d %s is due at %v, and one more at %v, which is no later", n, unit, due, next)
			}
		}))
	}
}

// workingDaysWithin counts the slow way, asking of each London date after the
// first up to the last.
func workingDaysWithin(t *rapid.T, c *Calendar, after, upTo time.Time) int {
	days := 0
	year, month, day := after.In(c.London()).Date()
	for {
		day++
		noon := time.Date(year, month, day, 12, 0, 0, 0, c.London())
		if noon.Format(isoDate) > upTo.In(c.London()).Format(isoDate) {
			return days
		}
		working, err := c.IsWorkingDay(noon)
		if err != nil {
			t.Fatalf("IsWorkingDay(%v): %v", noon, err)
		}
		if working {
			days++
		}
	}
}

func TestADeadlineInWorkingDaysIsAWorkingDayAndTheNth(t *testing.T) {
	c := load(t)
	rapid.Check(t, func(t *rapid.T) {
		rules := drawRules(t)
		start := drawStart(t, c)
		n := rapid.IntRange(1, mostOf["working days"]).Draw(t, "n")
		due := must(t)(clock(t, c, rules).WorkingDays(start, n))

		if working, err := c.IsWorkingDay(due); err != nil || !working {
			t.Fatalf("the deadline %v is on no working day (%v)", due, err)
		}
		want := n
		if working, _ := c.IsWorkingDay(start); working && rules.CountStartDay {
			last := rules.DayEnds
			if !rules.CutOff.IsZero() {
				last = rules.CutOff
			}
			if start.Format("15:04:05") <= last.String()+":00" {
				want--
			}
		}
		if got := workingDaysWithin(t, c, start, due); got != want {
			t.Fatalf("%d working days from %v lie up to %v, want %d", got, start, due, want)
		}
	})
}

func TestTheEarlierReadingIsTaken(t *testing.T) {
	c := load(t)
	rapid.Check(t, func(t *rapid.T) {
		rules := drawRules(t)
		start := drawStart(t, c)
		n := rapid.IntRange(1, mostOf["working days"]).Draw(t, "n")
		rules.CountStartDay = false
		uncounted := must(t)(clock(t, c, rules).WorkingDays(start, n))
		rules.CountStartDay = true
		startCounted := must(t)(clock(t, c, rules).WorkingDays(start, n))
		if startCounted.After(uncounted) {
			t.Fatalf("counting the start day puts the deadline off from %v to %v", uncounted, startCounted)
		}
		working, err := c.IsWorkingDay(start)
		if err != nil {
			t.Fatalf("IsWorkingDay: %v", err)
		}
		if !working && !startCounted.Equal(uncounted) {
			t.Fatalf("from %v, no working day, the deadline is %v or %v by whether the start day counts", start, uncounted, startCounted)
		}
		rules.CountStartDay, rules.CutOff = false, TimeOfDay{}
		if without := must(t)(clock(t, c, rules).WorkingDays(start, n)); !without.Equal(uncounted) {
			t.Fatalf("with the start day uncounted, the cut-off moves the deadline from %v to %v", without, uncounted)
		}
	})
}

func TestTheSameWorkingDayComesNoLaterThanTheNext(t *testing.T) {
	c := load(t)
	rapid.Check(t, func(t *rapid.T) {
		rules := drawRules(t)
		start := drawStart(t, c)
		k := clock(t, c, rules)
		same, next := must(t)(k.SameWorkingDay(start)), must(t)(k.EndOfNextWorkingDay(start))
		if same.After(next) {
			t.Fatalf("the same working day, %v, is after the next, %v", same, next)
		}
		sameDate := same.Format(isoDate) == start.Format(isoDate)
		if !sameDate && !same.Equal(next) {
			t.Fatalf("the same working day, %v, is neither the day of the start nor the next working day, %v", same, next)
		}
		rules.CountStartDay = false
		if one := must(t)(clock(t, c, rules).WorkingDays(start, 1)); !one.Equal(next) {
			t.Fatalf("one working day without the start day is %v, but the next working day ends at %v", one, next)
		}
	})
}

// Hours, days, weeks and uncounted working days can be added in two steps.
func TestTwoStepsComeToOne(t *testing.T) {
	c := load(t)
	for unit := range counted(officeClock(t, c, false)) {
		if unit == "months" { // Below: 31 January loses its 31 on the way.
			continue
		}
		t.Run(unit, rapid.MakeCheck(func(t *rapid.T) {
			rules := drawRules(t)
			rules.CountStartDay = false
			add := counted(clock(t, c, rules))[unit]
			start := drawStart(t, c)
			n := rapid.IntRange(1, mostOf[unit]).Draw(t, "n")
			m := rapid.IntRange(1, mostOf[unit]).Draw(t, "m")
			twoSteps, oneStep := must(t)(add(must(t)(add(start, n)), m)), must(t)(add(start, n+m))
			if !twoSteps.Equal(oneStep) {
				t.Fatalf("%d and then %d %s come to %v, but %d at once to %v", n, m, unit, twoSteps, n+m, oneStep)
			}
		}))
	}
}

// A deadline is at the end of a day. As a new start it is in time for that day to
// be counted once more, unless there is a cut-off before the end of the day.
func TestTwoStepsCountTheMiddleDayTwiceWhereStartDaysCount(t *testing.T) {
	c := load(t)
	rapid.Check(t, func(t *rapid.T) {
		rules := drawRules(t)
		rules.CountStartDay = true
		k := clock(t, c, rules)
		start := drawStart(t, c)
		n := rapid.IntRange(1, mostOf["working days"]).Draw(t, "n")
		m := rapid.IntRange(1, mostOf["working days"]).Draw(t, "m")
		total := n + m
		if rules.CutOff.IsZero() || rules.CutOff == rules.DayEnds {
			total--
		}
		twoSteps := must(t)(k.WorkingDays(must(t)(k.WorkingDays(start, n)), m))
		if oneStep := must(t)(k.WorkingDays(start, total)); !twoSteps.Equal(oneStep) {
			t.Fatalf("%d and then %d come to %v, but %d at once to %v", n, m, twoSteps, total, oneStep)
		}
	})
}

func TestAWeekIsSevenDays(t *testing.T) {
	c := load(t)
	rapid.Check(t, func(t *rapid.T) {
		k := clock(t, c, drawRules(t))
		start := drawStart(t, c)
		n := rapid.IntRange(1, mostOf["weeks"]).Draw(t, "n")
		weeks, days := must(t)(k.AddWeeks(start, n)), must(t)(k.AddDays(start, 7*n))
		if !weeks.Equal(days) {
			t.Fatalf("%d weeks are due at %v, %d days at %v", n, weeks, 7*n, days)
		}
		if weeks.Weekday() != start.Weekday() {
			t.Fatalf("%d weeks from a %s are due on a %s", n, start.Weekday(), weeks.Weekday())
		}
	})
}

func TestMonthsKeepTheDayOrTakeTheLastOfTheMonth(t *testing.T) {
	c := load(t)
	rapid.Check(t, func(t *rapid.T) {
		k := clock(t, c, drawRules(t))
		start := drawStart(t, c)
		n := rapid.IntRange(1, mostOf["months"]).Draw(t, "n")
		due := must(t)(k.AddMonths(start, n))
		months := 12*(due.Year()-start.Year()) + int(due.Month()) - int(start.Month())
		if months != n {
			t.Fatalf("%d months from %v are due %d months on, at %v", n, start, months, due)
		}
		isLast := due.AddDate(0, 0, 1).Day() == 1
		if due.Day() != start.Day() && !(due.Day() < start.Day() && isLast) {
			t.Fatalf("%d months from %v are due at %v: neither the same day nor the last of the month", n, start, due)
		}
		m := rapid.IntRange(1, mostOf["months"]).Draw(t, "m")
		if twoSteps := must(t)(k.AddMonths(due, m)); twoSteps.After(must(t)(k.AddMonths(start, n+m))) {
			t.Fatalf("%d months and then %d are due at %v, later than at once", n, m, twoSteps)
		}
	})
}
