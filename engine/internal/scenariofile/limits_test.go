package scenariofile_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"windscreen/engine/authoring"
	"windscreen/engine/diagnostic"
	"windscreen/engine/render"
	"windscreen/engine/scenario"
)

// failing is a file of n scenarios that all fail: a cheap expectation and one that
// needs the explained answer.
func failing(n int) []authoring.ScenarioFile {
	var b strings.Builder
	b.WriteString("policy: made-up\ncases:\n  monday: {as_of: 2020-03-02T14:10}\nscenarios:\n")
	for i := range n {
		fmt.Fprintf(&b, "  - {name: S %d, use: [monday], case: {home: {damp: true}},\n"+
			"     expect: {questions: {not: [home.noise]}, rules: {not: [home.damp]}}}\n", i)
	}
	return []authoring.ScenarioFile{{Name: "x.yaml", Data: []byte(b.String())}}
}

func TestOnlyTheFirstFailuresAreKeptInFull(t *testing.T) {
	const full, n = 200, 700
	report := run(t, load(t), failing(n))
	if report.Failed() != n || report.OK() || report.Shortened != n-full {
		t.Fatalf("%d of %d failed, %d of them shortened; %v", report.Failed(), len(report.Results), report.Shortened, report.Faults)
	}
	for i, r := range report.Results {
		rules := len(r.Failures[0].Rules) + len(r.Failures[len(r.Failures)-1].Rules)
		if i < full && (len(r.Failures) != 2 || rules == 0) {
			t.Errorf("%s: not in full: %+v", r.Name, r.Failures)
		}
		if i >= full && (len(r.Failures) != 1 || rules != 0 || r.Failures[0].Expected == "" || r.Failures[0].Actual == "") {
			t.Errorf("%s: not short, or says nothing: %+v", r.Name, r.Failures)
		}
	}
	var out strings.Builder
	if err := render.Scenarios(&out, render.Text, report, render.Options{}); err != nil {
		t.Fatal(err)
	}
	want := "the last 500 failures are shown in short: one expectation each, without rules\n0 passed, 700 failed\n"
	if !strings.HasSuffix(out.String(), want) {
		t.Errorf("the report does not end with %q", want)
	}
}

// With 5,000 shared cases and as many misspelt uses, comparing each name with each took
// minutes; now it takes well under a second.
func TestNearestNamesAreNotLookedForWhenTheListIsFull(t *testing.T) {
	var b strings.Builder
	b.WriteString("policy: made-up\ncases:\n")
	for i := range 5000 {
		fmt.Fprintf(&b, "  a-shared-case-of-a-rather-long-name-%d: {as_of: 2020-03-02T14:10}\n", i)
	}
	b.WriteString("scenarios:\n")
	for i := range 5000 {
		fmt.Fprintf(&b, "  - {name: S %d, use: [a-shared-kase-of-a-rather-long-name-%d], expect: {rules: {not: [home.damp]}}}\n", i, i)
	}
	start := time.Now()
	report := run(t, load(t), []authoring.ScenarioFile{{Name: "x.yaml", Data: []byte(b.String())}})
	if took := time.Since(start); took > 30*time.Second {
		t.Errorf("it took %v", took)
	}
	if n := len(report.Faults); n != 201 {
		t.Fatalf("%d faults", n)
	}
	if first := report.Faults[0]; !strings.Contains(first.Remedy, "did you mean") {
		t.Errorf("the first has the remedy %q", first.Remedy)
	}
	if last := report.Faults[200]; !strings.Contains(last.Message, "more faults") {
		t.Errorf("the last says %q", last.Message)
	}
}

func TestAMissingExpectationHidesNoOtherFault(t *testing.T) {
	text := "policy: made-up\ncases:\n  unused: {as_of: 2020-03-02T14:10}\nscenarios:\n" +
		"  - {name: No expectation, case: {as_of: 2020-03-02T14:10}}\n" +
		"  - {name: No case, expect: {rules: {not: [home.damp]}}}\n" +
		"  - {name: Nothing to show, case: {as_of: 2020-03-02T14:10}, expect: {level: 1}}\n"
	report := run(t, load(t), []authoring.ScenarioFile{{Name: "x.yaml", Data: []byte(text)}})
	got := map[diagnostic.Code]int{}
	for _, d := range report.Faults {
		got[d.Code]++
	}
	if got[diagnostic.MissingKey] != 2 || got[scenario.UnusedCase] != 1 || got[scenario.ExpectsNothing] != 1 || len(report.Results) > 0 {
		t.Errorf("%v", report.Faults)
	}
}

// Files are read and run in groups; what is kept in full goes by all of them together.
func TestManyFilesAreOneReport(t *testing.T) {
	var files []authoring.ScenarioFile
	for i := range 25 {
		files = append(files, authoring.ScenarioFile{Name: fmt.Sprintf("f%02d.yaml", i), Data: failing(20)[0].Data})
	}
	report := run(t, load(t), files)
	if len(report.Results) != 500 || report.Shortened != 300 {
		t.Fatalf("%d results, %d shortened; %v", len(report.Results), report.Shortened, report.Faults)
	}
	for i, r := range report.Results {
		if want := fmt.Sprintf("f%02d.yaml", i/20); r.File != want || len(r.Failures) == 2 != (i < 200) {
			t.Errorf("result %d is of %s, with %d failures", i, r.File, len(r.Failures))
		}
	}
}
