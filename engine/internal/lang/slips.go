package lang

import (
	"fmt"
	"strings"
	"unicode"

	"windscreen/engine/internal/pattern"
)

// compared finds a level, count or age in front of a comparison.
var compared = pattern.New(`(level|child\.age|(?:tally|domains)\(\d+\))\s*$`)

// slip puts into words what the parser stumbled over, for people who do not know it. Message and remedy are empty where it
// is nothing that is seen often.
func slip(runes []rune, at int) (message, remedy string) {
	if at >= len(runes) {
		return "", ""
	}
	r := runes[at]
	switch {
	case r == '"' || r == '\'':
		if endOfQuotes(runes, at) >= len(runes) || strings.ContainsRune(string(runes[at:endOfQuotes(runes, at)]), '\n') {
			return "this quotation mark is never closed", fmt.Sprintf("write %c at the end of the word", r)
		}
	case r == '“' || r == '”' || r == '‘' || r == '’':
		return "a curly quotation mark cannot stand in a condition", `write straight quotation marks: "`
	case unicode.IsSpace(r):
		return "a space of another kind stands here, such as one that keeps words together", "delete it, and type a space"
	case !unicode.IsPrint(r):
		return fmt.Sprintf("an invisible character stands here (U+%04X)", r), "delete it; it may come from text copied from another program"
	case r == '=':
		if number := compared().FindStringSubmatch(string(runes[:at])); number != nil {
			remedy := "write >= for at least, or <= for at most"
			if !strings.Contains(number[1], "(") {
				remedy += ", or " + alone(number[1]) + " for 3 alone"
			}
			return "a single = cannot stand in a condition", remedy
		}
		return "a single = cannot stand in a condition", wordGiven(string(runes[:at]), string(runes[at:]))
	case r == ')' || r == ']':
		return "this bracket closes none", ""
	case r == '&' || r == '|':
		return fmt.Sprintf("a single %c cannot stand in a condition", r), ""
	}
	return "", ""
}

// alone is how to ask for the level 3, or the age of 3, and no other.
func alone(name string) string {
	if name == "level" {
		return "level >= 3 && !certain(level > 3)"
	}
	return name + ".between(3, 3)"
}
