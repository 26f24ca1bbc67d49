package render_test

import (
	"strings"
	"testing"
	"unicode"

	"windscreen/engine/coverage"
	"windscreen/engine/diagnostic"
	"windscreen/engine/render"
	"windscreen/engine/term"
)

// checklistOf is a checklist with one text wherever it takes text, and an item of
// each answer.
func checklistOf(text string) *coverage.Checklist {
	at := diagnostic.Position{Line: 3, Column: 7}
	items := []coverage.Item{
		{ID: text, Title: text, Cite: []string{text}, Answer: term.AnsweredByRules, Note: text,
			Rules: []coverage.ItemRule{{ID: text, Title: text, Kind: "level", Cite: []string{text}}}},
		{ID: text, Title: text, Cite: []string{text}, Answer: term.AnsweredByGap, Gap: text},
		{ID: text, Title: text, Cite: []string{text}, Answer: term.Unanswered, File: text, Start: at},
	}
	return &coverage.Checklist{Policies: []coverage.PolicyChecklist{{ID: text, Totals: coverage.SumItems(items), Items: items}}}
}

func TestNoWordOfARuleFileActsInAChecklist(t *testing.T) {
	for _, f := range []render.Format{render.Text, render.Markdown} {
		say := func(text string) string { return in(t, f, of(render.Checklist, checklistOf(text)), render.Options{}) }
		harmless := say("word")
		if !strings.Contains(harmless, "1 item is unanswered\n") {
			t.Errorf("%s does not say that one item is unanswered:\n%s", f, harmless)
		}
		for _, hostile := range []string{
			"a\nno items are unanswered\n", "\x1b[31mred", "\u202eturned", "a | b\r| c", "| --- |\n| x |",
		} {
			got := say(hostile)
			if strings.Count(got, "\n") != strings.Count(harmless, "\n") {
				t.Errorf("%s of %q has another number of lines:\n%s", f, hostile, got)
			}
			if strings.ContainsFunc(got, func(r rune) bool { return r != '\n' && unicode.In(r, unicode.Cc, unicode.Cf) }) {
				t.Errorf("%s of %q holds what a terminal would obey", f, hostile)
			}
			bars := strings.Count(strings.ReplaceAll(got, `\|`, ""), "|")
			if f == render.Markdown && bars != strings.Count(harmless, "|") {
				t.Errorf("the Markdown of %q has another number of cells:\n%s", hostile, got)
			}
		}
	}
}
