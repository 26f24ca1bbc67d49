package scenariofile_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"windscreen/engine/authoring"
	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/catalogue"
	"windscreen/engine/render"
	"windscreen/engine/scenario"
)

var update = flag.Bool("update", false, "write the golden files anew")

// golden compares text with a file of testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("%v; run the test with -update to write it", err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("not as before (-before +now):\n%s", diff)
	}
}

// read reads a scenario file of testdata.
func read(t testing.TB, name string) authoring.ScenarioFile {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return authoring.ScenarioFile{Name: name, Data: data}
}

// inWords is a report as people read it.
func inWords(t *testing.T, r *scenario.Report) string {
	t.Helper()
	var out bytes.Buffer
	if err := render.Scenarios(&out, render.Text, r, render.Options{}); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestExpectationsThatAreMet(t *testing.T) {
	report := run(t, load(t), []authoring.ScenarioFile{read(t, "met.yaml")})
	if got := inWords(t, report); got != "19 passed, 0 failed\n" || !report.OK() {
		t.Error(got)
	}
}

func TestExpectationsThatAreNotMet(t *testing.T) {
	report := run(t, load(t), []authoring.ScenarioFile{read(t, "unmet.yaml")})
	golden(t, "unmet.txt", inWords(t, report))
}

func TestScenariosInJSON(t *testing.T) {
	report := run(t, load(t), []authoring.ScenarioFile{read(t, "met.json")})
	if got := inWords(t, report); got != "2 passed, 0 failed\n" {
		t.Error(got)
	}
}

// TestAFaultyFileDoesNotHoldUpTheOthers also shows that results keep the order in
// which files were given, whatever their names.
func TestAFaultyFileDoesNotHoldUpTheOthers(t *testing.T) {
	report := run(t, load(t), []authoring.ScenarioFile{
		read(t, "unmet.yaml"), {Name: "faulty.yaml", Data: []byte("scenarios: 3")}, read(t, "met.yaml"),
	})
	var files []string
	for _, r := range report.Results {
		if n := len(files); n == 0 || files[n-1] != r.File {
			files = append(files, r.File)
		}
	}
	if diff := cmp.Diff([]string{"unmet.yaml", "met.yaml"}, files); diff != "" {
		t.Error(diff)
	}
	if len(report.Faults) != 1 || report.Faults[0].File != "faulty.yaml" || report.OK() {
		t.Error(report.Faults)
	}
}

func TestNothingRunIsNotSuccess(t *testing.T) {
	report := run(t, load(t), nil)
	if report.OK() {
		t.Error("a run of no files is OK")
	}
	if got, want := inWords(t, report), "there were no scenarios to run\n0 passed, 0 failed\n"; got != want {
		t.Errorf("got %q", got)
	}
}

// TestCoresChangeNothing runs the same files on one core and on several.
func TestCoresChangeNothing(t *testing.T) {
	e := load(t)
	files := []authoring.ScenarioFile{read(t, "unmet.yaml"), read(t, "met.yaml"), read(t, "met.json")}
	before := runtime.GOMAXPROCS(1)
	defer runtime.GOMAXPROCS(before)
	want := run(t, e, files)
	runtime.GOMAXPROCS(8)
	for range 5 {
		if diff := cmp.Diff(want, run(t, e, files)); diff != "" {
			t.Fatalf("another report on other cores (-one +many):\n%s", diff)
		}
	}
}

func TestAMatrixRunsEveryCombinationInOrder(t *testing.T) {
	text := `
policy: made-up
scenarios:
  - name: Each
    case: {as_of: 2020-03-02T14:10:00Z, home: {damp: false}}
    matrix:
      home.pets: [[], [cat, newt]]
      child.age: [{at_least: 3, at_most: 5}, unknown]
      home.noise: [none, much]
    expect: {rules: {not: [home.damp]}}
`
	report := run(t, load(t), []authoring.ScenarioFile{{Name: "x.yaml", Data: []byte(text)}})
	var got []string
	for _, r := range report.Results {
		got = append(got, r.Name)
	}
	want := []string{
		"Each (home.pets: [], child.age: {at_least: 3, at_most: 5}, home.noise: none)",
		"Each (home.pets: [], child.age: {at_least: 3, at_most: 5}, home.noise: much)",
		"Each (home.pets: [], child.age: unknown, home.noise: none)",
		"Each (home.pets: [], child.age: unknown, home.noise: much)",
		"Each (home.pets: [cat, newt], child.age: {at_least: 3, at_most: 5}, home.noise: none)",
		"Each (home.pets: [cat, newt], child.age: {at_least: 3, at_most: 5}, home.noise: much)",
		"Each (home.pets: [cat, newt], child.age: unknown, home.noise: none)",
		"Each (home.pets: [cat, newt], child.age: unknown, home.noise: much)",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s%s", diff, inWords(t, report))
	}
	// The values must reach the case, not only the name.
	if got, want := report.Seen["made-up"]["home.noise"], (scenario.Seen{True: 4, False: 4}); got != want {
		t.Errorf("home.noise was seen as %+v", got)
	}
}

func TestAMatrixHoldsACaseAgainstSeveralPolicies(t *testing.T) {
	const text = `
scenarios:
  - name: Each
    case: {as_of: 2020-03-02T14:10:00Z}
    matrix: {policy: [other-one, made-up], home.noise: [none]}
    expect: {questions: {ask: [home.pets]}}
`
	report := run(t, load(t), []authoring.ScenarioFile{{Name: "x.yaml", Data: []byte(text)}})
	got := map[string]string{}
	for _, r := range report.Results {
		got[r.Name] = r.Policy
	}
	want := map[string]string{"Each (policy: other-one, home.noise: none)": "other-one",
		"Each (policy: made-up, home.noise: none)": "made-up"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s%s", diff, inWords(t, report))
	}
}

func TestAtTheHeadOfAFileEveryPolicyIsEveryCaseThatNamesNone(t *testing.T) {
	const text = `
policy: all
cases:
  monday: {as_of: 2020-03-02T14:10:00Z}
scenarios:
  - {name: Each, use: [monday], expect: {escalations: {possible: [shared.danger]}}}
  - {name: Each and both, use: [monday], matrix: {home.noise: [none, much]}, expect: {escalations: {possible: [shared.danger]}}}
  - {name: One, use: [monday], case: {policy: other-one}, expect: {escalations: {possible: [escalate.elsewhere]}}}
  - {name: Some, use: [monday], matrix: {policy: [made-up]}, expect: {rules: {open: [home.damp]}}}
`
	report := run(t, load(t), []authoring.ScenarioFile{{Name: "x.yaml", Data: []byte(text)}})
	var got []string
	for _, r := range report.Results {
		got = append(got, r.Policy+": "+r.Name)
	}
	want := []string{
		"made-up: Each (policy: made-up)",
		"other-one: Each (policy: other-one)",
		"made-up: Each and both (policy: made-up, home.noise: none)",
		"made-up: Each and both (policy: made-up, home.noise: much)",
		"other-one: Each and both (policy: other-one, home.noise: none)",
		"other-one: Each and both (policy: other-one, home.noise: much)",
		"other-one: One",
		"made-up: Some (policy: made-up)",
	}
	if diff := cmp.Diff(want, got); diff != "" || !report.OK() {
		t.Errorf("(-want +got):\n%s%s", diff, inWords(t, report))
	}
}

// TestHowManyPoliciesThereAreIsNotTheFilesDoing: a sound file stays sound when a policy is
// added.
func TestHowManyPoliciesThereAreIsNotTheFilesDoing(t *testing.T) {
	text := `
scenarios:
  - name: Each
    case: {as_of: 2020-03-02T14:10:00Z}
    matrix:
      policy: all
      child.age: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]
      home.noise: [none, some, much, unknown]
      home.damp: [true, false, unknown]
    expect: {escalations: {possible: [shared.danger]}}
`
	report := run(t, load(t), []authoring.ScenarioFile{{Name: "x.yaml", Data: []byte(text)}})
	if n := len(report.Results); n != 2*16*4*3 || !report.OK() {
		t.Errorf("%d results\n%s", n, inWords(t, report))
	}
}

func TestTheReportCountsWhatEveryRuleCameOutAs(t *testing.T) {
	report := run(t, load(t), []authoring.ScenarioFile{read(t, "met.yaml")})
	whole, list := catalogue.Link(root)
	if whole == nil {
		t.Fatalf("%s", list)
	}
	cases := map[string]int{}
	for _, r := range report.Results {
		cases[r.Policy]++
	}
	for _, p := range whole.Policies {
		for _, rule := range p.Rules {
			if s := report.Seen[p.ID][rule.ID]; s.True+s.False+s.Unknown != cases[p.ID] {
				t.Errorf("%s of %s: %+v in %d cases", rule.ID, p.ID, s, cases[p.ID])
			}
		}
	}
	report = run(t, load(t), []authoring.ScenarioFile{{Name: "x.yaml", Data: []byte("policy: made-up\nscenarios:\n" +
		"  - {name: Thin, case: {as_of: 2020-03-02T14:10:00Z}, expect: {rules: {open: [home.damp]}}}\n")}})
	for rule, want := range map[string]scenario.Seen{"level.low": {True: 1}, "level.high": {Unknown: 1}, "caution.differs": {False: 1}} {
		if got := report.Seen["made-up"][rule]; got != want {
			t.Errorf("%s was seen as %+v, want %+v", rule, got, want)
		}
	}
}

func TestAFileMakesNoMoreThanTenThousandCases(t *testing.T) {
	text := strings.Builder{}
	text.WriteString("policy: made-up\nscenarios:\n")
	for i := range 42 {
		fmt.Fprintf(&text,
			"  - {name: %d, case: {as_of: 2020-03-02T14:10}, expect: {rules: {not: [home.damp]}}, matrix: {home.damp: [false], ", i)
		text.WriteString("home.noise: [none, some, much, unknown], home.pets: [[], [cat], [dog], [newt]], ")
		text.WriteString("child.age: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]}}\n")
	}
	report := run(t, load(t), []authoring.ScenarioFile{{Name: "x.yaml", Data: []byte(text.String())}})
	if len(report.Results) > 0 || len(report.Faults) != 1 || report.Faults[0].Code != diagnostic.TooLarge {
		t.Errorf("%d results; %v", len(report.Results), report.Faults)
	}
}
