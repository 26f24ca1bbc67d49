package page

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"windscreen/engine/recommendation"
)

// upperFirst makes words begin a sentence.
func upperFirst(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 || !unicode.IsLower(first) {
		return s
	}
	return string(unicode.ToUpper(first)) + s[size:]
}

// lowerFirst makes words fit the middle of a sentence; initials such as FGM stay.
func lowerFirst(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	next, _ := utf8.DecodeRuneInString(s[size:])
	if !unicode.IsUpper(first) || unicode.IsUpper(next) {
		return s
	}
	return string(unicode.ToLower(first)) + s[size:]
}

// bare is a text without its full stop.
func bare(s string) string { return strings.TrimRight(s, ". ") }

// stopped ends a text with a full stop.
func stopped(s string) string {
	if s == "" {
		return ""
	}
	if last, _ := utf8.DecodeLastRuneInString(s); strings.ContainsRune(".?!:", last) {
		return s
	}
	return s + "."
}

// sentences joins sentences, and leaves out those that are empty.
func sentences(parts ...string) string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, stopped(upperFirst(p)))
		}
	}
	return strings.Join(out, " ")
}

// first returns the first sentence of a text without its full stop, and the rest.
func first(s string) (sentence, rest string) {
	for i := 0; i+1 < len(s); i++ {
		if s[i+1] == ' ' && (s[i] == '.' || s[i] == '?') {
			return strings.TrimSuffix(s[:i+1], "."), s[i+2:]
		}
	}
	return bare(s), ""
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
