package render

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"windscreen/engine/internal/pattern"
)

// escapeSequence is what a terminal would obey rather than show: a control sequence, such
// as a colour; an operating system command, such as a link; or any shorter sequence.
var escapeSequence = pattern.New(
	`(?:\x1b\[|\x{9b})[0-?]*[ -/]*[@-~]` +
		`|(?:\x1b\]|\x{9d})[^\x07\x1b\x{9c}]*(?:\x07|\x1b\\|\x{9c})?` +
		`|\x1b[ -/]*[0-~]`)

// escapes are the characters with which an escape sequence begins.
const escapes = "\x1b\u009b\u009d"

// clean makes s one line of visible text: no escape sequences, no control or
// formatting characters (which can hide text or turn it round), and no more than
// one space together.
func clean(s string) string {
	if isClean(s) {
		return s
	}
	s = strings.ToValidUTF8(s, "\uFFFD")
	if strings.ContainsAny(s, escapes) {
		s = escapeSequence().ReplaceAllString(s, "")
	}
	return inOneLine(s)
}

// inOneLine takes out what cannot be seen, and puts one space between words.
func inOneLine(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co, unicode.Noncharacter_Code_Point):
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// isClean reports whether s is one line of visible text already, as nearly every text is.
func isClean(s string) bool {
	before := ' '
	for i, r := range s {
		switch {
		case r > ' ' && r < 0x7f:
		case r == ' ' && before == ' ':
			return false
		case r == utf8.RuneError && !strings.HasPrefix(s[i:], "\uFFFD"):
			return false
		case !unicode.IsPrint(r):
			return false
		}
		before = r
	}
	return before != ' ' || s == ""
}

// stated is a text that the case gives in its own words. An @ in it is spelt out:
// on some sites it would otherwise become a link or call a person up.
func stated(s string) string {
	return clean(strings.ReplaceAll(s, "@", " (at) "))
}
