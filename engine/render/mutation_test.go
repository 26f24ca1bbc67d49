package render_test

import (
	"strings"
	"testing"

	"windscreen/engine/facts"
	"windscreen/engine/mutation"
	"windscreen/engine/render"
	"windscreen/engine/term"
)

// changed is a made-up report with a change of every kind of target, of all changes or a sample of them.
func changed(sample *mutation.Sample) *mutation.Report {
	c := mutation.Counting{Sample: sample}
	rule := mutation.Change{Policy: "england", Of: string(term.KindGround), ID: "england.s47", Kind: term.ChangeDropped,
		From: "care.neglect",
		Says: "without care.neglect", File: "shared/england/grounds.yaml", Start: at(7, 9)}
	rule.Telling = &mutation.Telling{
		Case: &facts.Case{Policy: "bexley-2020", AsOf: "2020-03-02T14:10:00Z", Stated: facts.Stated{"care": {"neglect": true}}},
		Differences: []mutation.Difference{{What: "level", Before: "3", After: "1"},
			{What: "grounds", Name: "s47", Before: "hold", After: "open"},
			{What: "consent", Name: "inform", Before: "expected", After: "none"}, {What: "says", Name: "england.s47"}},
	}
	c.Add(rule, mutation.Unnoticed)
	rule.Telling = nil
	c.Add(rule, mutation.Alike)
	rule.Undecided = "the solver ran into 20000 conflicts"
	rule.Kind, rule.From, rule.Says = term.ChangeAlways, "", "it always holds"
	c.Add(rule, mutation.Noticed)
	rule.Kind, rule.Into = term.ChangeDue, "C-1 25 hours"
	rule.Says = "deadline C-1 25 hours instead of C-1 24 hours\n::error::no line of its own"
	c.Add(rule, mutation.Unnoticed)
	smallest := &mutation.Telling{
		Case:     &facts.Case{Policy: "bexley-2020", AsOf: "2020-03-02T14:10:00Z", Stated: facts.Stated{"child": {"age": 3}}},
		Smallest: true, Unlikely: true, Differences: []mutation.Difference{{What: "rules", Name: "a.b", Before: "open", After: "not"}},
	}
	inScenario := &mutation.Telling{
		Scenario: &mutation.Scenario{File: "fixtures/a.yaml", Start: at(12, 5), Name: "A \"quiet\" home\n::error::x",
			Policy: "essex-2017"}, Differences: []mutation.Difference{{What: "at_most", Before: "2", After: "3"}}}
	c.Add(mutation.Change{Telling: inScenario, Policy: "bexley-2020", Of: string(term.KindService), ID: "a.service",
		Kind: term.ChangeNever, Into: "false", Says: "it never holds", File: "authorities/bexley/2020/services.yaml",
		Start: at(9, 3)}, mutation.Unnoticed)
	c.Add(mutation.Change{Telling: smallest, Policy: "bexley-2020", Of: mutation.Conditions, ID: "open_case",
		Kind: term.ChangeNever, Into: "false", Says: "it never holds", File: "authorities/bexley/2020/conditions.yaml",
		Start: at(3, 3)}, mutation.Unnoticed)
	c.Add(mutation.Change{Policy: "bexley-2020", Of: mutation.Parameters, ID: "quorum", Kind: term.ChangeNumber, From: "2", Into: "3",
		Says: "3 instead of 2", File: "authorities/bexley/2020/conditions.yaml", Start: at(1, 3)}, mutation.Noticed)
	return c.Report([]mutation.Tried{{Policy: "bexley-2020", Cases: 1200}, {Policy: "essex-2017", Cases: 34}})
}

func TestAScenarioToFillInAsksForWhatTells(t *testing.T) {
	for what, want := range map[string]string{
		"level": "expect: {level: }", "at_most": "expect: {at_most: }", "consent": "expect: {consent: {inform: }}",
		"grounds": "expect: {grounds: {hold: [], possible: [], not: []}}", "rules": "expect: {rules: {hold: [], open: [], not: []}}",
		"says": "expect: {}",
	} {
		var c mutation.Counting
		c.Add(mutation.Change{Policy: "a", Of: string(term.KindCaution), ID: "x", Kind: term.ChangeNever, Telling: &mutation.Telling{
			Case: &facts.Case{Policy: "a", AsOf: "2020-03-02T14:10:00Z"}, Differences: []mutation.Difference{{What: what, Name: "inform"}},
		}}, mutation.Unnoticed)
		var b strings.Builder
		if err := render.Mutation(&b, render.Text, c.Report([]mutation.Tried{{Policy: "a", Cases: 1}}), render.Options{}); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(b.String(), want) {
			t.Errorf("%s: no %q in\n%s", what, want, b.String())
		}
	}
}

func TestChangesLookAsTheyDid(t *testing.T) {
	goldens(t, map[string]look{
		"mutation/text.txt":    {of(render.Mutation, changed(nil)), render.Text, render.Options{}},
		"mutation/report.json": {of(render.Mutation, changed(nil)), render.JSON, render.Options{}},
		"mutation/github.txt":  {of(render.Mutation, changed(nil)), render.GitHub, render.Options{}},
		"mutation/sample.txt":  {of(render.Mutation, changed(&mutation.Sample{Tried: 7, Of: 90, Seed: 3})), render.Text, render.Options{}},
		"mutation/sample.json": {of(render.Mutation, changed(&mutation.Sample{Tried: 7, Of: 90, Seed: 3})), render.JSON, render.Options{}},
	})
}

func TestASoundReportOfChangesHasNoList(t *testing.T) {
	var c mutation.Counting
	c.Add(mutation.Change{Policy: "a", Of: string(term.KindCaution), ID: "x", Kind: term.ChangeNever}, mutation.Noticed)
	goldens(t, map[string]look{
		"mutation/all.txt": {of(render.Mutation, c.Report([]mutation.Tried{{Policy: "a", Cases: 1}})), render.Text, render.Options{}},
	})
}
