package page

import (
	"strings"
	"time"

	"windscreen/engine/internal/english"
	"windscreen/engine/recommendation"
)

// first returns the first sentence of a text without its full stop, and the rest.
func first(s string) (sentence, rest string) {
	for i := 0; i+1 < len(s); i++ {
		if s[i+1] == ' ' && (s[i] == '.' || s[i] == '?') {
			return strings.TrimSuffix(s[:i+1], "."), s[i+2:]
		}
	}
	return english.Bare(s), ""
}

// moment is a time as the page writes it, such as "Tue 3 Mar 17:00".
func moment(t time.Time) string { return t.Format("Mon 2 Jan 15:04") }

// day is a day as the page writes it, with the year only if that is not the year of the case.
func day(d recommendation.Day, asOf recommendation.Moment) string {
	if d.Year() == asOf.Year() {
		return d.Format("2 January")
	}
	return d.Format("2 January 2006")
}

// by says by when something is due. A limit at the beginning of a day ends the day before: "before Friday
// 12 July", not "by Fri 12 Jul 00:00".
func by(t time.Time) string {
	if daybreak(t) {
		return "before " + t.Format("Monday 2 January")
	}
	return "by " + moment(t)
}

// past is by for a time that is over: with the year if that is not the year of the case.
func (m *making) past(t time.Time) string {
	if t.Year() == m.f.AsOf.Year() {
		return by(t)
	}
	if daybreak(t) {
		return by(t) + t.Format(" 2006")
	}
	return "by " + t.Format("Mon 2 Jan 2006 15:04")
}

// daybreak reports whether a time is the beginning of a day.
func daybreak(t time.Time) bool { return t.Hour() == 0 && t.Minute() == 0 }
