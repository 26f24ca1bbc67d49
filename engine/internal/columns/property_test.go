package columns

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// everyEntry lays out one text in every way.
func everyEntry(width int, label, text, clause string) map[string][]string {
	return map[string][]string{
		"head":      Head(width, text, clause),
		"step":      Step(width, 3, text, clause),
		"row":       Row(width, label, text, clause),
		"child":     Child(width, label, text, clause),
		"reason":    Reason(width, false, text, clause),
		"reasons":   Reason(width, true, text, clause),
		"question":  Question(width, 3, text, []string{clause}),
		"moment":    Moment(width, label, text, clause),
		"heading":   Heading(width, text, clause),
		"headings":  HeadingOver(width, text, clause),
		"one level": Scale(width, []string{text}),
	}
}

func TestNothingIsLostAndNoLineIsTooLong(t *testing.T) {
	word := rapid.StringMatching(`[a-zé日]{1,9}[.,]?|[0-9]{1,2}`)
	rapid.Check(t, func(t *rapid.T) {
		width := rapid.IntRange(70, 110).Draw(t, "width")
		text := strings.Join(rapid.SliceOfN(word, 1, 40).Draw(t, "text"), " ")
		clause := rapid.SampledFrom([]string{"", "ENG-999", "BEX-L4-FUNCTIONING-01"}).Draw(t, "clause")
		label := rapid.SampledFrom([]string{"", "Baby", "Changes if", "Tue 10 Mar 17:00"}).Draw(t, "label")
		for kind, lines := range everyEntry(width, label, text, clause) {
			if len(lines) == 0 {
				t.Fatalf("%s: no line", kind)
			}
			for i, l := range lines {
				if strings.TrimRight(l, " ") != l || Count(l) > width && len(words(l)) > 1 {
					t.Fatalf("%s: %q takes %d columns of %d", kind, l, Count(l), width)
				}
				if i > 0 && clause != "" && strings.TrimSpace(l) == cited(clause) {
					t.Fatalf("%s: the clause has a line of its own: %q", kind, lines)
				}
			}
			if got := strings.Join(strings.Fields(strings.Join(lines, " ")), " "); !strings.Contains(got, text) {
				t.Fatalf("%s: %q is not in %q", kind, text, got)
			}
		}
	})
}

func TestNoWidthIsTooSmall(t *testing.T) {
	for width := -1; width < 30; width++ {
		for kind, lines := range everyEntry(width, "Telling", "Not yet: ask 020 3045 5440.", "BEX-CONSENT-04") {
			if all := strings.Join(lines, " "); !strings.Contains(all, "ask") || !strings.Contains(all, "020 3045 5440.") {
				t.Errorf("%s in %d columns: %q", kind, width, lines)
			}
		}
	}
}
