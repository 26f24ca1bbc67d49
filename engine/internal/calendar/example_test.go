package calendar_test

import (
	"fmt"
	"log"
	"time"

	"windscreen/engine/internal/calendar"
)

// A contact on a Friday at four, under limits that disagree: each is worked out
// and shown, and none stands in for another.
func Example() {
	cal, err := calendar.Load()
	if err != nil {
		log.Fatal(err)
	}
	dayEnds, err := calendar.ParseTimeOfDay("17:00")
	if err != nil {
		log.Fatal(err)
	}
	clock, err := cal.Clock(calendar.Rules{DayEnds: dayEnds})
	if err != nil {
		log.Fatal(err)
	}

	contact := time.Date(2020, time.March, 6, 16, 0, 0, 0, cal.London())
	show := func(limit string, due time.Time, err error) {
		if err != nil {
			log.Fatal(err)
		}
		fmt.Printf("%-27s %s\n", limit, due.Format("Mon 2 January 15:04"))
	}
	due, err := clock.SameWorkingDay(contact)
	show("the same working day", due, err)
	due, err = clock.AddHours(contact, 24)
	show("24 hours", due, err)
	due, err = clock.WorkingDays(contact, 1)
	show("one working day", due, err)
	due, err = clock.EndOfNextWorkingDay(contact)
	show("end of the next working day", due, err)
	due, err = clock.WorkingDays(contact, 45)
	show("45 working days", due, err)
	// Output:
	// the same working day        Fri 6 March 17:00
	// 24 hours                    Sat 7 March 16:00
	// one working day             Mon 9 March 17:00
	// end of the next working day Mon 9 March 17:00
	// 45 working days             Wed 13 May 17:00
}

// A start on a Saturday: Monday is day one whether or not the day of the start is
// counted, because the whole of Monday remains.
func ExampleClock_WorkingDays() {
	cal, err := calendar.Load()
	if err != nil {
		log.Fatal(err)
	}
	dayEnds, err := calendar.ParseTimeOfDay("17:00")
	if err != nil {
		log.Fatal(err)
	}
	for _, countStartDay := range []bool{false, true} {
		clock, err := cal.Clock(calendar.Rules{CountStartDay: countStartDay, DayEnds: dayEnds})
		if err != nil {
			log.Fatal(err)
		}
		for _, day := range []int{6, 7} {
			start := time.Date(2020, time.March, day, 16, 0, 0, 0, cal.London())
			due, err := clock.WorkingDays(start, 1)
			if err != nil {
				log.Fatal(err)
			}
			fmt.Printf("start day counted: %-5v  from %s: %s\n", countStartDay, start.Format("Mon 15:04"), due.Format("Mon 15:04"))
		}
	}
	// Output:
	// start day counted: false  from Fri 16:00: Mon 17:00
	// start day counted: false  from Sat 16:00: Mon 17:00
	// start day counted: true   from Fri 16:00: Fri 17:00
	// start day counted: true   from Sat 16:00: Mon 17:00
}
