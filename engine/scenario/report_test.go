package scenario_test

import (
	"testing"

	"windscreen/engine/diagnostic"
	"windscreen/engine/scenario"
)

func at(line, column int) diagnostic.Position {
	return diagnostic.Position{Line: line, Column: column}
}

// hostile is a name that would colour a terminal, turn text round, break XML and
// start a workflow command, if it could.
const hostile = "made \x1b[31mup\x1b[0m \u202e<b> ]]>\x00 & \"it\"\r\n::error::100%, no: really\uFFFE"

// reports are reports of every kind.
func reports() map[string]*scenario.Report {
	passed := scenario.Result{File: "made-up/noise.yaml", Start: at(5, 5), Name: "A quiet home is low", Policy: "made-up"}
	failed := scenario.Result{
		File: "made-up/noise.yaml", Start: at(12, 5), Name: "A loud home (home.noise: much)", Policy: "made-up", From: []string{"M-01", "M-02"},
		Failures: []scenario.Failure{
			{What: "level", Start: at(16, 14), Expected: "level 2", Actual: "level 1, up to level 3 not ruled out", Rules: []scenario.Rule{
				{ID: "level.middle", File: "made-up/levels.yaml", Start: at(20, 9), Truth: "unknown", When: "tally(2) >= quorum\n|| ground.s17\n", Reads: []scenario.Reading{
					{Name: "tally(2) >= quorum", Says: "unknown (1, up to 2 possible: home.noise)"},
					{Name: "ground.s17", Says: "unknown"},
				}},
				{ID: "level.low", File: "made-up/levels.yaml", Start: at(28, 9), Truth: "true"},
			}, More: 1},
			{What: "questions.first", Start: at(17, 30), Expected: "first home", Actual: "first harm"},
		},
	}
	other := scenario.Result{
		File: "made-up/harm.yaml", Start: at(3, 5), Name: "Harm", Policy: "made-up",
		Failures: []scenario.Failure{{What: "grounds.hold", Start: at(8, 24), Expected: "ground s47 holds", Actual: "it is possible", More: 12}},
	}
	fault := diagnostic.Diagnostic{File: "made-up/faulty.yaml", Start: at(4, 12), End: at(4, 15), Severity: diagnostic.Error, Code: diagnostic.DuplicateID,
		Message: "two scenarios have this name; the first is on line 3", Remedy: "say in the name what sets them apart", Source: "  - {name: One, use: [monday]}"}
	warning := diagnostic.Diagnostic{File: "made-up/faulty.yaml", Start: at(9, 1), End: at(9, 4), Severity: diagnostic.Warning, Code: "made-up-warning", Message: "this is only a warning"}
	placeless := diagnostic.Diagnostic{File: "made-up/empty.yaml", Severity: diagnostic.Error, Code: diagnostic.Empty, Message: "the file holds nothing"}
	return map[string]*scenario.Report{
		"passed":  {Results: []scenario.Result{passed}},
		"failed":  {Results: []scenario.Result{passed, failed, other}},
		"faulty":  {Results: []scenario.Result{passed}, Faults: diagnostic.List{fault, warning, placeless}},
		"one":     {Faults: diagnostic.List{placeless}},
		"nothing": {},
		"hostile": {
			Results: []scenario.Result{{File: hostile, Start: at(1, 1), Name: hostile, Policy: hostile, From: []string{hostile}, Failures: []scenario.Failure{{
				What: hostile, Start: at(2, 2), Expected: hostile, Actual: "\xff" + hostile,
				Rules: []scenario.Rule{{ID: hostile, File: hostile, Truth: hostile, When: hostile, Reads: []scenario.Reading{{Name: hostile, Says: hostile}}}},
			}}}},
			Faults: diagnostic.List{{File: hostile, Start: at(3, 1), Severity: diagnostic.Error, Code: hostile, Message: hostile, Remedy: hostile, Source: hostile}},
		},
	}
}

func TestWhatAReportSaysOfItself(t *testing.T) {
	for name, want := range map[string]struct {
		passed, failed int
		ok             bool
	}{
		"passed":  {1, 0, true},
		"failed":  {1, 2, false},
		"faulty":  {1, 0, false},
		"one":     {0, 0, false},
		"nothing": {0, 0, false},
	} {
		r := reports()[name]
		if r.Passed() != want.passed || r.Failed() != want.failed || r.OK() != want.ok {
			t.Errorf("%s: %d passed, %d failed, OK %v", name, r.Passed(), r.Failed(), r.OK())
		}
	}
}

func TestAWarningAloneDoesNotFailARun(t *testing.T) {
	r := reports()["passed"]
	r.Faults = diagnostic.List{{Severity: diagnostic.Warning}}
	if !r.OK() {
		t.Error("a warning fails the run")
	}
}
