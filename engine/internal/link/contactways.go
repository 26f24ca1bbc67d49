package link

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/pattern"
	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/source"
)

// phoneWords are all words that may stand beside a telephone number: those that join numbers, and those
// that say which line one is. Anything else makes it unclear whether the text is a number at all.
var phoneWords = []string{"or", "and", "extension", "option", "helpline", "switchboard", "freephone", "textphone"}

var (
	// phoneMarks are the characters that telephone numbers, and words beside them, are made of.
	phoneMarks = pattern.New(`^[\pL0-9 +(),;-]*$`)
	// word is a word, and betweenNumbers what separates two numbers.
	word           = pattern.New(`\pL+`)
	betweenNumbers = pattern.New(`[,;]|\bor\b|\band\b`)
	digit          = pattern.New(`[0-9]`)
)

// fewestDigits is how many digits the shortest telephone number has, as 999 does.
const fewestDigits = 3

// phone reads a telephone number, or several.
func (l *Linked) phone(f *source.File, name string, t shape.Text) string {
	if !t.IsSet() {
		return ""
	}
	for _, w := range word().FindAllString(t.Value, -1) {
		if !slices.Contains(phoneWords, strings.ToLower(w)) {
			l.At(f, t.Node, diagnostic.WrongShape, fmt.Sprintf("%s holds the word %q, which is no part of a telephone number", name, w),
				"write the number as printed; what else the document says belongs in name or hours (the words that may stand here are "+
					strings.Join(phoneWords, ", ")+")")
			return ""
		}
	}
	whole := !slices.ContainsFunc(betweenNumbers().Split(t.Value, -1), func(part string) bool { return !digit().MatchString(part) })
	if !whole || len(digit().FindAllString(t.Value, fewestDigits)) < fewestDigits || !phoneMarks().MatchString(t.Value) {
		l.At(f, t.Node, diagnostic.WrongShape, fmt.Sprintf("%q is not a telephone number", t.Value),
			"write the number as printed, such as 020 7946 0000; where the document prints none, leave "+name+" out")
		return ""
	}
	return t.Value
}

// address reads the address of a page or a form on the web.
func (l *Linked) address(f *source.File, name string, t shape.Text) string {
	if !t.IsSet() {
		return ""
	}
	u, err := url.Parse(t.Value)
	if err != nil || u.Scheme != "https" || u.User != nil || !strings.Contains(u.Hostname(), ".") || strings.ContainsAny(t.Value, " \t\n") {
		l.At(f, t.Node, diagnostic.WrongShape, fmt.Sprintf("%q is not an https address", t.Value),
			"write it in full, such as https://www.example.org/help; where the document prints none with https, leave "+name+" out")
		return ""
	}
	return t.Value
}
