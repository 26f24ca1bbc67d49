package casefile

import (
	"strings"

	"windscreen/engine/internal/pattern"
	"windscreen/engine/internal/source"
)

// remedyFor is a remedy in the words of the file: what it says to write as YAML, it says as JSON for a file in JSON.
func remedyFor(f *source.File, remedy string) string {
	if !f.JSON() {
		return remedy
	}
	remedy = flowKey().ReplaceAllString(remedy, `$1"$2": `)
	remedy = flowValue().ReplaceAllStringFunc(remedy, func(of string) string {
		at := strings.LastIndex(of, ": ") + len(": ")
		return of[:at] + jsonWord(of[at:])
	})
	return flowList().ReplaceAllStringFunc(remedy, func(list string) string {
		words := strings.Split(strings.Trim(list, "[]"), ", ")
		for i, w := range words {
			words[i] = jsonWord(w)
		}
		return "[" + strings.Join(words, ", ") + "]"
	})
}

// In a remedy, flowKey is a key before its value, flowValue a key and a value of words, and flowList a list of words.
var (
	flowKey   = pattern.New(`(^|[ {])([A-Za-z_]+(?:\.[a-z_]+)?): `)
	flowValue = pattern.New(`"[A-Za-z_.]+": [^][{}",;]+`)
	flowList  = pattern.New(`\[[a-z_.]+(, [a-z_.]+)*\]`)
)

// digits is a whole number as JSON writes it.
var digits = pattern.New(`^-?[0-9]+$`)

// jsonWord is a word of YAML as JSON writes it.
func jsonWord(w string) string {
	switch {
	case w == "yes" || w == "true":
		return "true"
	case w == "no" || w == "false":
		return "false"
	case w == "…" || digits().MatchString(w):
		return w
	}
	return `"` + w + `"`
}
