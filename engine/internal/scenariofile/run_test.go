package scenariofile_test

import (
	"bytes"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"windscreen/engine"
	"windscreen/engine/diagnostic"
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
func read(t testing.TB, name string) engine.ScenarioFile {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return engine.ScenarioFile{Name: name, Data: data}
}

// inWords is a report as people read it.
func inWords(t *testing.T, r *scenario.Report) string {
	t.Helper()
	var out bytes.Buffer
	if err := scenario.Text(&out, r, false); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestExpectationsThatAreMet(t *testing.T) {
	report := load(t).RunScenarios([]engine.ScenarioFile{read(t, "met.yaml")})
	if got := inWords(t, report); got != "14 passed, 0 failed\n" || !report.OK() {
		t.Error(got)
	}
}

func TestExpectationsThatAreNotMet(t *testing.T) {
	report := load(t).RunScenarios([]engine.ScenarioFile{read(t, "unmet.yaml")})
	golden(t, "unmet.txt", inWords(t, report))
}

func TestScenariosInJSON(t *testing.T) {
	report := load(t).RunScenarios([]engine.ScenarioFile{read(t, "met.json")})
	if got := inWords(t, report); got != "2 passed, 0 failed\n" {
		t.Error(got)
	}
}

// TestAFaultyFileDoesNotHoldUpTheOthers also shows that results keep the order in
// which files were given, whatever their names.
func TestAFaultyFileDoesNotHoldUpTheOthers(t *testing.T) {
	report := load(t).RunScenarios([]engine.ScenarioFile{
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
	report := load(t).RunScenarios(nil)
	if report.OK() {
		t.Error("a run of no files is OK")
	}
	if got, want := inWords(t, report), "there was no scenario to run\n0 passed, 0 failed\n"; got != want {
		t.Errorf("got %q", got)
	}
}

// TestCoresChangeNothing runs the same files on one core and on several.
func TestCoresChangeNothing(t *testing.T) {
	e := load(t)
	files := []engine.ScenarioFile{read(t, "unmet.yaml"), read(t, "met.yaml"), read(t, "met.json")}
	before := runtime.GOMAXPROCS(1)
	defer runtime.GOMAXPROCS(before)
	want := e.RunScenarios(files)
	runtime.GOMAXPROCS(8)
	for range 5 {
		if diff := cmp.Diff(want, e.RunScenarios(files)); diff != "" {
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
	report := load(t).RunScenarios([]engine.ScenarioFile{{Name: "x.yaml", Data: []byte(text)}})
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
	for i, want := range []string{"false", "true"} {
		if got := truths(report.Results[i])["home.noise"]; got != want {
			t.Errorf("home.noise is %s in %s", got, report.Results[i].Name)
		}
	}
}

func TestAMatrixHoldsACaseAgainstSeveralPolicies(t *testing.T) {
	const text = `
scenarios:
  - name: Each
    case: {as_of: 2020-03-02T14:10:00Z}
    matrix: {policy: [other, made-up], home.noise: [none]}
    expect: {questions: {ask: [home.pets]}}
`
	report := load(t).RunScenarios([]engine.ScenarioFile{{Name: "x.yaml", Data: []byte(text)}})
	got := map[string]string{}
	for _, r := range report.Results {
		got[r.Name] = r.Policy
	}
	want := map[string]string{"Each (policy: other, home.noise: none)": "other", "Each (policy: made-up, home.noise: none)": "made-up"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s%s", diff, inWords(t, report))
	}
}

// truths are those of the rules, by id.
func truths(r scenario.Result) map[string]string { return maps.Collect(r.Rules.All()) }

func TestResultsCarryTheTruthOfEveryRule(t *testing.T) {
	e := load(t)
	report := e.RunScenarios([]engine.ScenarioFile{read(t, "met.yaml")})
	rules := map[string]int{}
	for _, p := range e.Policies() {
		rules[p.ID] = p.Rules
	}
	for _, r := range report.Results {
		if n := len(truths(r)); n != rules[r.Policy] {
			t.Errorf("%s: %d truths of %d rules", r.Name, n, rules[r.Policy])
		}
	}
	thin := truths(report.Results[0])
	for rule, want := range map[string]string{"level.low": "true", "level.high": "unknown", "caution.differs": "false"} {
		if thin[rule] != want {
			t.Errorf("%s is %s, want %s", rule, thin[rule], want)
		}
	}
}

func TestAFileMakesNoMoreThanTenThousandCases(t *testing.T) {
	text := strings.Builder{}
	text.WriteString("policy: made-up\nscenarios:\n")
	for i := range 42 {
		fmt.Fprintf(&text, "  - {name: %d, case: {as_of: 2020-03-02T14:10}, expect: {rules: {not: [home.damp]}}, matrix: {home.damp: [false], ", i)
		text.WriteString("home.noise: [none, some, much, unknown], home.pets: [[], [cat], [dog], [newt]], ")
		text.WriteString("child.age: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]}}\n")
	}
	report := load(t).RunScenarios([]engine.ScenarioFile{{Name: "x.yaml", Data: []byte(text.String())}})
	if len(report.Results) > 0 || len(report.Faults) != 1 || report.Faults[0].Code != diagnostic.TooLarge {
		t.Errorf("%d results; %v", len(report.Results), report.Faults)
	}
}
