package scenariofile

import (
	"fmt"
	"io/fs"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/evaluate/plan"
	"windscreen/engine/internal/policy"
	"windscreen/engine/scenario"
	"windscreen/rules"
)

// shipped runs scenarios under the shipped rules and so many copies of one council's.
func shipped(t *testing.T, copies int) Runner {
	t.Helper()
	root := fstest.MapFS{}
	err := fs.WalkDir(rules.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(rules.FS, name)
		root[name] = &fstest.MapFile{Data: data}
		if below, ok := strings.CutPrefix(name, "authorities/essex/"); ok {
			for i := range copies {
				root[fmt.Sprintf("authorities/copy%02d/%s", i, below)] = root[name]
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	c, list := catalogue.Open(root, catalogue.Options{Compile: compile})
	if list.HasErrors() {
		t.Fatal(list)
	}
	return Runner{Reader: casefile.NewReader(c.Vocabulary()), Catalogue: c}
}

func compile(p *policy.Policy) (evaluate.Evaluator, error) { return plan.New(p), nil }

// file is a file of scenarios under one policy, under several or under all, each of them met.
func file(name, policy string, scenarios int) Input {
	var b strings.Builder
	fmt.Fprintf(&b, "policy: %s\nscenarios:\n", policy)
	for i := range scenarios {
		fmt.Fprintf(&b, "  - {name: S%d, case: {as_of: 2020-03-02T14:10, child: {age: 9}}, expect: {grounds: {possible: [s47]}}}\n", i)
	}
	return Input{Name: name, Data: []byte(b.String())}
}

// Above the limit of cases the file that passes it is blamed, once, and nothing of those
// before it is lost.
func TestTheLimitOfCasesIsReportedOnceAndKeepsTheResultsBeforeIt(t *testing.T) {
	r := shipped(t, 0)
	policies := len(r.Catalogue.IDs())
	first, none := file("a.yaml", "all", 3), file("b.yaml", "nowhere", 9)
	over, tiny, last := file("c.yaml", "essex-2017", 5), file("d.yaml", "bexley-2017", 1), file("e.yaml", "all", 1)
	for _, tt := range []struct {
		inputs  []Input
		results int
		left    string
	}{
		{[]Input{first, over}, 3 * policies, "it was not run"},
		{[]Input{first, over, tiny}, 3 * policies, "it and the file after it were not run"},
		{[]Input{first, none, over, tiny, last}, 3 * policies, "it and the 2 files after it were not run"},
		{[]Input{first, none, tiny}, 3*policies + 1, ""},
	} {
		report, err := r.run(t.Context(), tt.inputs, 3*policies+4)
		if err != nil {
			t.Fatal(err)
		}
		var large diagnostic.List
		for _, d := range report.Faults {
			if d.Code == diagnostic.TooLarge {
				large = append(large, d)
			}
		}
		if len(report.Results) != tt.results || report.Failed() > 0 || tt.left == "" != (len(large) == 0) {
			t.Fatalf("%d results, %d failed; %v", len(report.Results), report.Failed(), report.Faults)
		}
		if tt.left != "" && (len(large) != 1 || large[0].File != "c.yaml" || !strings.HasSuffix(large[0].Message, "; "+tt.left)) {
			t.Errorf("%v", large)
		}
	}
}

// A case is read under its own policy alone, so what a case takes does not grow with the
// number of policies.
func TestACaseIsReadUnderItsOwnPolicyAlone(t *testing.T) {
	const more = 8 // policies, so that there are three times as many
	few, many := shipped(t, 0), shipped(t, more)
	for _, name := range []string{"essex-2017", "bexley", "all"} {
		inputs := []Input{file("x.yaml", name, 100)}
		before, after := perCase(t, few, inputs), perCase(t, many, inputs)
		if after > before*3/2 {
			t.Errorf("policy: %s takes %d allocations a case, and with %d policies more %d", name, before, more, after)
		}
	}
}

// perCase is how many allocations a case takes, of reading it and its expectations, with
// every policy ready.
func perCase(t *testing.T, r Runner, inputs []Input) uint64 {
	t.Helper()
	for _, id := range r.Catalogue.IDs() {
		if _, err := r.Catalogue.Policy(id); err != nil {
			t.Fatal(err)
		}
	}
	var report *scenario.Report
	var from, to runtime.MemStats
	runtime.ReadMemStats(&from)
	report, err := r.Run(t.Context(), inputs)
	runtime.ReadMemStats(&to)
	if err != nil || !report.OK() {
		t.Fatalf("%v; %v", err, report)
	}
	return (to.Mallocs - from.Mallocs) / uint64(len(report.Results))
}

// Cases are held for as many files at a time as make no more than one may make alone.
func TestFilesAreHeldTogetherByTheirCases(t *testing.T) {
	s := &session{}
	for _, cases := range []int{together - 1, 1, 1, 0, together, 0, 0, 5, 6} {
		s.files = append(s.files, &reading{runs: map[string]int{"p": cases, "q": 1}})
	}
	s.last = len(s.files)
	var got []int
	for from := 0; from < s.last; {
		from = s.upTo(&pass{id: "p"}, from)
		got = append(got, from)
	}
	if fmt.Sprint(got) != "[2 4 7 9]" {
		t.Errorf("groups end before %v", got)
	}
}
