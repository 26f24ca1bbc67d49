package render_test

import (
	"strings"
	"testing"

	"windscreen/engine/diagnostic"
	"windscreen/engine/facts"
	"windscreen/engine/mutation"
	"windscreen/engine/render"
	"windscreen/engine/term"
)

// changed is a made-up report with a change of every kind of target, of all changes or a sample of them.
func changed(sample *mutation.Sample) *mutation.Report { return changedBut(sample, nil) }

// changedBut is the same with a file of changes that are left: of one caution, it never holds.
func changedBut(sample *mutation.Sample, left *mutation.Left) *mutation.Report {
	c := mutation.Counting{Sample: sample, Left: left}
	named, why := "", ""
	if left != nil {
		named, why = "england.s47", "The document is silent"
	}
	rule := mutation.Change{Policy: "england", Of: string(term.KindGround), ID: "england.s47", Kind: term.ChangeDropped,
		From: "care.neglect",
		Says: "without care.neglect", File: "shared/england/grounds.yaml", Start: at(7, 9)}
	rule.Named = named
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
	c.Add(mutation.Change{Why: why, Telling: inScenario, Policy: "bexley-2020", Of: string(term.KindService), ID: "a.service",
		Kind: term.ChangeNever, Into: "false", Says: "it never holds", File: "authorities/bexley/2020/services.yaml",
		Start: at(9, 3)}, mutation.Unnoticed)
	smallestSays := "it never holds"
	if left != nil {
		named, smallestSays = "open_case of bexley-2020", `"it's" in a.words instead of "other" in a.words`
	}
	c.Add(mutation.Change{Named: named, Telling: smallest, Policy: "bexley-2020", Of: mutation.Conditions, ID: "open_case",
		Kind: term.ChangeNever, Into: "false", Says: smallestSays, File: "authorities/bexley/2020/conditions.yaml",
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

// TestWhatIsLeftIsCountedApart: it is in no list of what to mend, and the share stays as it is.
func TestWhatIsLeftIsCountedApart(t *testing.T) {
	left := func() *mutation.Left {
		return &mutation.Left{File: "fixtures/left.yaml", Listed: 2, Faults: diagnostic.List{{File: "fixtures/left.yaml", Start: at(9, 11),
			End: at(9, 25), Severity: diagnostic.Error, Code: mutation.LeftForNothing, Message: "a scenario notices this change by now",
			Remedy: "remove it", Source: "        - it never holds"}}}
	}
	goldens(t, map[string]look{
		"mutation/left.txt":        {of(render.Mutation, changedBut(nil, left())), render.Text, render.Options{}},
		"mutation/left.json":       {of(render.Mutation, changedBut(nil, left())), render.JSON, render.Options{}},
		"mutation/left-github.txt": {of(render.Mutation, changedBut(nil, left())), render.GitHub, render.Options{}},
		"mutation/left-sample.txt": {of(render.Mutation, changedBut(&mutation.Sample{Tried: 7, Of: 90, Seed: 3}, left())), render.Text,
			render.Options{}},
	})
}

func TestASoundReportOfChangesHasNoList(t *testing.T) {
	var c mutation.Counting
	c.Add(mutation.Change{Policy: "a", Of: string(term.KindCaution), ID: "x", Kind: term.ChangeNever}, mutation.Noticed)
	goldens(t, map[string]look{
		"mutation/all.txt": {of(render.Mutation, c.Report([]mutation.Tried{{Policy: "a", Cases: 1}})), render.Text, render.Options{}},
	})
}
