package scenario_test

import (
	"testing"

	"windscreen/engine/diagnostic"
	"windscreen/engine/scenario"
)

// reports are reports of every kind.
func reports() map[string]*scenario.Report {
	passed := scenario.Result{Name: "passed"}
	failed := scenario.Result{Name: "failed", Failures: []scenario.Failure{{What: "level"}, {What: "questions.first"}}}
	fault, warning := diagnostic.Diagnostic{Severity: diagnostic.Error}, diagnostic.Diagnostic{Severity: diagnostic.Warning}
	return map[string]*scenario.Report{
		"passed":  {Results: []scenario.Result{passed}},
		"failed":  {Results: []scenario.Result{passed, failed, failed}},
		"faulty":  {Results: []scenario.Result{passed}, Faults: diagnostic.List{fault, warning}},
		"one":     {Faults: diagnostic.List{fault}},
		"nothing": {},
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
