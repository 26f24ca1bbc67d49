package lang

import (
	"fmt"
	"strings"

	"windscreen/engine/internal/pattern"
)

// prose finds a comparison in words, such as "home.abuse is at least minor concern".
var prose = pattern.New(`(?i)([a-z_][a-z0-9_.]*)\s+(?:(is|are)\b\s*)?` +
	`(?:(at least|at most|more than|over|less than|under|not)\b\s*)?` +
	`["']?([a-z0-9_]+(?: [a-z0-9_]+)*)["']?`)

// signs are comparisons of numbers by what people write for them.
var signs = map[string]string{"at least": ">=", "at most": "<=", "more than": ">", "over": ">", "less than": "<", "under": "<"}

// inProse says how a comparison is written that stands in words where the parser stumbled; empty where none does.
func inProse(text string, at int) string {
	for _, m := range prose().FindAllStringSubmatchIndex(text, -1) {
		part := func(i int) string {
			if m[2*i] < 0 {
				return ""
			}
			return text[m[2*i]:m[2*i+1]]
		}
		name, is, how, what := part(1), part(2), strings.ToLower(part(3)), part(4)
		if at < m[3] || at >= m[8] || is == "" && how == "" {
			continue
		}
		return inPlaceOfProse(name, how, what)
	}
	return ""
}

// inPlaceOfProse writes it as a condition.
func inPlaceOfProse(name, how, what string) string {
	yes, no := strings.EqualFold(what, "true"), strings.EqualFold(what, "false")
	word := strings.ToLower(strings.ReplaceAll(what, " ", "_"))
	switch number := strings.Trim(what, "0123456789") == ""; {
	case yes && how == "", no && how == "not":
		return "write " + name
	case yes && how == "not", no && how == "":
		return "write !" + name
	case number && how == "not" && name == "level":
		return fmt.Sprintf("write !certain(level.between(%s, %s))", what, what)
	case number && how == "not":
		return fmt.Sprintf("write !%s.between(%s, %s)", name, what, what)
	case number && how == "":
		return fmt.Sprintf("write %s >= %s for at least, or %s <= %s for at most", name, what, name, what)
	case number:
		return fmt.Sprintf("write %s %s %s", name, signs[how], what)
	case how == "at most", how == "less than", how == "under":
		return fmt.Sprintf("write %s.atMost(%q)", name, word)
	case how == "not":
		return fmt.Sprintf("write !%s.atLeast(%q) of a scale, or %s != %q of a choice", name, word, name, word)
	case how == "":
		return fmt.Sprintf("write %s.atLeast(%q) of a scale, or %s == %q of a choice", name, word, name, word)
	}
	return fmt.Sprintf("write %s.atLeast(%q)", name, word)
}

// What stands before and after a single =: a fact, and a word.
var (
	factBefore = pattern.New(`([a-z][a-z0-9_]*\.[a-z][a-z0-9_]*)\s*$`)
	wordAfter  = pattern.New(`^=\s*["']([a-z0-9_]+)["']`)
)

// wordGiven says how to compare a fact with a word in place of a single =; empty where neither stands there.
func wordGiven(before, after string) string {
	fact, word := factBefore().FindStringSubmatch(before), wordAfter().FindStringSubmatch(after)
	if fact == nil || word == nil {
		return ""
	}
	return fmt.Sprintf("write == if it is a choice; of a scale, write %s.atLeast(%q)", fact[1], word[1])
}
