// Package english makes sentences, lists and counts of the words that rules and code hold.
package english

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// UpperFirst makes words begin a sentence.
func UpperFirst(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 || !unicode.IsLower(first) {
		return s
	}
	return string(unicode.ToUpper(first)) + s[size:]
}

// LowerFirst makes words fit the middle of a sentence. Initials such as FGM stay.
func LowerFirst(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	next, _ := utf8.DecodeRuneInString(s[size:])
	if !unicode.IsUpper(first) || unicode.IsUpper(next) {
		return s
	}
	return string(unicode.ToLower(first)) + s[size:]
}

// Bare is a text without the full stop at its end, for use within a sentence.
func Bare(s string) string { return strings.TrimRight(s, ". ") }

// Stopped ends a text with a full stop, unless it is empty or ends a sentence already, within quotation
// marks or brackets too.
func Stopped(s string) string {
	if s == "" {
		return ""
	}
	within := strings.TrimRight(s, `"'”’)`)
	if last, _ := utf8.DecodeLastRuneInString(within); strings.ContainsRune(".?!…:", last) {
		return s
	}
	return s + "."
}

// Sentences joins texts, each as a sentence. It leaves out those that are empty, and those that repeat
// the one before.
func Sentences(parts ...string) string {
	var out []string
	for i, p := range parts {
		if p == "" || i > 0 && Bare(p) == Bare(parts[i-1]) {
			continue
		}
		out = append(out, Stopped(UpperFirst(p)))
	}
	return strings.Join(out, " ")
}

// And joins names: "a", "a and b", "a, b and c".
func And(names []string) string { return joined(names, " and ") }

// Or joins names: "a", "a or b", "a, b or c".
func Or(names []string) string { return joined(names, " or ") }

func joined(names []string, last string) string {
	n := len(names) - 1
	if n < 1 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:n], ", ") + last + names[n]
}
