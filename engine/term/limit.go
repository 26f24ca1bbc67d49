package term

// Unit is what a limit of time is counted in, as rules write it. A limit with a number has
// it before the unit, which may then lack its last s: "24 hours", "1 working day".
type Unit string

// The units.
const (
	UnitHours               Unit = "hours"
	UnitDays                Unit = "days"
	UnitWeeks               Unit = "weeks"
	UnitMonths              Unit = "months"
	UnitWorkingDays         Unit = "working days"
	UnitAtOnce              Unit = "at once"
	UnitSameWorkingDay      Unit = "same working day"
	UnitEndOfNextWorkingDay Unit = "end of next working day"
	UnitBefore              Unit = "before"
)

// unitRow is a unit with whether it needs a number, and whether it ends with a working day.
type unitRow struct {
	Word[Unit]
	numbered, clocked bool
}

var unitRows = []unitRow{
	{Word[Unit]{UnitHours, "hours", "so many hours, on any day"}, true, false},
	{Word[Unit]{UnitDays, "days", "so many days; it ends with a working day"}, true, true},
	{Word[Unit]{UnitWeeks, "weeks", "so many weeks; it ends with a working day"}, true, true},
	{Word[Unit]{UnitMonths, "months", "so many months; it ends with a working day"}, true, true},
	{Word[Unit]{UnitWorkingDays, "working days", "so many working days"}, true, true},
	{Word[Unit]{UnitAtOnce, "at once", "there is no time to leave"}, false, false},
	{Word[Unit]{UnitSameWorkingDay, "same working day", "by the end of the working day"}, false, true},
	{Word[Unit]{UnitEndOfNextWorkingDay, "end of next working day", "by the end of the working day after"}, false, true},
	{Word[Unit]{UnitBefore, "before", "before the date or time that it counts from, which lies ahead"}, false, false},
}

var units = tableOf[Unit](unitRows)

// Table is the table of units.
func (Unit) Table() Table[Unit] { return units }

// Numbered reports whether a limit in the unit has a number.
func (u Unit) Numbered() bool { return find(unitRows, u).numbered }

// NeedsClock reports whether a limit in the unit ends with a working day, so that the policy
// must say how it counts those.
func (u Unit) NeedsClock() bool { return find(unitRows, u).clocked }
