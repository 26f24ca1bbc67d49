package calendar

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// fewestPerYear is how many bank holidays every year has had since 1978. A year
// with fewer is a table with a hole in it.
const fewestPerYear = 8

// table is the bank holidays of whole calendar years, from the first day to the
// last.
type table struct {
	from, to date
	// published is the last day for which the holidays have been officially
	// published; later ones are those that the standing rules lead one to expect.
	published date
	// holidays are weekdays, each with its title.
	holidays map[date]string
}

// parseTable reads and checks a whole table. It stops at the first fault.
func parseTable(name, text string) (table, error) {
	if !utf8.ValidString(text) {
		return table{}, fmt.Errorf("%s: not UTF-8 text", name)
	}
	r := tableReader{table: table{holidays: map[date]string{}}, head: map[string]date{}}
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if err := r.line(line); err != nil {
			return table{}, fmt.Errorf("%s:%d: %w", name, i+1, err)
		}
	}
	if err := r.finish(); err != nil {
		return table{}, fmt.Errorf("%s: %w", name, err)
	}
	return r.table, nil
}

// tableReader is a table half read.
type tableReader struct {
	table
	// head is what the head of the file gave, by key.
	head map[string]date
	// last is the latest holiday so far.
	last date
}

func (r *tableReader) line(line string) error {
	if line[0] >= '0' && line[0] <= '9' {
		return r.holiday(line)
	}
	key, value, found := strings.Cut(line, ":")
	if !found {
		return fmt.Errorf("cannot read %q: write a comment with #, a key with a colon, or a date with a title", line)
	}
	return r.setting(strings.TrimSpace(key), strings.TrimSpace(value))
}

func (r *tableReader) setting(key, value string) error {
	switch key {
	case "valid_from", "valid_to", "published_to":
	default:
		return fmt.Errorf("unknown key %q: the keys are valid_from, valid_to and published_to", key)
	}
	if _, given := r.head[key]; given {
		return fmt.Errorf("%s is given twice", key)
	}
	day, err := readDate(value)
	if err != nil {
		return fmt.Errorf("%s: %w", key, err)
	}
	r.head[key] = day
	if len(r.head) == 3 {
		return r.settle()
	}
	return nil
}

// settle checks the keys against each other, once all are known.
func (r *tableReader) settle() error {
	r.from, r.to, r.published = r.head["valid_from"], r.head["valid_to"], r.head["published_to"]
	switch first, last := r.from.midnightUTC(), r.to.midnightUTC(); {
	case first.YearDay() != 1:
		return fmt.Errorf("valid_from is %s: a table starts on a 1 January", r.from)
	case last.Year() == (r.to + 1).midnightUTC().Year():
		return fmt.Errorf("valid_to is %s: a table ends on a 31 December", r.to)
	case r.to < r.from:
		return fmt.Errorf("valid_to, %s, is before valid_from, %s", r.to, r.from)
	case r.published < r.from || r.published > r.to:
		return fmt.Errorf("published_to, %s, is outside %s to %s", r.published, r.from, r.to)
	}
	return nil
}

func (r *tableReader) holiday(line string) error {
	if len(r.head) < 3 {
		return fmt.Errorf("valid_from, valid_to and published_to must come before the first bank holiday")
	}
	dateText, title, _ := strings.Cut(line, " ")
	day, err := readDate(dateText)
	title = strings.TrimSpace(title)
	switch {
	case err != nil:
		return err
	case title == "":
		return fmt.Errorf("%s has no title", day)
	case day < r.from || day > r.to:
		return fmt.Errorf("%s is outside %s to %s", day, r.from, r.to)
	case day.isWeekend():
		return fmt.Errorf("%s is a %s: give the substitute day in its place", day, day.midnightUTC().Weekday())
	case len(r.holidays) > 0 && day <= r.last:
		return fmt.Errorf("%s follows %s: give each date once, in order", day, r.last)
	}
	r.holidays[day], r.last = title, day
	return nil
}

// finish checks that no key and no year is missing.
func (r *tableReader) finish() error {
	for _, key := range []string{"valid_from", "valid_to", "published_to"} {
		if _, given := r.head[key]; !given {
			return fmt.Errorf("%s is missing", key)
		}
	}
	inYear := map[int]int{}
	for day := range r.holidays {
		inYear[day.midnightUTC().Year()]++
	}
	for year := r.from.midnightUTC().Year(); year <= r.to.midnightUTC().Year(); year++ {
		if inYear[year] < fewestPerYear {
			return fmt.Errorf("%d has %d bank holidays: every year has at least %d", year, inYear[year], fewestPerYear)
		}
	}
	return nil
}

func readDate(s string) (date, error) {
	day, err := parseDate(s)
	if err != nil {
		return 0, fmt.Errorf("%q is not a date: write year, month and day, such as 2026-12-28", s)
	}
	return day, nil
}
