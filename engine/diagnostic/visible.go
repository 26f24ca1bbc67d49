package diagnostic

import (
	"strings"
	"unicode"
)

// Visible drops what a terminal or a build would obey rather than show: control
// and formatting characters other than line breaks and tabs, and what is not a
// character at all. Names and values come from files, and nothing in one may
// colour a terminal, hide text or break a report.
func Visible(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co, unicode.Noncharacter_Code_Point):
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}

// OneLine is visible text with every line break and tab made a space.
func OneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\n' || r == '\t' || unicode.In(r, unicode.Zl, unicode.Zp) {
			return ' '
		}
		return r
	}, Visible(s))
}
