package columns

import (
	"strings"
	"time"
)

// unbroken is a space at which no line ends. It is printed as a common space.
const unbroken = '\u00a0'

// spaced is s with common spaces alone.
func spaced(s string) string { return strings.ReplaceAll(s, string(unbroken), " ") }

// words are the parts of a text between which a line may end. A date and a telephone number are read
// and copied as one, and so each is one part.
func words(text string) []string {
	out := make([]string, 0, strings.Count(text, " ")+1)
	for w := range strings.SplitSeq(text, " ") {
		if w == "" {
			continue
		}
		if n := len(out) - 1; n >= 0 && goesOn(w[0]) && together(out[n], w) {
			out[n] += string(unbroken) + w
			continue
		}
		out = append(out, w)
	}
	return out
}

// goesOn reports whether a word that begins with a byte can be a further part of a date or of a
// telephone number. Few words can.
func goesOn(first byte) bool {
	return first >= '0' && first <= '9' || first >= 'A' && first <= 'Z' || first == '('
}

// together reports whether two words are parts of a date or of a telephone number.
func together(before, word string) bool {
	before = strings.TrimLeft(before, `("'“‘`)
	bare := strings.TrimRight(word, `.,;:?!)"'”’]`)
	if dials(before) {
		return digits(bare) && len(bare) >= 2 || word == "(0)"
	}
	if i := strings.LastIndex(before, string(unbroken)); i >= 0 {
		before = before[i+len(string(unbroken)):]
	}
	word = bare
	switch {
	case digits(before) && len(before) <= 2:
		return months[word]
	case weekdays[before]:
		return digits(word) && len(word) <= 2
	case months[before]:
		return digits(word) && len(word) == 4 || clock(word)
	}
	return false
}

// dials reports whether s is the beginning of a telephone number: a dialling code, and what was put
// together with it.
func dials(s string) bool {
	rest := strings.Trim(s, "0123456789()+"+string(unbroken))
	return rest == "" && (strings.HasPrefix(s, "+") || strings.HasPrefix(s, "0") && len(s) >= 3)
}

// weekdays and months are the days and months of a date, in full and as the screen shortens them.
var weekdays, months = func() (map[string]bool, map[string]bool) {
	days, of := map[string]bool{}, map[string]bool{}
	for d := time.Sunday; d <= time.Saturday; d++ {
		days[d.String()], days[d.String()[:3]] = true, true
	}
	for m := time.January; m <= time.December; m++ {
		of[m.String()], of[m.String()[:3]] = true, true
	}
	return days, of
}()

// digits reports whether s is a number and nothing else.
func digits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// clock reports whether s is a time of day, such as 17:00.
func clock(s string) bool {
	hour, minute, found := strings.Cut(s, ":")
	return found && digits(hour) && digits(minute)
}
