package calendar

import (
	"maps"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// easterSunday is the Gregorian computus: the Sunday after the full moon that the
// church reckons, on or after 21 March.
func easterSunday(year int) date {
	golden, century := year%19, year/100
	skippedLeapDays, moonDrift := century-century/4, (8*century+13)/25
	daysToFullMoon := (19*golden + skippedLeapDays - moonDrift + 15) % 30
	// The two latest moons are drawn back a day, so that none recurs in a cycle.
	if daysToFullMoon == 29 || daysToFullMoon == 28 && golden > 10 {
		daysToFullMoon--
	}
	day := newDate(year, time.March, 21) + date(daysToFullMoon) + 1
	for day.midnightUTC().Weekday() != time.Sunday {
		day++
	}
	return day
}

// mondayFrom is the first Monday on or after a day.
func mondayFrom(year int, month time.Month, first int) date {
	day := newDate(year, month, first)
	for day.midnightUTC().Weekday() != time.Monday {
		day++
	}
	return day
}

// byRule is what the standing rules give for a year: the date of each holiday and
// its title.
func byRule(year int) map[string]string {
	holidays := map[string]string{
		(easterSunday(year) - 2).String():          "Good Friday",
		(easterSunday(year) + 1).String():          "Easter Monday",
		mondayFrom(year, time.May, 1).String():     "Early May bank holiday",
		mondayFrom(year, time.May, 25).String():    "Spring bank holiday", // The last of May.
		mondayFrom(year, time.August, 25).String(): "Summer bank holiday", // The last of August.
	}
	// A fixed day that falls on a weekend moves to the next weekday that is free.
	// Boxing Day goes first where it is a weekday, so it keeps its own date.
	fixed := func(month time.Month, day int, title string) {
		on := newDate(year, month, day)
		if !on.isWeekend() {
			holidays[on.String()] = title
			return
		}
		for on.isWeekend() || holidays[on.String()] != "" {
			on++
		}
		holidays[on.String()] = title + " (substitute day)"
	}
	fixed(time.January, 1, "New Year's Day")
	if newDate(year, time.December, 26).isWeekend() {
		fixed(time.December, 25, "Christmas Day")
		fixed(time.December, 26, "Boxing Day")
	} else {
		fixed(time.December, 26, "Boxing Day")
		fixed(time.December, 25, "Christmas Day")
	}
	return holidays
}

func TestTheTableIsTheRulesAndTheOneOffs(t *testing.T) {
	want := map[string]string{}
	for year := 2015; year <= 2030; year++ {
		regular := byRule(year)
		if len(regular) != 8 {
			t.Fatalf("the rules give %d holidays in %d: %v", len(regular), year, regular)
		}
		maps.Copy(want, regular)
	}
	// Holidays that were moved: the first day lost its holiday, the second gained it.
	delete(want, "2020-05-04")
	want["2020-05-08"] = "Early May bank holiday (moved to the 75th anniversary of VE Day)"
	delete(want, "2022-05-30")
	want["2022-06-02"] = "Spring bank holiday (moved for the Platinum Jubilee)"
	// Holidays that were added.
	want["2022-06-03"] = "Platinum Jubilee bank holiday"
	want["2022-09-19"] = "State funeral of Queen Elizabeth II"
	want["2023-05-08"] = "Coronation of King Charles III"

	got := map[string]string{}
	for day, title := range load(t).holidays {
		got[day.String()] = title
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the table differs from the rules and the one-offs (-rules +table):\n%s", diff)
	}
}

// The lists for two years as the government published them, so that a fault in
// the rules above cannot hide the same fault in the table.
func TestTheTableHasThePublishedListsOf2026And2027(t *testing.T) {
	want := strings.Fields(`
		2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28
		2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30 2027-12-27 2027-12-28`)
	var got []string
	c := load(t)
	for day := newDate(2026, time.January, 1); day <= newDate(2027, time.December, 31); day++ {
		if _, holiday := c.holidays[day]; holiday {
			got = append(got, day.String())
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-published +table):\n%s", diff)
	}
}

func TestTheSpanOfTheTable(t *testing.T) {
	c := load(t)
	got := []string{c.from.String(), c.to.String(), c.published.String()}
	if diff := cmp.Diff([]string{"2015-01-01", "2030-12-31", "2027-12-31"}, got); diff != "" {
		t.Errorf("valid_from, valid_to, published_to (-want +got):\n%s", diff)
	}
}

// oneYear is a good table of 2026, for the tests below to spoil.
const oneYear = `# A comment.
valid_from: 2026-01-01
valid_to: 2026-12-31
published_to: 2026-12-31

2026-01-01 New Year's Day
2026-04-03 Good Friday
2026-04-06 Easter Monday
2026-05-04 Early May bank holiday
2026-05-25 Spring bank holiday
2026-08-31 Summer bank holiday
2026-12-25 Christmas Day
2026-12-28 Boxing Day (substitute day)
`

func TestParseReadsATable(t *testing.T) {
	const end = "valid_to: 2026-12-31\n"
	withoutEnd := strings.Replace(oneYear, end, "", 1)
	for name, text := range map[string]string{
		"as written":                     oneYear,
		"with the line ends of Windows":  strings.ReplaceAll(oneYear, "\n", "\r\n"),
		"with no newline at the end":     strings.TrimSuffix(oneYear, "\n"),
		"with its keys in another order": strings.Replace(withoutEnd, "# A comment.\n", end, 1),
		"published only in part":         strings.Replace(oneYear, "published_to: 2026-12-31", "published_to: 2026-01-01", 1),
		"with more spaces than it needs": strings.ReplaceAll(oneYear, " ", "  "),
		"with a ninth, one-off, holiday": strings.Replace(oneYear,
			"2026-08-31", "2026-07-01 A holiday made up for this test\n2026-08-31", 1),
		"with a colon in a holiday title": strings.Replace(oneYear, "Good Friday", "Good Friday: the title", 1),
	} {
		t.Run(name, func(t *testing.T) {
			c, err := Parse("made-up.txt", []byte(text))
			if err != nil {
				t.Fatal(err)
			}
			for moment, want := range map[string]bool{
				"Fri 2026-04-03 12:00": false, "Thu 2026-04-02 12:00": true, "Thu 2026-12-31 12:00": true,
			} {
				got, err := c.IsWorkingDay(at(t, c, moment))
				if err != nil || got != want {
					t.Errorf("IsWorkingDay(%s) = %v, %v; want %v", moment, got, err, want)
				}
			}
		})
	}
}

func TestParseRefusesATableThat(t *testing.T) {
	for name, tc := range map[string]struct{ old, with, want string }{
		"lacks valid_from": {"valid_from: 2026-01-01\n", "",
			"made-up.txt:5: valid_from, valid_to and published_to must come before the first bank holiday"},
		"gives a key twice": {"valid_to: 2026-12-31", "valid_from: 2026-01-01",
			"made-up.txt:3: valid_from is given twice"},
		"gives a key that is unknown": {"valid_to", "valid_until",
			`made-up.txt:3: unknown key "valid_until": the keys are valid_from, valid_to and published_to`},
		"gives a key without its date": {"valid_to: 2026-12-31", "valid_to:",
			`made-up.txt:3: valid_to: "" is not a date: write year, month and day, such as 2026-12-28`},
		"gives a key with no date": {"valid_to: 2026-12-31", "valid_to: for ever",
			`made-up.txt:3: valid_to: "for ever" is not a date: write year, month and day, such as 2026-12-28`},
		"starts within a year": {"valid_from: 2026-01-01", "valid_from: 2026-01-02",
			"made-up.txt:4: valid_from is 2026-01-02: a table starts on a 1 January"},
		"ends within a year": {"valid_to: 2026-12-31", "valid_to: 2026-12-30",
			"made-up.txt:4: valid_to is 2026-12-30: a table ends on a 31 December"},
		"ends before it starts": {"valid_to: 2026-12-31", "valid_to: 2025-12-31",
			"made-up.txt:4: valid_to, 2025-12-31, is before valid_from, 2026-01-01"},
		"was published past its end": {"published_to: 2026-12-31", "published_to: 2027-12-31",
			"made-up.txt:4: published_to, 2027-12-31, is outside 2026-01-01 to 2026-12-31"},
		"was published before it begins": {"published_to: 2026-12-31", "published_to: 2025-12-31",
			"made-up.txt:4: published_to, 2025-12-31, is outside 2026-01-01 to 2026-12-31"},
		"holds a line of neither kind": {"# A comment.", "A comment.",
			`made-up.txt:1: cannot read "A comment.": write a comment with #, a key with a colon, or a date with a title`},
		"holds a date of no day": {"2026-04-03", "2026-02-30",
			`made-up.txt:7: "2026-02-30" is not a date: write year, month and day, such as 2026-12-28`},
		"writes a date another way": {"2026-04-03", "3/4/2026",
			`made-up.txt:7: "3/4/2026" is not a date: write year, month and day, such as 2026-12-28`},
		"leaves out a title": {" Good Friday", "",
			"made-up.txt:7: 2026-04-03 has no title"},
		"holds a day after its span": {"2026-12-28", "2027-12-28",
			"made-up.txt:13: 2027-12-28 is outside 2026-01-01 to 2026-12-31"},
		"holds a day before its span": {"2026-01-01 New", "2025-01-01 New",
			"made-up.txt:6: 2025-01-01 is outside 2026-01-01 to 2026-12-31"},
		"holds a Saturday": {"2026-12-28", "2026-12-26",
			"made-up.txt:13: 2026-12-26 is a Saturday: give the substitute day in its place"},
		"holds a Sunday": {"2026-04-06", "2026-04-05",
			"made-up.txt:8: 2026-04-05 is a Sunday: give the substitute day in its place"},
		"holds a day twice": {"2026-04-06", "2026-04-03",
			"made-up.txt:8: 2026-04-03 follows 2026-04-03: give each date once, in order"},
		"holds days out of order": {"2026-05-04", "2026-04-02",
			"made-up.txt:9: 2026-04-02 follows 2026-04-06: give each date once, in order"},
		"has too few holidays in a year": {"2026-08-31 Summer bank holiday\n", "",
			"made-up.txt: 2026 has 7 bank holidays: every year has at least 8"},
		"spans a year with none": {"valid_to: 2026-12-31", "valid_to: 2027-12-31",
			"made-up.txt: 2027 has 0 bank holidays: every year has at least 8"},
		"holds bytes that are not text": {"Good Friday", "Good \xff Friday",
			"made-up.txt: not UTF-8 text"},
		"holds nothing at all": {oneYear, "",
			"made-up.txt: valid_from is missing"},
		"holds keys, but not the last of it": {oneYear, "valid_from: 2026-01-01\nvalid_to: 2026-12-31\n",
			"made-up.txt: published_to is missing"},
	} {
		t.Run(name, func(t *testing.T) {
			spoilt := strings.Replace(oneYear, tc.old, tc.with, 1)
			if spoilt == oneYear {
				t.Fatal("the test is wrong: it spoils nothing")
			}
			_, err := Parse("made-up.txt", []byte(spoilt))
			if err == nil {
				t.Fatalf("got a calendar, want the error %s", tc.want)
			}
			if diff := cmp.Diff(tc.want, err.Error()); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(tableText))
	f.Add([]byte(oneYear))
	f.Add([]byte(strings.Replace(oneYear, "2026-12-28", "2026-12-26", 1)))
	f.Add([]byte("valid_from: 0001-01-01\nvalid_to: 9999-12-31\npublished_to: 9999-12-31\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := Parse("fuzzed.txt", data)
		if err != nil {
			if !strings.HasPrefix(err.Error(), "fuzzed.txt:") {
				t.Errorf("the error does not begin with the name: %v", err)
			}
			return
		}
		for day := range c.holidays {
			if c.covers(day) != nil || c.isWorking(day) || day.isWeekend() {
				t.Errorf("%s: outside the table, a working day or a weekend", day)
			}
		}
		if c.from > c.to || c.published < c.from || c.published > c.to {
			t.Errorf("span %s to %s, published to %s", c.from, c.to, c.published)
		}
	})
}
