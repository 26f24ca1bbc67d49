package scenariofile_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"windscreen/engine/authoring"
	"windscreen/engine/diagnostic"
	"windscreen/engine/scenario"
)

func TestExpectationsOfAFamilyThatAreMet(t *testing.T) {
	report := run(t, load(t), []authoring.ScenarioFile{read(t, "family.yaml")})
	if !report.OK() || report.Passed() != 12 {
		t.Error(inWords(t, report))
	}
}

func TestExpectationsOfAFamilyThatAreNotMetNameTheChild(t *testing.T) {
	report := run(t, load(t), []authoring.ScenarioFile{read(t, "family-unmet.yaml")})
	golden(t, "family-unmet.txt", inWords(t, report))
	var what []string
	for _, f := range report.Results[3].Failures {
		what = append(what, f.What)
	}
	want := []string{"children.older girl.level", "children.older girl.grounds.hold", "children.older girl.questions.first",
		"children.older girl.cautions.not", "children.boy.settled", "children.boy.consent.agreement"}
	if diff := cmp.Diff(want, what); diff != "" {
		t.Errorf("failures of children (-want +got):\n%s", diff)
	}
}

// family is a file with one scenario of two children that expects this, from line 9.
func family(lines ...string) string {
	return "policy: made-up\nscenarios:\n  - name: One\n    case:\n      as_of: 2020-03-02T14:10:00Z\n" +
		"      children: {baby: {child: {age: 0}}, older girl: {harm: {danger: false}}}\n" + indent(4, lines...)
}

func TestTheReportCountsEveryChild(t *testing.T) {
	text := family("expect: {children: {baby: {rules: {open: [ground.danger]}}, older girl: {rules: {not: [ground.danger]}}}}")
	report := run(t, load(t), []authoring.ScenarioFile{{Name: "x.yaml", Data: []byte(text)}})
	if got, want := report.Seen["made-up"]["ground.danger"], (scenario.Seen{False: 1, Unknown: 1}); got != want || !report.OK() {
		t.Errorf("seen as %+v\n%s", got, inWords(t, report))
	}
	if n := len(report.Results); n != 1 {
		t.Errorf("%d results", n)
	}
}

// TestAFamilyCountsAsACaseForEachChild: 8 children in 250 combinations are 2,000 cases, of which
// a file has room for five times as many.
func TestAFamilyCountsAsACaseForEachChild(t *testing.T) {
	of := func(scenarios int) string {
		var text strings.Builder
		text.WriteString("policy: made-up\nscenarios:\n")
		for i := range scenarios {
			fmt.Fprintf(&text, "  - name: %d\n    case: {as_of: 2020-03-02T14:10, ", i)
			text.WriteString("children: {a: {}, b: {}, c: {}, d: {}, e: {}, f: {}, g: {}, h: {}}}\n")
			text.WriteString("    matrix: {home.noise: [none, some], children.a.child.age: [0")
			for age := range 124 {
				fmt.Fprintf(&text, ", {at_least: %d, at_most: %d}", age/16, 1+age%16)
			}
			text.WriteString("]}\n    expect: {escalations: {not: [escalate.enquiry]}}\n")
		}
		return text.String()
	}
	for scenarios, large := range map[int]bool{5: false, 6: true} {
		report := run(t, load(t), []authoring.ScenarioFile{{Name: "x.yaml", Data: []byte(of(scenarios))}})
		got := false
		for _, d := range report.Faults {
			got = got || d.Code == diagnostic.TooLarge
		}
		if got != large {
			t.Errorf("%d scenarios: %s", scenarios, report.Faults)
		}
	}
}
