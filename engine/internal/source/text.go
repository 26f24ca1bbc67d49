package source

import (
	"fmt"
	"unicode/utf8"

	"windscreen/engine/diagnostic"
)

// checkText returns the fault at the first character that has no place in a text
// file, and whether there was none.
func (f *File) checkText(data []byte, isJSON bool) (diagnostic.Diagnostic, bool) {
	// f.text has one rune for each character of data, and one for each byte that
	// is not part of a character, so the two are walked in step.
	for at, i := 0, 0; i < len(data); at++ {
		if c := data[i]; ' ' <= c && c <= '~' { // most of it
			i++
			continue
		}
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			return f.between(diagnostic.NotText, at, at+1,
				fmt.Sprintf("the byte %#02x is not UTF-8 text", data[i]),
				"save the file as UTF-8 in your editor"), false
		}
		if what := unwanted(r, isJSON); what != "" {
			return f.between(diagnostic.NotText, at, at+1,
				fmt.Sprintf("there is %s here (U+%04X)", what, r),
				"delete it; it may come from text copied from another program"), false
		}
		i += size
	}
	return diagnostic.Diagnostic{}, true
}

// unwanted names the kind of a character that text may not hold, or is empty.
//
// YAML takes U+2028 and U+2029 for line ends and editors do not, which would put
// every later line number wrong; in JSON they are ordinary characters of a text,
// as is the byte order mark within one.
func unwanted(r rune, isJSON bool) string {
	switch {
	case r == '\t' || r == '\n' || r == '\r':
		return ""
	case r < 0x20 || r >= 0x7F && r <= 0x9F:
		return "a control character"
	case isJSON:
		return ""
	case r == 0x2028 || r == 0x2029:
		return "an invisible line separator"
	case r == 0xFEFF:
		return "an invisible byte order mark"
	case r == 0xFFFE || r == 0xFFFF:
		return "a character that is not text"
	}
	return ""
}
