package scenario

import (
	"strings"
	"unicode"

	"windscreen/engine/diagnostic"
)

// visible drops what a terminal or a build would obey rather than show: control
// and formatting characters other than line breaks and tabs, and what is not a
// character at all. Names and values come from scenario files, and nothing in
// one may colour a terminal, hide text or break a report.
func visible(s string) string {
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

// oneLine is visible text with every line break and tab made a space.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\n' || r == '\t' || unicode.In(r, unicode.Zl, unicode.Zp) {
			return ' '
		}
		return r
	}, visible(s))
}

// fault is a diagnostic as people read it, with line breaks only where they are
// its own.
func fault(d diagnostic.Diagnostic) string {
	d.File, d.Message, d.Remedy, d.Source = oneLine(d.File), oneLine(d.Message), oneLine(d.Remedy), oneLine(d.Source)
	d.Code, d.Severity = diagnostic.Code(oneLine(string(d.Code))), diagnostic.Severity(oneLine(string(d.Severity)))
	return d.String()
}
