package english

import (
	"strconv"
	"strings"
	"time"
)

var numbers = [...]string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}

// Lasting is how long something lasts: "15 seconds", "1 minute". What is no whole number of seconds is as Go writes it.
func Lasting(d time.Duration) string {
	switch {
	case d <= 0 || d%time.Second != 0:
		return d.String()
	case d%time.Hour == 0:
		return Counted(int(d/time.Hour), "hour")
	case d%time.Minute == 0:
		return Counted(int(d/time.Minute), "minute")
	}
	return Counted(int(d/time.Second), "second")
}

// Number is a count in words up to ten, and in figures above. None is "no".
func Number(n int) string {
	if n >= 0 && n < len(numbers) {
		return numbers[n]
	}
	return strconv.Itoa(n)
}

// Numbered is a count in words, up to ten, and what is counted: "one child", "three children".
func Numbered(n int, noun string) string { return Number(n) + " " + InNumber(n, noun) }

// Counted is a count in figures and what is counted: "1 rule file", "3 rule files".
func Counted(n int, noun string) string { return strconv.Itoa(n) + " " + InNumber(n, noun) }

// InNumber is a noun in the number of a count: "sign" for one, and otherwise "signs".
func InNumber(n int, noun string) string {
	if n == 1 {
		return noun
	}
	return Plural(noun)
}

// Plural is several of what a noun names: signs, agencies, children.
func Plural(noun string) string {
	if strings.HasSuffix(noun, "child") {
		return noun + "ren"
	}
	if stem, ok := strings.CutSuffix(noun, "y"); ok && !endsInVowel(stem) {
		return stem + "ies"
	}
	return noun + "s"
}

// Singular is one of what a plural names: a sign, an agency, a child.
func Singular(nouns string) string {
	if stem, ok := strings.CutSuffix(nouns, "children"); ok {
		return stem + "child"
	}
	if stem, ok := strings.CutSuffix(nouns, "ies"); ok {
		return stem + "y"
	}
	return strings.TrimSuffix(nouns, "s")
}

func endsInVowel(s string) bool { return s != "" && strings.ContainsRune("aeiou", rune(s[len(s)-1])) }
