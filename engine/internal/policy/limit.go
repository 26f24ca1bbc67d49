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
	UnitHours Unit = iota
	UnitDays
	UnitWeeks
	UnitMonths
	UnitWorkingDays
	UnitAtOnce
	UnitSameWorkingDay
	UnitEndOfNextWorkingDay
)

// Limit is how long something may take.
type Limit struct {
	Unit Unit
	N    int
}

var (
	limitPattern = regexp.MustCompile(`^([1-9][0-9]{0,3}) (hours?|days?|weeks?|months?|working days?)$`)
	limitUnits   = map[string]Unit{
		"hour": UnitHours, "hours": UnitHours, "day": UnitDays, "days": UnitDays, "week": UnitWeeks, "weeks": UnitWeeks,
		"month": UnitMonths, "months": UnitMonths, "working day": UnitWorkingDays, "working days": UnitWorkingDays,
	}
	limitWords = map[string]Unit{
		"at once": UnitAtOnce, "same working day": UnitSameWorkingDay, "end of next working day": UnitEndOfNextWorkingDay,
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
