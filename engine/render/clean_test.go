package render

import (
	"strings"
	"testing"
	"unicode"
)

// cleanedSlowly is what clean says, put plainly: every step on every text.
func cleanedSlowly(s string) string {
	return inOneLine(escapeSequence().ReplaceAllString(strings.ToValidUTF8(s, "\uFFFD"), ""))
}

func FuzzCleaningTakesNoShortCutThatShows(f *testing.F) {
	others := []string{"plain words", "two  spaces", "a\u00a0b", "a\u2028b", "a\uFFFDb", "\uFFFD", "a\u0378b", "a\ue000b",
		"\u009d8;;x\u009c"}
	for _, s := range append(others, hostile...) {
		f.Add(s)
		f.Add("before " + s + " after")
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got, want := clean(s), cleanedSlowly(s); got != want {
			t.Errorf("%q becomes %q, want %q", s, got, want)
		}
	})
}

func TestEveryCharacterIsCleanedAlike(t *testing.T) {
	const together = 256
	for first := rune(0); first <= unicode.MaxRune; first += together {
		var all strings.Builder
		for r := first; r < first+together; r++ {
			all.WriteString("a" + string(r) + "b")
			if s := string(r); isClean(s) && cleanedSlowly(s) != s {
				t.Fatalf("%q is not clean", s)
			}
		}
		if got, want := clean(all.String()), cleanedSlowly(all.String()); got != want {
			t.Fatalf("%q becomes %q, want %q", all.String(), got, want)
		}
	}
}

func BenchmarkCleaning(b *testing.B) {
	const s = "Refer the child to the MASH (multi-agency safeguarding hub) without delay – it’s open until 17:00 today."
	for b.Loop() {
		clean(s)
	}
}
