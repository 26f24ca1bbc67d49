// Package calendar answers "by when" for statutory and local clocks in England:
// so many hours, days or working days from a start, in London time.
//
// A working day is a day other than a Saturday, a Sunday, Christmas Day, Good
// Friday or a bank holiday in England and Wales. Bank holidays come from a dated
// table kept beside this file. Nothing is guessed for a day that the table does
// not cover: the answer is an error.
//
// Load a Calendar once, then make a Clock from it for each way of counting
// working days. Both are immutable and safe for concurrent use.
//
// It also answers whether something is open at a moment, such as a telephone line,
// and until when: see Hours.
//
// An action that must happen at once has no place here: it is due at its start,
// whatever the hour, and is never counted forward.
package calendar

import (
	_ "embed"
	"fmt"
	"time"

	_ "time/tzdata" // London time on a machine that has no zone files.
)

const tableName = "england-and-wales.txt"

//go:embed england-and-wales.txt
var tableText string

// Calendar knows London time and the bank holidays of England and Wales within
// the span of its table. Make one with Load or Parse; the zero value has neither
// and must not be used. It is immutable and safe for concurrent use.
type Calendar struct {
	london *time.Location
	table
}

// Load reads the table that is built into the program. It fails only where the
// program itself was built wrongly, so calling it once at the start settles that
// nothing about zones or tables can fail later.
func Load() (*Calendar, error) {
	return Parse(tableName, []byte(tableText))
}

// Parse reads a table of bank holidays in the form of england-and-wales.txt,
// which describes that form. The name is used in errors only; each error begins
// with it, and with the number of the line at fault where there is one.
func Parse(name string, data []byte) (*Calendar, error) {
	london, err := time.LoadLocation("Europe/London")
	if err != nil {
		return nil, fmt.Errorf("London time: %w", err)
	}
	table, err := parseTable(name, string(data))
	if err != nil {
		return nil, err
	}
	return &Calendar{london: london, table: table}, nil
}

// London is the time zone that every answer is in. It cannot fail: a Calendar
// exists only where the zone was found.
func (c *Calendar) London() *time.Location { return c.london }

// IsWorkingDay reports whether the London date on which the moment t falls is a
// working day. A date outside the table is an *OutsideTableError.
func (c *Calendar) IsWorkingDay(t time.Time) (bool, error) {
	day, err := c.dateOf(t)
	if err != nil {
		return false, err
	}
	return c.isWorking(day), nil
}

// dateOf is the London date of t, which the table must cover.
func (c *Calendar) dateOf(t time.Time) (date, error) {
	day := newDate(t.In(c.london).Date())
	return day, c.covers(day)
}

// covers is nil, or the error that says that the table does not reach the day.
func (c *Calendar) covers(day date) error {
	if day < c.from || day > c.to {
		return &OutsideTableError{Date: day.String(), From: c.from.String(), To: c.to.String()}
	}
	return nil
}

// isWorking answers for a day that the table covers.
func (c *Calendar) isWorking(day date) bool {
	_, holiday := c.holidays[day]
	return !holiday && !day.isWeekend()
}

// workingDayAfter is the nth working day after the day; for none, the day itself.
func (c *Calendar) workingDayAfter(day date, n int) (date, error) {
	for n > 0 {
		day++
		if err := c.covers(day); err != nil {
			return 0, err
		}
		if c.isWorking(day) {
			n--
		}
	}
	return day, nil
}
