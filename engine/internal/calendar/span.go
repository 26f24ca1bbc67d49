package calendar

import (
	"fmt"
	"time"

	"windscreen/engine/term"
)

// Span is a time of day on days of one kind, such as 09:00 to 17:00 on working days.
type Span struct {
	// Days are the days on which it begins.
	Days term.Days
	// From is its first minute and To the minute after its last, on a London clock. Where To is not
	// after From, the span runs through the night into the next day, whatever day that is. Without
	// both it is the whole day.
	From, To TimeOfDay
}

// String is the span as rule files write it.
func (s Span) String() string {
	if s.From.IsZero() || s.To.IsZero() {
		return "days " + string(s.Days)
	}
	return fmt.Sprintf("days %s, from %s, to %s", s.Days, s.From, s.To)
}

const minutesPerDay = 24 * 60

// minutes are the span's ends in minutes of the day on which it begins; the second may lie in the next day.
func (s Span) minutes() (from, to int) {
	if s.From.IsZero() || s.To.IsZero() {
		return 0, minutesPerDay
	}
	from, to = s.From.minutes(), s.To.minutes()
	if to <= from {
		to += minutesPerDay
	}
	return from, to
}

// always reports whether the span is all of every day.
func (s Span) always() bool {
	from, to := s.minutes()
	return s.Days == term.EveryDay && from == 0 && to == minutesPerDay
}

// dayKind is what matters of a day to a span.
type dayKind struct {
	weekday     time.Weekday
	bankHoliday bool
}

// dayKinds are all that there are: a bank holiday is never on a weekend.
var dayKinds = func() []dayKind {
	var out []dayKind
	for day := time.Sunday; day <= time.Saturday; day++ {
		out = append(out, dayKind{day, false})
		if day != time.Saturday && day != time.Sunday {
			out = append(out, dayKind{day, true})
		}
	}
	return out
}()

func (d dayKind) String() string {
	if d.bankHoliday {
		return "a " + d.weekday.String() + " that is a bank holiday"
	}
	return "a " + d.weekday.String()
}

// precedes reports whether one day can be the day before another.
func (d dayKind) precedes(next dayKind) bool { return (d.weekday+1)%7 == next.weekday }

func (s Span) on(day dayKind) bool { return s.Days.Include(day.weekday, day.bankHoliday) }

// Overlap reports whether two spans ever share a minute, and gives one that they share, as in
// "09:00 on a Monday".
func (s Span) Overlap(other Span) (when string, overlap bool) {
	for _, day := range dayKinds {
		if at, ok := s.meets(other, day); ok {
			return at, true
		}
	}
	return "", false
}

// meets is Overlap where the later of the two spans begins on one kind of day.
func (s Span) meets(other Span, day dayKind) (string, bool) {
	from, to := s.minutes()
	otherFrom, otherTo := other.minutes()
	says := func(minute int) (string, bool) {
		return fmt.Sprintf("%02d:%02d on %s", minute/60, minute%60, day), true
	}
	if s.on(day) && other.on(day) && from < otherTo && otherFrom < to && max(from, otherFrom) < minutesPerDay {
		return says(max(from, otherFrom))
	}
	for _, before := range dayKinds {
		switch {
		case !before.precedes(day):
		case s.on(before) && other.on(day) && to-minutesPerDay > otherFrom:
			return says(otherFrom)
		case other.on(before) && s.on(day) && otherTo-minutesPerDay > from:
			return says(from)
		}
	}
	return "", false
}

// Within reports whether the span adds nothing to another one: it begins on no day on which the other
// does not, no earlier, and ends no later.
func (s Span) Within(other Span) bool {
	from, to := s.minutes()
	otherFrom, otherTo := other.minutes()
	for _, day := range dayKinds {
		if s.on(day) && !other.on(day) {
			return false
		}
	}
	return otherFrom <= from && to <= otherTo
}
