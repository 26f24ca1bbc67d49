package term

import "time"

// Days are the days on which a number is answered.
type Days string

// The days.
const (
	EveryDay                Days = "every_day"
	WorkingDays             Days = "working_days"
	MondaysToThursdays      Days = "monday_to_thursday"
	Mondays                 Days = "monday"
	Tuesdays                Days = "tuesday"
	Wednesdays              Days = "wednesday"
	Thursdays               Days = "thursday"
	Fridays                 Days = "friday"
	Saturdays               Days = "saturday"
	Sundays                 Days = "sunday"
	Weekends                Days = "weekends"
	BankHolidays            Days = "bank_holidays"
	WeekendsAndBankHolidays Days = "weekends_and_bank_holidays"
)

// daysRow is a word with the days of the week that it takes in, as a string with a letter for each from
// Sunday on, and whether it takes in bank holidays.
type daysRow struct {
	Word[Days]
	week         string
	bankHolidays bool
}

var daysRows = []daysRow{
	{Word[Days]{EveryDay, "every day", "every day, bank holidays included"}, "SMTWTFS", true},
	{Word[Days]{WorkingDays, "working days", "Mondays to Fridays that are no bank holidays"}, "-MTWTF-", false},
	{Word[Days]{MondaysToThursdays, "Mondays to Thursdays", "Mondays to Thursdays that are no bank holidays"}, "-MTWT--", false},
	{Word[Days]{Mondays, "Mondays", "Mondays that are no bank holidays"}, "-M-----", false},
	{Word[Days]{Tuesdays, "Tuesdays", "Tuesdays that are no bank holidays"}, "--T----", false},
	{Word[Days]{Wednesdays, "Wednesdays", "Wednesdays that are no bank holidays"}, "---W---", false},
	{Word[Days]{Thursdays, "Thursdays", "Thursdays that are no bank holidays"}, "----T--", false},
	{Word[Days]{Fridays, "Fridays", "Fridays that are no bank holidays"}, "-----F-", false},
	{Word[Days]{Saturdays, "Saturdays", "Saturdays"}, "------S", false},
	{Word[Days]{Sundays, "Sundays", "Sundays"}, "S------", false},
	{Word[Days]{Weekends, "weekends", "Saturdays and Sundays"}, "S-----S", false},
	{Word[Days]{BankHolidays, "bank holidays", "bank holidays in England and Wales"}, "-------", true},
	{Word[Days]{WeekendsAndBankHolidays, "weekends and bank holidays", "Saturdays, Sundays and bank holidays"}, "S-----S", true},
}

var days = tableOf[Days](daysRows)

// Table is the table of days.
func (Days) Table() Table[Days] { return days }

// Include reports whether the days include one on a day of the week. A bank holiday is never a
// Saturday or a Sunday: where one falls on a weekend, a weekday stands in for it.
func (d Days) Include(weekday time.Weekday, bankHoliday bool) bool {
	row := find(daysRows, d)
	if bankHoliday {
		return row.bankHolidays
	}
	return row.week != "" && row.week[weekday] != '-'
}

// TellBankHolidays reports whether it makes a difference to the days if one on a day of the week is a
// bank holiday.
func (d Days) TellBankHolidays(weekday time.Weekday) bool {
	return weekday != time.Saturday && weekday != time.Sunday && d.Include(weekday, true) != d.Include(weekday, false)
}
