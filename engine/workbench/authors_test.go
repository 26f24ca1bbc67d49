package workbench_test

import (
	"errors"
	"net/http"
	"strings"
	"testing"
	"time"

	"windscreen/engine"
	"windscreen/engine/coverage"
	"windscreen/engine/diagnostic"
	"windscreen/engine/effect"
	"windscreen/engine/scenario"
	"windscreen/engine/term"
	"windscreen/engine/workbench"
)

// authorsHandler is a workbench with a page for authors.
func authorsHandler(t *testing.T, a *workbench.Authors) http.Handler {
	t.Helper()
	e, err := shipped()
	if err != nil {
		t.Fatal(err)
	}
	h, err := workbench.New(func() *engine.Engine { return e },
		workbench.Options{Authors: func() workbench.Authors { return *a }})
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// begins is when the rules of these tests were read.
var begins = time.Date(2020, 7, 2, 13, 0, 0, 0, time.UTC)

func line(n int) diagnostic.Position { return diagnostic.Position{Line: n, Column: 3} }

// inWork is what is known when work on the first files has begun.
func inWork() *workbench.Authors {
	return &workbench.Authors{Rules: effect.Loaded{Since: begins, Times: 1}, Effect: effect.Report{Number: 1, Begun: begins}}
}

// workedOut is what is known of files of which something of every kind is to be said.
func workedOut() *workbench.Authors {
	of := func(name string, at int, failures ...scenario.Failure) scenario.Result {
		return scenario.Result{File: "made/noise.yaml", Start: line(at), Name: name, Policy: "made-up", Failures: failures}
	}
	fails := of("A loud home", 12, scenario.Failure{What: "level", Start: line(16), Expected: "level 2", Actual: "level 1\nfor baby",
		More: 2, Rules: []scenario.Rule{{ID: "level.middle", File: "rules/levels.yaml", Start: line(20), Truth: term.Unknown,
			When: "tally(2) >= quorum\n|| ground.s17", Reads: []scenario.Reading{{Name: "home.noise", Says: "not known"}}}}})
	warning := diagnostic.Diagnostic{File: "rules/a.yaml", Start: line(7), Severity: diagnostic.Warning,
		Message: "nothing reads this", Remedy: "take it away"}
	return &workbench.Authors{
		Rules: effect.Loaded{Since: begins, Times: 3, FailedAt: begins.Add(time.Hour),
			Failed: &diagnostic.Failure{Diagnostics: diagnostic.List{{File: "rules/a.yaml", Start: line(2), Severity: diagnostic.Error,
				Message: "there is no fact home.noize", Remedy: "write home.noise"}, warning}}},
		Effect: effect.Report{Number: 4, Begun: begins, Ended: begins.Add(71 * time.Second),
			Lint: &diagnostic.Report{Found: diagnostic.List{warning}},
			Scenarios: &scenario.Report{Results: []scenario.Result{of("A quiet home", 5), fails},
				Faults: diagnostic.List{{File: "made/other.yaml", Severity: diagnostic.Error, Message: "this file has no scenarios"}}},
			Changes: effect.Changes{Since: begins.Add(-time.Minute), Fail: []scenario.Result{fails},
				Gone: []scenario.Result{of("An empty home", 20)}},
			Coverage: &coverage.Report{Policies: []coverage.Policy{
				{ID: "made-up", Cases: 2, Clauses: []coverage.Clause{
					{ID: "M-1", Says: "Noise is a need", Policy: "made-up", File: "rules/clauses.yaml", Start: line(3)},
					{ID: "M-2", CitedBy: []coverage.Citation{{ID: "noise"}}}},
					Rules: []coverage.Rule{
						{ID: "noise", Title: "Noise at home", Policy: "made-up", File: "rules/a.yaml", Start: line(9),
							NeverSeen: []term.Truth{term.False, term.Unknown}},
						{ID: "law", Title: "A law", Policy: "england", File: "rules/law.yaml", Start: line(1),
							NeverSeen: []term.Truth{term.True}},
						{ID: "tried", Title: "Tried in full", Policy: "made-up"}}},
				{ID: "whole", Cases: 1, Rules: []coverage.Rule{{ID: "tried", Policy: "whole"}}}}}},
	}
}

func TestThePageForAuthorsLooksAsItDidBefore(t *testing.T) {
	get(t, authorsHandler(t, inWork()), "/authors/").has(200).golden("authors-in-work.html")
	get(t, authorsHandler(t, workedOut()), "/authors/").has(200).golden("authors.html")
}

func TestThePageForAuthorsSaysHowFarItIs(t *testing.T) {
	a := &workbench.Authors{Rules: effect.Loaded{Since: begins, Times: 1}}
	h := authorsHandler(t, a)
	get(t, h, "/authors/").has(200, "The rules as they were at 14:00:00 on 2 July 2020 are in use",
		"has used 1 version of the rules since it began", "have not been looked at yet")
	a.Effect = effect.Report{Number: 1, Begun: begins}
	get(t, h, "/authors/").has(200, "The rules are checked first", "This is being worked out")
	a.Effect.Lint = &diagnostic.Report{}
	get(t, h, "/authors/").has(200, "The scenarios are being run", "Nothing.", "This is being worked out")
	a.Effect.Lint = &diagnostic.Report{Found: diagnostic.List{{Severity: diagnostic.Error, File: "x.yaml", Message: "wrong"}}}
	a.Effect.Ended = begins.Add(time.Second)
	get(t, h, "/authors/").has(200, "took 1 second", "not run while the rules have errors").lacks("being worked out")
	a.Effect.Lint, a.Effect.Failed = nil, errors.New("it took longer than 10 minutes")
	get(t, h, "/authors/").has(200, "Not worked out", "It took longer than 10 minutes.", "This was not worked out",
		"could not be worked out in full").lacks("This is what the newest files do")
	a.Rules.Failed, a.Rules.FailedAt = errors.New("the rules changed while they were read"), begins
	get(t, h, "/authors/").has(200, "the files could not be read", "The rules from before go on answering")
}

func TestAScenarioThatFailsLeavesCoverageOpen(t *testing.T) {
	a := workedOut()
	a.Effect.Coverage = nil
	get(t, authorsHandler(t, a), "/authors/").has(200, "1 passed, 1 failed", "once every scenario passes")
}

func TestALongListIsCutAndSaysSo(t *testing.T) {
	a := workedOut()
	for range 150 {
		a.Effect.Scenarios.Results = append(a.Effect.Scenarios.Results, a.Effect.Scenarios.Results[1])
	}
	page := get(t, authorsHandler(t, a), "/authors/").has(200, "151 failed", "51 more are not shown here")
	if n := strings.Count(page.body, "<dt class=\"govuk-summary-list__key\">Expected</dt>"); n != 100 {
		t.Errorf("%d failures are shown", n)
	}
}

func TestTheStampOfThePageForAuthorsFollowsWhatIsNew(t *testing.T) {
	seen := map[string]bool{}
	a := inWork()
	h := authorsHandler(t, a)
	for _, change := range []func(){
		func() {},
		func() { a.Effect.Lint = &diagnostic.Report{} },
		func() { a.Effect.Scenarios = &scenario.Report{} },
		func() { a.Effect.Ended = begins },
		func() { a.Effect.Number++ },
		func() { a.Rules.Times++ },
		func() { a.Rules.FailedAt = begins },
		func() { a.Rules.FailedAt = begins.Add(time.Second) },
	} {
		change()
		_, after, there := strings.Cut(get(t, h, "/authors/").body, `data-ws-stamp="`)
		stamp, _, _ := strings.Cut(after, `"`)
		if !there || seen[stamp] {
			t.Errorf("the stamp %q says nothing new", stamp)
		}
		seen[stamp] = true
	}
}

func TestWhatStandsInRulesIsNeverMarkup(t *testing.T) {
	const planted = `<script>alert(1)</script>"'><img src=x>`
	a := workedOut()
	a.Effect.Lint.Found[0].Message, a.Effect.Scenarios.Results[1].Name = planted, planted
	a.Effect.Scenarios.Results[1].Failures[0].Actual = planted
	if page := get(t, authorsHandler(t, a), "/authors/").has(200); strings.Contains(page.body, "<img") {
		t.Error("the page shows it as markup")
	}
}

func TestThereIsAPageForAuthorsOnlyWhereSomebodyEditsRules(t *testing.T) {
	h := handler(t)
	get(t, h, "/authors/").has(404)
	get(t, h, "/").has(200).lacks("/authors/")
	h = authorsHandler(t, inWork())
	get(t, h, "/").has(200, `href="/authors/"`)
	get(t, h, "/authors/nonsense").has(404)
}
