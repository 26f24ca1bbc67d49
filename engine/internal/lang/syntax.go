package lang

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/google/cel-go/cel"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/pattern"
)

// syntaxFaults turns the parser's messages into ours. The parser reports the
// consequences of one slip several times, so only the first is kept.
func syntaxFaults(runes []rune, issues *cel.Issues) []Fault {
	e := issues.Errors()[0]
	// Where the nesting is too deep, the parser gives no place.
	at := max(0, min(offset(runes, e.Location.Line(), e.Location.Column()), len(runes)))
	end := min(at+1, len(runes))
	if w := word(runes, at); w != "" {
		end = at + len([]rune(w))
	}
	// What the parser expected instead, such as the end, is of no use to people.
	message, _, _ := strings.Cut(e.Message, " expecting ")
	bracket, missing := unmatched(runes)
	switch {
	case strings.Contains(message, "<EOF>") && missing != 0 && !endsOpen(runes):
		return []Fault{{Start: bracket, End: bracket + 1, Code: diagnostic.ExprSyntax,
			Message: "this bracket is never closed", Remedy: fmt.Sprintf("a closing %c is missing", missing)}}
	case strings.Contains(message, "<EOF>"):
		message = "the condition is not finished"
	case strings.Contains(message, "recursion limit"):
		return []Fault{{Start: at, End: end, Code: diagnostic.TooComplex,
			Message: "the condition has too many brackets inside one another", Remedy: "split it into several rules"}}
	default:
		said, remedy := slip(runes, at)
		if remedy == "" {
			remedy = syntaxRemedy(runes, at)
		}
		if remedy == "" {
			remedy = "look at what stands before it: an operator, a bracket or a quotation mark may be missing"
		}
		if message = said; message == "" {
			message = fmt.Sprintf("%q cannot stand here", strings.TrimSpace(string(runes[at:end])))
		}
		return []Fault{{Start: at, End: end, Code: diagnostic.ExprSyntax, Message: message, Remedy: remedy}}
	}
	return []Fault{{Start: at, End: end, Code: diagnostic.ExprSyntax, Message: message, Remedy: syntaxRemedy(runes, at)}}
}

// syntaxRemedy recognises what people write who know another language.
func syntaxRemedy(runes []rune, at int) string {
	switch strings.ToLower(word(runes, at)) {
	case "and":
		return "write && for and"
	case "or":
		return "write || for or"
	case "not":
		return "write !" + operand(runes, at+len("not"))
	}
	if strings.EqualFold(wordBefore(runes, at), "not") {
		// The parser takes "not" for a name, and then reports what follows it.
		return "write !" + operand(runes, at)
	}
	rest := string(runes[at:])
	if remedy := inProse(string(runes), len(string(runes[:at]))); remedy != "" {
		return remedy
	}
	switch {
	case given().MatchString(rest):
		if given().FindStringSubmatch(rest)[1] == "false" {
			return "leave = false out, and write ! before the condition: a yes or no is a condition by itself"
		}
		return "leave = true out: a yes or no is a condition by itself"
	case strings.HasPrefix(rest, ")"), strings.HasPrefix(rest, "]"):
		return "remove it, or open it further left"
	case strings.HasPrefix(rest, "="):
		return "write == to compare"
	case strings.HasPrefix(rest, "&"):
		return "write && for and"
	case strings.HasPrefix(rest, "|"):
		return "write || for or"
	case strings.HasPrefix(rest, "“"), strings.HasPrefix(rest, "”"), strings.HasPrefix(rest, "‘"), strings.HasPrefix(rest, "’"):
		return `write straight quotation marks: "`
	case at >= len(runes):
		return "finish the condition, or remove the last operator"
	}
	return ""
}

// given finds a comparison with true or false. A condition never needs one.
var given = pattern.New(`^=\s*(true|false)\b`)

// operand is the text that a "not" applies to: a name with what is asked of it, or (…)
// for anything in brackets.
func operand(runes []rune, at int) string {
	for at < len(runes) && unicode.IsSpace(runes[at]) {
		at++
	}
	m := operands().FindString(string(runes[min(at, len(runes)):]))
	switch {
	case m == "":
		return "x for not x"
	case m == "(":
		return "(…)"
	}
	return m
}

// operands finds a bracket, or a name and the call that may follow it.
var operands = pattern.New(`^(?:\(|[A-Za-z_][A-Za-z0-9_.]*(?:\([^()]*\))?)`)

// wordBefore is the name that ends before a place, with only space between.
func wordBefore(runes []rune, at int) string {
	before := strings.TrimRightFunc(string(runes[:at]), unicode.IsSpace)
	start := strings.LastIndexFunc(before, func(r rune) bool { return r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return before[start+1:]
}

// unmatched finds the first bracket that is never closed, and what would close it. The second
// is 0 if every bracket is closed.
func unmatched(runes []rune) (at int, closing rune) {
	closes := map[rune]rune{'(': ')', '[': ']', '{': '}'}
	var open []int
	for i, opens := range brackets(runes, 0, len(runes)) {
		if opens {
			open = append(open, i)
		} else if len(open) > 0 {
			open = open[:len(open)-1]
		}
	}
	if len(open) == 0 {
		return 0, 0
	}
	return open[0], closes[runes[open[0]]]
}

// endsOpen reports whether a text ends with an operator, so that more than a bracket is
// missing.
func endsOpen(runes []rune) bool {
	text := strings.TrimRightFunc(string(runes), unicode.IsSpace)
	return text == "" || strings.ContainsAny(text[len(text)-1:], "&|!<>=?:,+-*/.([{")
}
