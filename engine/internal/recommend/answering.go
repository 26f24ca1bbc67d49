package recommend

import (
	"strings"
	"time"

	"windscreen/engine/internal/calendar"
	"windscreen/engine/internal/policy"
	"windscreen/engine/recommendation"
)

// soon is how long before a number ceases to answer the next one is named beside it.
const soon = 2 * time.Hour

// answering says which number of a contact answers at the time of the case; nil without a number, or
// without a case. Several rules may have the same contact.
func (b *builder) answering(c *policy.Contact) *recommendation.Answering {
	if b.c == nil || c.Phone == "" {
		return nil
	}
	now := b.numbers[c]
	if now == nil {
		now = AnsweringAt(c, b.c.AsOf)
		b.numbers[c] = now
	}
	own := &cut(&b.scratch.numbers, 1, roomForContacts)[0]
	*own = *now
	return own
}

// AnsweringAt is which number of a contact with a number answers at a moment. The hours of
// a day may turn on whether it is a bank holiday. If the table does not say, the answer says nothing of them.
func AnsweringAt(c *policy.Contact, moment time.Time) *recommendation.Answering {
	if c.Answered == nil {
		return noHours(c)
	}
	day, err := c.Answered.At(moment)
	if err != nil {
		return noHours(c)
	}
	var night calendar.Stretch
	if c.OutOfHoursAnswered != nil {
		if night, err = c.OutOfHoursAnswered.At(moment); err != nil {
			return noHours(c)
		}
	}
	switch {
	case day.Open:
		return now(c, day, night, moment)
	case night.Open:
		return &recommendation.Answering{Phone: c.OutOfHours, Always: night.To.IsZero(), Until: at(night.To),
			Other: c.Phone, From: at(day.To)}
	default:
		return notCovered(c, day, night)
	}
}

// noHours is the answer where nothing is known of the hours.
func noHours(c *policy.Contact) *recommendation.Answering {
	return &recommendation.Answering{Phone: both(c.Phone, c.OutOfHours), NoHours: true}
}

// now is the answer while the number for the day is answered.
func now(c *policy.Contact, day, night calendar.Stretch, moment time.Time) *recommendation.Answering {
	a := &recommendation.Answering{Phone: c.Phone, Always: day.To.IsZero(), Until: at(day.To)}
	if c.OutOfHours != "" && !a.Always && day.To.Sub(moment) <= soon {
		a.Other, a.From = c.OutOfHours, at(night.To)
	}
	return a
}

// notCovered is the answer while no number is answered.
func notCovered(c *policy.Contact, day, night calendar.Stretch) *recommendation.Answering {
	a := &recommendation.Answering{Phone: both(c.Phone, c.OutOfHours), NotCovered: true, Since: at(day.From),
		Other: c.Phone, From: at(day.To)}
	if c.OutOfHours == "" {
		return a
	}
	if night.From.After(day.From) {
		a.Since = at(night.From)
	}
	if day.To.IsZero() || !night.To.IsZero() && night.To.Before(day.To) {
		a.Other, a.From = c.OutOfHours, at(night.To)
	}
	return a
}

// at is a moment as answers have it.
func at(t time.Time) recommendation.Moment { return recommendation.Moment{Time: t} }

// both are two numbers in one text, or the first where there is no second.
func both(phone, other string) string {
	switch {
	case other == "":
		return phone
	case strings.ContainsAny(phone+other, ",;") || strings.Contains(phone+other, " or "):
		return phone + ", and " + other
	default:
		return phone + " and " + other
	}
}
