package render

import (
	"strings"
	"time"

	"windscreen/engine/internal/english"
	"windscreen/engine/recommendation"
)

// labelled is "label: text", or whichever of the two there is.
func labelled(label, text string) string {
	label, text = english.Bare(label), english.Bare(text)
	switch {
	case label == "" || text == "":
		return label + text
	case strings.HasSuffix(label, "?"):
		return label + " " + text
	}
	return label + ": " + text
}

// bracketed is s followed by notes in brackets, if there are any.
func bracketed(s string, notes ...string) string {
	if n := joined("; ", notes...); n != "" {
		return joined(" ", s, "("+n+")")
	}
	return s
}

// joined joins the parts that are not empty.
func joined(between string, parts ...string) string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, between)
}

// spoken turns a name such as "basic-care" or "front_door" into words.
func spoken(name string) string {
	return clean(strings.NewReplacer("_", " ", "-", " ").Replace(name))
}

// path turns the path of a fact, such as "home.domestic_abuse", into words:
// "domestic abuse (home)".
func path(p string) string {
	domain, name, found := strings.Cut(p, ".")
	if !found || strings.Contains(p, " ") {
		return spoken(p)
	}
	return bracketed(spoken(strings.ReplaceAll(name, ".", " ")), spoken(domain))
}

// unbroken is a space at which a line does not end. It is for the outline only:
// every rendering shows it as a common space, which can be copied and searched.
const unbroken = '\u00a0'

// whole keeps the words of something short, such as a telephone number, on one
// line.
func whole(s string) string {
	if len(s) > 24 {
		return s
	}
	return strings.ReplaceAll(s, " ", string(unbroken))
}

// moment shows a time on the clock it was given in, and day a date; both are empty for none.
func moment(m recommendation.Moment) string { return written(m.Time, "Mon 2 Jan 2006 15:04") }
func day(d recommendation.Day) string       { return written(d.Time, "2 Jan 2006") }

// written is a time in a layout; empty where there is none.
func written(t time.Time, layout string) string {
	if t.IsZero() {
		return ""
	}
	return whole(t.Format(layout))
}
