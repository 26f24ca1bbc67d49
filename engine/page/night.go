package page

import (
	"strings"
	"sync"
	"time"

	"windscreen/engine/internal/calendar"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// evening is the hour from which the page says that no number for the night is printed, and morning that until
// which it does.
const (
	morning = 8
	evening = 17
)

// midAfternoon is the hour from which the page says what is handed over to the night team: whoever goes home at five is out on visits
// by then. From nightFrom on the reader is taken to be the night team. Between five and six somebody of the day team may still be there.
const (
	midAfternoon = 15
	nightFrom    = 18
)

// atNight reports whether the moment of the case is one at which a night team works.
func (m *making) atNight() bool {
	now := m.f.AsOf
	return !now.IsZero() && quietFrom(now.Time, nightFrom)
}

// handsOverNow reports whether the moment of the case is one at which a step to hand over to the night team is said.
func (m *making) handsOverNow() bool {
	now := m.f.AsOf
	return !now.IsZero() && !m.atNight() && now.Hour() >= midAfternoon
}

// ofAnotherHour reports whether a step hands over from a team that does not work at the moment of the case: the night team hands over to
// the day team, and the day team to the night team.
func (m *making) ofAnotherHour(x step) bool {
	return x.does(term.DeedHandsOver) && m.atNight() || x.does(term.DeedHandsBack) && !m.atNight()
}

// laterToday says which number answers after a contact's own has closed, if something on the page is due after
// that and before the next working day. If none is printed it says so. It is empty if what ringing says is enough.
func (m *making) laterToday(c *recommendation.Contact) string {
	now := c.Now
	switch {
	case now == nil || now.Phone == "" || now.Always:
		return ""
	case now.NotCovered:
		return urgent("For what cannot wait", c)
	case now.NoHours:
		if c.Hours == "" && c.OutOfHours == "" && (outOfHours(m.f.AsOf.Time) || m.dueTonight(m.f.AsOf.Time)) {
			return "No night number is printed."
		}
		return ""
	case now.Until.IsZero() || now.Other != "" || now.Phone != c.Phone || !m.dueTonight(now.Until.Time):
		return ""
	case c.OutOfHours != "" && !strings.Contains(now.Phone, c.OutOfHours):
		return "After that: " + c.OutOfHours + "."
	case c.Urgent != "":
		return urgent("After that, for what cannot wait", c)
	}
	return "No night number is printed."
}

// urgent is a contact's number for what cannot wait while its own is closed; empty if it has none.
func urgent(says string, c *recommendation.Contact) string {
	if c.Urgent == "" {
		return ""
	}
	return says + ": " + c.Urgent + "."
}

// outOfHours reports whether a moment is in the evening or the night, at the weekend or on a bank holiday.
func outOfHours(t time.Time) bool { return quietFrom(t, evening) }

// quietFrom reports whether a moment is on a day off, before the morning, or at an hour of the evening or later.
func quietFrom(t time.Time, hour int) bool {
	return dayOff(t) || t.Hour() < morning || t.Hour() >= hour
}

// bankHolidays are those of England and Wales, as far as the calendar goes; nil if it cannot be read.
var bankHolidays = sync.OnceValue(func() *calendar.Calendar {
	c, err := calendar.Load()
	if err != nil {
		return nil
	}
	return c
})

// dayOff reports whether a day is at the weekend or a bank holiday. Of days outside the calendar it knows weekends alone.
func dayOff(t time.Time) bool {
	if weekend(t) || bankHolidays() == nil {
		return weekend(t)
	}
	works, err := bankHolidays().IsWorkingDay(t)
	return err == nil && !works
}

// dueTonight reports whether somebody has to do something after a moment and before the next morning of a working day,
// in the evening, in the night or on the days off that follow.
func (m *making) dueTonight(after time.Time) bool {
	y, month, d := m.f.AsOf.Date()
	next := time.Date(y, month, d+1, morning, 0, 0, 0, m.f.AsOf.Location())
	for dayOff(next) {
		next = next.AddDate(0, 0, 1)
	}
	for _, a := range m.f.Actions {
		if a.State != term.NowDue {
			continue
		}
		for _, due := range a.Due {
			if !due.Assumed && !due.At.IsZero() && due.At.After(after) && due.At.Before(next) &&
				outOfHours(due.At.Time) && !daybreak(due.At.Time) {
				return true
			}
		}
	}
	return false
}
