package facts

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// wordsOf are the words of a text, in lower case: letters and digits between anything else,
// without the ’s of an owner.
func wordsOf(text string) []string {
	text = strings.ReplaceAll(strings.ToLower(text), "’", "'")
	var out []string
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return r != '\'' && !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		w = strings.Trim(strings.TrimSuffix(strings.Trim(w, "'"), "'s"), "'")
		if w != "" {
			out = append(out, w)
		}
	}
	return out
}

// telling are the words that say something: all of them if none does.
func telling(words []string) []string {
	rest := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return slices.Contains(idle, w) })
	if len(rest) == 0 {
		return words
	}
	return rest
}

// idle are words that say nothing of what somebody looks for.
var idle = strings.Fields("a an and are as at be been but by did for from had has have he her him his i if in is it its last me my " +
	"of on or our she so that the their them then there they this to us was we were who will with")

// irregular are words with a plural of their own.
var irregular = map[string]string{"children": "child", "teeth": "tooth", "men": "man", "women": "woman", "people": "person"}

// endings are what is cut off a word to compare it, the longest first, and what is put there
// instead. The word must keep three letters.
var endings = []struct{ cut, put string }{
	{"ations", ""}, {"ation", ""},
	{"ings", ""}, {"ing", ""}, {"ies", "y"}, {"ied", "y"}, {"ed", ""}, {"s", ""},
}

// least is how many letters a stem keeps.
const least = 3

// stem is a word without its ending, so that drug and drugs, neglect and neglected, and abuse
// and abusing are the same. It is plain, and right for the words of a vocabulary, not for all
// of English.
func stem(w string) string {
	if one, ok := irregular[w]; ok {
		return one
	}
	for _, e := range endings {
		if s, ok := strings.CutSuffix(w, e.cut); ok && utf8.RuneCountInString(s) >= least && (e.cut != "s" || !strings.HasSuffix(s, "s")) {
			w = s + e.put
			break
		}
	}
	if s, ok := strings.CutSuffix(w, "e"); ok && utf8.RuneCountInString(s) >= least {
		w = s
	}
	// Dropped and drop: a letter that is doubled before an ending counts once.
	if last, size := utf8.DecodeLastRuneInString(w); utf8.RuneCountInString(w) > least {
		if s := w[:len(w)-size]; strings.HasSuffix(s, string(last)) {
			w = s
		}
	}
	return w
}
