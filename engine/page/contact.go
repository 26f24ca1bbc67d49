package page

import (
	"regexp"
	"strings"
	"time"

	"windscreen/engine/recommendation"
)

// ringing says which number to ring at a moment, and until when it is answered: "020 3045 5440, open until
// 17:00 today." If that number closes soon, is closed, or may be closed because the printed hours leave the
// moment out, it says what else to ring. It is empty if no number is printed.
func ringing(c *recommendation.Contact, asOf time.Time) string {
	if c == nil || c.Phone == "" && c.Now == nil {
		return ""
	}
	now := c.Now
	switch {
	case now == nil:
		return c.Phone + "."
	case now.NoHours:
		return now.Phone + ", no hours printed."
	case now.NotCovered:
		return every(c) + ". No hours are printed for " + hour(asOf, asOf) + "."
	case now.Other == "" && !now.From.IsZero():
		return now.Phone + ", closed until " + hour(now.From.Time, asOf) + "."
	case now.Other == "":
		return now.Phone + answers(now, "open", asOf) + "."
	case now.Other == c.Phone && now.Other != now.Phone:
		return now.Phone + answers(now, "answered", asOf) + ". " + closed(c, asOf) + "."
	}
	after := "After that"
	if !now.From.IsZero() {
		after = "From " + strings.TrimSuffix(hour(now.From.Time, asOf), " today")
	}
	return now.Phone + answers(now, "open", asOf) + ". " + after + ": " + now.Other + "."
}

// answers says until when a number is answered; it is empty if nothing says so.
func answers(now *recommendation.Answering, is string, asOf time.Time) string {
	switch {
	case now.Always:
		return ", answered at any hour"
	case now.Until.IsZero():
		return ""
	case weekend(asOf) && now.Until.Sub(asOf) < 3*24*time.Hour && now.Until.Weekday() == time.Monday:
		return ", " + is + " all weekend"
	}
	return ", " + is + " until " + hour(now.Until.Time, asOf)
}

func weekend(t time.Time) bool { return t.Weekday() == time.Saturday || t.Weekday() == time.Sunday }

// closed says until when the number by day is closed.
func closed(c *recommendation.Contact, asOf time.Time) string {
	if c.Now.From.IsZero() {
		return called(c.Name) + " is closed"
	}
	return called(c.Name) + " is closed until " + hour(c.Now.From.Time, asOf)
}

// every is all the numbers of a contact, for an hour at which nobody knows which of them is answered.
func every(c *recommendation.Contact) string {
	switch {
	case c.OutOfHours == "" || c.OutOfHours == c.Phone || c.Phone == "":
		return c.Now.Phone
	case strings.Contains(c.OutOfHours, " or "):
		return "both " + c.Phone + " and either " + c.OutOfHours
	}
	return "both " + c.Phone + " and " + c.OutOfHours
}

// shortName is the abbreviation at the end of a name, such as MASH.
var shortName = regexp.MustCompile(`\(([A-Z]{2,})\)$`)

// called is how the page speaks of a contact at the beginning of a sentence.
func called(name string) string {
	if short := shortName.FindStringSubmatch(name); short != nil {
		return "The " + short[1]
	}
	if name == "" {
		return "The line by day"
	}
	return upperFirst(name)
}

// hour is a time as the page writes it: on the day of the case the hour and "today", otherwise the day too.
func hour(t, asOf time.Time) string {
	if t.Format(time.DateOnly) != asOf.Format(time.DateOnly) {
		return t.Format("Mon 2 Jan 15:04")
	}
	return t.Format("15:04") + " today"
}
