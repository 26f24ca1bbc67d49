package render

import (
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"windscreen/engine/recommendation"
)

// sentence joins parts into one line, each as a sentence with one full stop;
// empty parts and repetitions are left out.
func sentence(parts ...string) string {
	var out []string
	for i, p := range parts {
		if p == "" || i > 0 && phrase(p) == phrase(parts[i-1]) {
			continue
		}
		out = append(out, stopped(upperFirst(p)))
	}
	return strings.Join(out, " ")
}

// stopped ends s with a full stop where it does not end a sentence already.
func stopped(s string) string {
	bare := strings.TrimRight(s, `"'”’)`)
	if last, _ := utf8.DecodeLastRuneInString(bare); strings.ContainsRune(".?!…:", last) {
		return s
	}
	return s + "."
}

// phrase is s without its full stop, for use within a sentence.
func phrase(s string) string { return strings.TrimRight(s, ". ") }

// labelled is "label: text", or whichever of the two there is.
func labelled(label, text string) string {
	label, text = phrase(label), phrase(text)
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

func upperFirst(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 || !unicode.IsLower(first) {
		return s
	}
	return string(unicode.ToUpper(first)) + s[size:]
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

// fewest is how many of a long list are named before the rest are counted.
const fewest = 3

// lowerFirst makes a title fit the middle of a sentence; initials such as FGM stay.
func lowerFirst(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	next, _ := utf8.DecodeRuneInString(s[size:])
	if !unicode.IsUpper(first) || unicode.IsUpper(next) {
		return s
	}
	return string(unicode.ToLower(first)) + s[size:]
}

// counted is a number and its noun: "1 rule file", "3 rule files".
func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
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
