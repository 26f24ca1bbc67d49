package calendar

import "fmt"

// OutsideTableError says that a start, or the deadline counted from it, lies on
// a day that the table of bank holidays does not cover. The days are London
// dates, YYYY-MM-DD.
type OutsideTableError struct {
	// Date is the day that is not covered; where a count ran off the end of the
	// table, the first day that could not be judged.
	Date string
	// From and To are the first and last days that are covered.
	From, To string
}

func (e *OutsideTableError) Error() string {
	return fmt.Sprintf("%s is outside the table of bank holidays, which covers %s to %s", e.Date, e.From, e.To)
}

// MaxCount is the most of any unit that one limit may run: far more than any
// real limit, and small enough that no count overflows.
const MaxCount = 10_000

// CountError says that a limit is not a usable number of its unit: less than
// one, or more than MaxCount.
type CountError struct {
	Count int
	// Unit is the plural in plain words, such as "working days".
	Unit string
}

func (e *CountError) Error() string {
	return fmt.Sprintf("a limit of %d %s is not usable: it must be a whole number from 1 to %d", e.Count, e.Unit, MaxCount)
}

func checkCount(n int, unit string) error {
	if n < 1 || n > MaxCount {
		return &CountError{Count: n, Unit: unit}
	}
	return nil
}
