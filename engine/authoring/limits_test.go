package authoring_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"windscreen/engine"
	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/cputime"
	"windscreen/engine/internal/testroot"
)

// manyRules is the base root with n rules and n parameters laid over it, of which each
// rule reads one. Conditions are made by number.
func manyRules(n int, condition func(i int) string) fstest.MapFS {
	root := testroot.With()
	var files []string
	const each = 1000
	for from := 0; from < n; from += each {
		var rules, parameters strings.Builder
		rules.WriteString("cautions:\n")
		parameters.WriteString("parameters:\n")
		for i := from; i < min(from+each, n); i++ {
			fmt.Fprintf(&rules, "  - {id: many.%d, says: Made up, cite: [MU-1], when: '%s'}\n", i, condition(i))
			fmt.Fprintf(&parameters, "  p_%d: {value: 3, why: Made up, cite: [MU-1]}\n", i)
		}
		for kind, text := range map[string]string{"rules": rules.String(), "parameters": parameters.String()} {
			name := fmt.Sprintf("many-%s-%d.yaml", kind, from/each)
			root[testroot.Policy+name] = &fstest.MapFile{Data: []byte(text)}
			files = append(files, name)
		}
	}
	policy := root[testroot.Policy+"policy.yaml"]
	policy.Data = []byte(strings.Replace(string(policy.Data), "rules.yaml]", "rules.yaml, "+strings.Join(files, ", ")+"]", 1))
	return root
}

// reading is a sound condition that reads one parameter.
func reading(i int) string { return fmt.Sprintf("child.age < p_%d || child.age >= 4", i) }

// TestLoadingTakesTimeInProportionToTheRules compares processor time: comparing texts, which
// once grew with the square of the rules, is counted by nothing else. With 16 times the rules
// and parameters it took about 70 times as long. If they seem to take too long, both are timed again, and the best counts.
func TestLoadingTakesTimeInProportionToTheRules(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes seconds, and times mean little under the race detector")
	}
	const few, times = 500, 16
	load := func(root fstest.MapFS) time.Duration {
		start := cputime.Used()
		if _, err := engine.Load(t.Context(), root); err != nil {
			t.Fatal(err)
		}
		return cputime.Used() - start
	}
	small, large := manyRules(few, reading), manyRules(few*times, reading)
	one, many := time.Hour, time.Hour
	for range 3 {
		if one, many = min(one, load(small)), min(many, load(large)); many <= 5*times/2*one {
			break
		}
	}
	t.Logf("%d rules: %v; %d rules: %v, %.1f times as long", few, one, few*times, many, float64(many)/float64(one))
	if many > 5*times/2*one {
		t.Errorf("%d rules take %v, and %d take %v", few, one, few*times, many)
	}
}

// TestARootOfErrorsIsReadInLittleTime has ten thousand rules, each with a name that
// does not exist: comparing each with every parameter would take minutes.
func TestARootOfErrorsIsReadInLittleTime(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes long, and runs on one goroutine")
	}
	list := lint(t, manyRules(10_000, func(i int) string { return fmt.Sprintf("child.age < pp_%d_misspelt", i) }))
	errors := 0
	for _, d := range list {
		if d.Severity == diagnostic.Error {
			errors++
		}
	}
	if errors != 501 {
		t.Fatalf("%d errors", errors)
	}
	if last := list[len(list)-1]; !strings.Contains(last.Message, "there are more errors") {
		t.Errorf("the last says %q", last.Message)
	}
}

// TestWarningsTakeNoRoomFromErrors has more warnings than are kept, and one error, in
// the last file: the root must not load.
func TestWarningsTakeNoRoomFromErrors(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes long, and runs on one goroutine")
	}
	root := manyRules(3000, func(int) string { return "child.age < 3" })
	if list := lint(t, root); list.HasErrors() || len(list) != 1001 {
		t.Fatalf("%d faults, of them errors: %v", len(list), list.HasErrors())
	}
	root["authorities/zz/2020/policy.yaml"] = &fstest.MapFile{Data: []byte("title: Other\n")}
	if _, err := engine.Load(t.Context(), root); err == nil || !strings.Contains(err.Error(), "error[") {
		t.Errorf("it loads: %v", err)
	}
}
