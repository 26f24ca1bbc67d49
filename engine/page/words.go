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
