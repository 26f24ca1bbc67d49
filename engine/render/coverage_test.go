package render_test

import (
	"regexp"
	"strings"
	"testing"
	"unicode"

	"windscreen/engine/coverage"
	"windscreen/engine/diagnostic"
	"windscreen/engine/render"
	"windscreen/engine/term"
)

// coverageLooks are the ways of printing a report for people.
var coverageLooks = map[string]struct {
	format  render.Format
	options render.Options
}{
	"text":     {render.Text, render.Options{}},
	"all":      {render.Text, render.Options{All: true}},
	"markdown": {render.Markdown, render.Options{}},
}

// reportOf is a report with one text wherever it takes text, and a gap of each kind.
func reportOf(text string) *coverage.Report {
	at := diagnostic.Position{Line: 3, Column: 7}
	p := coverage.Policy{ID: text, Cases: 2,
		Clauses: []coverage.Clause{
			{ID: text, Section: text, Policy: text, File: text, Start: at},
			{ID: text, Section: text, Policy: text, File: text, Start: at, NoRule: &coverage.NoRule{Kind: term.NoRule(text), Why: text}},
			{ID: text, Section: text, Policy: text, File: text, Start: at,
				CitedBy: []coverage.Citation{{Policy: "other", Kind: "contact", ID: text}}},
		},
		Rules: []coverage.Rule{{ID: text, Title: text, Policy: text, File: text, Start: at,
			MustBeSeen: term.TableOf[term.Truth]().Values(), NeverSeen: term.TableOf[term.Truth]().Values()}},
	}
	p.Totals = coverage.Sum(p.ID, p.Clauses, p.Rules)
	return &coverage.Report{Policies: []coverage.Policy{p}, LeftOut: []string{text}}
}

// TestNoWordOfARuleFileActsInACoverageReport: a report has as many lines, and its tables as
// many cells, whatever stands in the rule files.
func TestNoWordOfARuleFileActsInACoverageReport(t *testing.T) {
	escaped := regexp.MustCompile(`\\[[:punct:]]`)
	bars := func(s string) []int {
		var n []int
		for line := range strings.Lines(escaped.ReplaceAllString(s, "")) {
			n = append(n, strings.Count(line, "|"))
		}
		return n
	}
	for name, look := range coverageLooks {
		say := func(r *coverage.Report) string { return in(t, look.format, of(render.Coverage, r), look.options) }
		harmless := say(reportOf("word"))
		for _, hostile := range []string{"a\nno gaps\n", "\x1b[31mred", "\u202eturned", "a | b\r| c", "| --- |\n| x |"} {
			got := say(reportOf(hostile))
			if strings.Count(got, "\n") != strings.Count(harmless, "\n") {
				t.Errorf("%s of %q has another number of lines:\n%s", name, hostile, got)
			}
			if strings.ContainsFunc(got, func(r rune) bool { return r != '\n' && unicode.In(r, unicode.Cc, unicode.Cf) }) {
				t.Errorf("%s of %q holds what a terminal would obey", name, hostile)
			}
			if name != "markdown" {
				continue
			}
			want := bars(harmless)
			for i, n := range bars(got) {
				if n != want[i] {
					t.Errorf("line %d of the Markdown of %q has %d bars, want %d", i+1, hostile, n, want[i])
				}
			}
		}
	}
}

func TestTextAndMarkdownSayHowManyGapsThereAre(t *testing.T) {
	for name, look := range coverageLooks {
		say := func(r *coverage.Report) string { return in(t, look.format, of(render.Coverage, r), look.options) }
		// One clause, and a rule never seen as any of the three.
		if got := say(reportOf("word")); !strings.Contains(got, "4 gaps\n") {
			t.Errorf("%s does not say 4 gaps:\n%s", name, got)
		}
		if got := say(&coverage.Report{}); !strings.Contains(got, "no gaps\n") {
			t.Errorf("%s does not say that there are none:\n%s", name, got)
		}
	}
}
