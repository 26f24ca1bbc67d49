package policy

import (
	"fmt"
	"regexp"
	"strconv"
)

// Unit is what a limit is counted in.
type Unit uint8

// The units. The last three need no number.
const (
	Hours Unit = iota
	Days
	Weeks
	Months
	WorkingDays
	AtOnce
	SameWorkingDay
	EndOfNextWorkingDay
)

// Limit is how long something may take.
type Limit struct {
	Unit Unit
	N    int
}

var (
	limitPattern = regexp.MustCompile(`^([1-9][0-9]{0,3}) (hours?|days?|weeks?|months?|working days?)$`)
	limitUnits   = map[string]Unit{
		"hour": Hours, "hours": Hours, "day": Days, "days": Days, "week": Weeks, "weeks": Weeks,
		"month": Months, "months": Months, "working day": WorkingDays, "working days": WorkingDays,
	}
	limitWords = map[string]Unit{
		"at once": AtOnce, "same working day": SameWorkingDay, "end of next working day": EndOfNextWorkingDay,
	}
)

// ParseLimit reads a limit as rule files write it, such as "3 working days".
func ParseLimit(text string) (Limit, error) {
	if u, ok := limitWords[text]; ok {
		return Limit{Unit: u}, nil
	}
	m := limitPattern.FindStringSubmatch(text)
	if m == nil {
		return Limit{}, fmt.Errorf("%q is not a limit", text)
	}
	n, err := strconv.Atoi(m[1])
	if err != nil {
		return Limit{}, fmt.Errorf("%q is not a limit: %w", text, err)
	}
	return Limit{Unit: limitUnits[m[2]], N: n}, nil
}
