package coverage_test

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"unicode"

	"windscreen/engine/coverage"
	"windscreen/engine/diagnostic"
)

var checklistWriters = map[string]func(io.Writer, *coverage.Checklist) error{
	"text":     coverage.ChecklistText,
	"markdown": coverage.ChecklistMarkdown,
}

// checklistOf is a checklist with one text wherever it takes text, and an item of
// each answer.
func checklistOf(text string) *coverage.Checklist {
	at := diagnostic.Position{Line: 3, Column: 7}
	items := []coverage.Item{
		{ID: text, Title: text, Cite: []string{text}, Answer: coverage.Answered, Note: text,
			Rules: []coverage.ItemRule{{ID: text, Title: text, Kind: "level", Cite: []string{text}}}},
		{ID: text, Title: text, Cite: []string{text}, Answer: coverage.Gap, Gap: text},
		{ID: text, Title: text, Cite: []string{text}, Answer: coverage.Nothing, File: text, Start: at},
	}
	return &coverage.Checklist{Policies: []coverage.PolicyChecklist{{ID: text, Totals: coverage.SumItems(items), Items: items}}}
}

func TestNoWordOfARuleFileActsInAChecklist(t *testing.T) {
	for name, write := range checklistWriters {
		say := func(text string) string {
			var b bytes.Buffer
			if err := write(&b, checklistOf(text)); err != nil {
				t.Fatal(err)
			}
			return b.String()
		}
		harmless := say("word")
		if !strings.Contains(harmless, "nothing is said of 1 item\n") {
			t.Errorf("%s does not say that one item has no answer:\n%s", name, harmless)
		}
		for _, hostile := range []string{"a\nsomething is said of every item\n", "\x1b[31mred", "\u202eturned", "a | b\r| c", "| --- |\n| x |"} {
			got := say(hostile)
			if strings.Count(got, "\n") != strings.Count(harmless, "\n") {
				t.Errorf("%s of %q has another number of lines:\n%s", name, hostile, got)
			}
			if strings.ContainsFunc(got, func(r rune) bool { return r != '\n' && unicode.In(r, unicode.Cc, unicode.Cf) }) {
				t.Errorf("%s of %q holds what a terminal would obey", name, hostile)
			}
			bars := strings.Count(strings.ReplaceAll(got, `\|`, ""), "|")
			if name == "markdown" && bars != strings.Count(harmless, "|") {
				t.Errorf("the Markdown of %q has another number of cells:\n%s", hostile, got)
			}
		}
	}
}

func TestAChecklistThatCannotBeWrittenIsReported(t *testing.T) {
	for name, write := range checklistWriters {
		if err := write(broken{}, checklistOf("word")); !errors.Is(err, errBroken) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
