package scenariofile_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"windscreen/engine/authoring"
	"windscreen/engine/coverage"
)

// TestARungIsTriedOnBothSides: the sign of noise begins at some, and the scenarios hold cases at that rung and below it.
func TestARungIsTriedOnBothSides(t *testing.T) {
	at := func(rung string) string {
		return "\n  - name: With " + rung + " noise\n    case: {as_of: 2020-03-02T14:10, home: {noise: " + rung + "}}\n" +
			"    expect: {level: 1, rules: {not: [home.damp]}}"
	}
	for _, tt := range []struct {
		name  string
		rungs []string
		want  []coverage.Rung
	}{
		{"neither", []string{"much"}, []coverage.Rung{{Fact: "home.noise", Rung: "some"}}},
		{"at it", []string{"some", "much"}, []coverage.Rung{{Fact: "home.noise", Rung: "some", AtIt: true}}},
		{"below", []string{"none", "much"}, []coverage.Rung{{Fact: "home.noise", Rung: "some", Below: true}}},
		{"both", []string{"none", "some"}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var text strings.Builder
			text.WriteString("policy: made-up\nscenarios:")
			for _, r := range tt.rungs {
				text.WriteString(at(r))
			}
			report := run(t, load(t), []authoring.ScenarioFile{{Name: "x.yaml", Data: []byte(text.String())}})
			if report.Faults.HasErrors() {
				t.Fatal(report.Faults)
			}
			if diff := cmp.Diff(tt.want, report.Rungs["made-up"]["home.noise"]); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}
