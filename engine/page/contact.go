package page

import (
	"strings"
	"time"

	"windscreen/engine/internal/english"
	"windscreen/engine/recommendation"
)

// ringing says which number to ring at a moment, and until when it is answered: "020 3045 5440, open until
// 17:00 today." If that number closes soon, is closed, or may be closed because the printed hours leave the
// moment out, it says what else to ring. If no number is printed, it is the address to write to or to look at;
// empty if there is none either.
func ringing(c *recommendation.Contact, asOf time.Time) string {
	switch {
	case c == nil:
		return ""
	case c.Phone == "" && c.Now == nil:
		return address(c)
	}
	now := c.Now
	switch {
	case now == nil:
		return c.Phone + "."
	case now.NoHours && c.Hours != "":
		return now.Phone + "; hours as printed: " + english.Stopped(english.Bare(c.Hours))
	case now.NoHours:
		return now.Phone + ", no hours printed."
	case now.NotCovered && c.OutOfHours == "":
		return now.Phone + ", closed" + until(now.From, asOf) + "."
	case now.NotCovered:
		return every(c) + ". No hours are printed for " + gap(now, asOf) + "."
	case now.Other == "":
		return now.Phone + answers(now, "open", asOf) + "."
	case now.Other == c.Phone && now.Phone != c.Phone:
		return now.Phone + answers(now, "answered", asOf) + ". By day: " + c.Phone + ", closed" + until(now.From, asOf) + "."
	}
	after := "After that"
	if !now.From.IsZero() {
		after = "From " + strings.TrimSuffix(hour(now.From.Time, asOf), " today")
	}
	return now.Phone + answers(now, "open", asOf) + ". " + between(now, asOf) + after + ": " + now.Other + "."
}

// between says what to do in the hours that are printed for neither number, between the one and the other; empty if there are none.
// A page that is printed is still in use by then.
func between(now *recommendation.Answering, asOf time.Time) string {
	if now.Until.IsZero() || !now.From.After(now.Until.Time) {
		return ""
	}
	short := func(m recommendation.Moment) string { return strings.TrimSuffix(hour(m.Time, asOf), " today") }
	return short(now.Until) + " to " + short(now.From) + ": try both. "
}

// longAddress is how long an address may be, in characters. A longer one does not fit on a line, and is in the
// full answer alone.
const longAddress = 70

// address is where to write or to look, if no number is printed: by e-mail, on a page, or the form.
func address(c *recommendation.Contact) string {
	for _, a := range []string{c.Email, c.Web, c.Form} {
		if a != "" && len(a) <= longAddress {
			return a + "."
		}
	}
	return ""
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

// until says until when a number is closed; it is empty where nothing says when it opens.
func until(from recommendation.Moment, asOf time.Time) string {
	if from.IsZero() {
		return ""
	}
	return " until " + hour(from.Time, asOf)
}

// gap is the time around the moment of the case for which no hours are printed.
func gap(now *recommendation.Answering, asOf time.Time) string {
	if now.Since.IsZero() || now.From.IsZero() {
		return hour(asOf, asOf)
	}
	short := func(m recommendation.Moment) string { return strings.TrimSuffix(hour(m.Time, asOf), " today") }
	return short(now.Since) + " to " + short(now.From)
}

// every is each number of a contact, where nobody can know which of them answers.
func every(c *recommendation.Contact) string {
	return c.Phone + " or, if nobody answers, " + c.OutOfHours
}

// hour is a time as the page writes it: on the day of the case the hour and "today", otherwise the day too.
func hour(t, asOf time.Time) string {
	if t.Format(time.DateOnly) != asOf.Format(time.DateOnly) {
		return t.Format("Mon 2 Jan 15:04")
	}
	return t.Format("15:04") + " today"
}
