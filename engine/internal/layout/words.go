package layout

import (
	"strings"
	"sync"
	"unicode"

	"windscreen/engine/internal/lang"
)

// word is one word, number, text in quotation marks, bracket or operator of a condition.
type word struct {
	text string
	// broken is whether the author began a line with it.
	broken bool
	// joined is whether no space may stand before it, as behind the minus of a number.
	joined bool
}

// operators are the operators of two characters; all others have one.
var operators = []string{"&&", "||", "==", "!=", "<=", ">="}

// words takes a condition apart. It returns false for what is no condition, and for what the language of conditions does
// not have, such as braces. Both are left to stand as they were written.
func words(text string) ([]word, bool) {
	var out []word
	runes := []rune(text)
	broken := false
	for i := 0; i < len(runes); {
		r := runes[i]
		end := i + 1
		switch {
		case unicode.IsSpace(r):
			if r != ' ' && r != '\t' && r != '\n' && r != '\r' {
				return nil, false
			}
			broken = broken || r == '\n' || r == '\r'
			i = end
			continue
		case r == '"' || r == '\'':
			if end = quoted(runes, i); end < 0 {
				return nil, false
			}
		case letter(r):
			for end < len(runes) && (letter(runes[end]) || digit(runes[end])) {
				end++
			}
			if end < len(runes) && (runes[end] == '"' || runes[end] == '\'') {
				return nil, false // a raw text, or bytes
			}
		case digit(r):
			for end < len(runes) && digit(runes[end]) {
				end++
			}
			if end < len(runes) && (letter(runes[end]) || runes[end] == '.') {
				return nil, false // no whole number
			}
		case strings.ContainsRune("()[]!<>?:,.-+*/%", r), strings.ContainsRune("&|=", r):
			for _, o := range operators {
				if i+1 < len(runes) && string(runes[i:i+2]) == o {
					end = i + 2
				}
			}
			if strings.HasPrefix(string(runes[i:]), "//") || end == i+1 && strings.ContainsRune("&|=", r) {
				return nil, false
			}
		default:
			return nil, false
		}
		out = append(out, word{text: string(runes[i:end]), broken: broken && len(out) > 0})
		broken = false
		i = end
	}
	sign(out)
	return out, balanced(out) && condition(text)
}

// quoted is the place after a text in quotation marks, or -1 where it is none that conditions have.
func quoted(runes []rune, at int) int {
	for i := at + 1; i < len(runes); i++ {
		switch {
		case runes[i] == '\\' || runes[i] == '\n' || runes[i] == '\r':
			return -1
		case runes[i] == runes[at]:
			if i == at+1 && i+1 < len(runes) && runes[i+1] == runes[at] {
				return -1 // three marks
			}
			return i + 1
		}
	}
	return -1
}

func letter(r rune) bool { return r == '_' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }
func digit(r rune) bool  { return r >= '0' && r <= '9' }

// sign finds each minus that belongs to what follows it.
func sign(list []word) {
	for i := 1; i < len(list); i++ {
		if list[i-1].text != "-" {
			continue
		}
		before := "("
		if i > 1 {
			before = list[i-2].text
		}
		list[i].joined = before == "in" || !value(before)
	}
}

// value reports whether a word may end a value, so that what follows is an operator between two.
func value(text string) bool {
	last := rune(text[len(text)-1])
	return letter(last) || digit(last) || last == '"' || last == '\'' || last == ')' || last == ']'
}

// balanced reports whether every bracket is closed by its own.
func balanced(list []word) bool {
	var open []string
	for _, w := range list {
		switch w.text {
		case "(", "[":
			open = append(open, w.text)
		case ")", "]":
			if len(open) == 0 || (open[len(open)-1] == "(") != (w.text == ")") {
				return false
			}
			open = open[:len(open)-1]
		}
	}
	return len(open) == 0 && len(list) > 0
}

// parser is made once.
var parser = sync.OnceValues(lang.NewParser)

// condition reports whether a text can be read as a condition.
func condition(text string) bool {
	p, err := parser()
	if err != nil {
		return false
	}
	parsed, _ := p.Parse(text)
	return parsed != nil
}
