package scenariofile_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"windscreen/engine/authoring"
	"windscreen/engine/render"
)

// FuzzRunScenarios checks that any bytes at all are either refused, with places
// that are in the file, or run, the same each time, and can be printed.
func FuzzRunScenarios(f *testing.F) {
	e := load(f)
	for _, name := range []string{"met.yaml", "unmet.yaml", "met.json", "family.yaml", "family-unmet.yaml"} {
		f.Add(string(read(f, name).Data))
	}
	for _, tt := range faults {
		f.Add(tt.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		files := []authoring.ScenarioFile{{Name: "x.yaml", Data: []byte(text)}}
		report := run(t, e, files)
		if len(report.Results) == 0 && !report.Faults.HasErrors() {
			t.Error("neither run nor refused")
		}
		if len(report.Results) > 0 && report.Faults.HasErrors() {
			t.Error("refused and yet run")
		}
		lines := strings.Count(text, "\n") + strings.Count(text, "\r") + 1
		for _, d := range report.Faults {
			if d.File != "x.yaml" || d.Start.Line > lines {
				t.Errorf("a fault at %s in a file of %d lines", d.Place(), lines)
			}
		}
		for _, r := range report.Results {
			for _, failure := range r.Failures {
				if failure.Start.IsZero() || failure.Start.Line > lines || failure.Expected == failure.Actual {
					t.Errorf("a failure at %v: expected %q, actual %q", failure.Start, failure.Expected, failure.Actual)
				}
			}
		}
		if diff := cmp.Diff(report, run(t, e, files)); diff != "" {
			t.Errorf("another report the second time:\n%s", diff)
		}
		var out bytes.Buffer
		if err := render.Scenarios(&out, render.JUnit, report, render.Options{}); err != nil {
			t.Error(err)
		}
	})
}
