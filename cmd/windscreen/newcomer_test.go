package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// runs runs a command in the folder of the test, and returns what it prints.
func runs(t *testing.T, want int, args ...string) string {
	t.Helper()
	var stdout, stderr bytes.Buffer
	if code := run(args, strings.NewReader(""), &stdout, &stderr, environment(nil)); code != want {
		t.Fatalf("windscreen %s exits with %d, want %d\n%s%s", strings.Join(args, " "), code, want, stdout.String(), stderr.String())
	}
	return stdout.String()
}

// TestANewcomerGetsAPassingPolicyByThePrintedInstructions starts from the rules as they are shipped, and runs what new policy
// prints, as it stands. Of the shipped policies it keeps those of Bexley alone, for which most facts and conditions are: lint asks
// about every case under each policy by itself, which takes seconds, and a test of authoring lints them all.
func TestANewcomerGetsAPassingPolicyByThePrintedInstructions(t *testing.T) {
	if testing.Short() {
		t.Skip("lint looks at every case")
	}
	from, err := filepath.Abs("../../rules")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	if err := os.CopyFS("rules", os.DirFS(from)); err != nil {
		t.Fatal(err)
	}
	for _, council := range []string{"bournemouth", "essex"} {
		if err := os.RemoveAll("rules/authorities/" + council); err != nil {
			t.Fatal(err)
		}
	}
	said := runs(t, exitAnswered, "new", "policy", "camford-north/2026")
	steps := 0
	for line := range strings.Lines(said) {
		if args, ok := strings.CutPrefix(line, "  windscreen "); ok {
			steps++
			out := runs(t, exitAnswered, strings.Fields(args)...)
			if strings.HasPrefix(args, "test") && !strings.Contains(out, "6 passed, 0 failed") {
				t.Errorf("test says\n%s", out)
			}
			if strings.HasPrefix(args, "lint") && strings.Contains(out, "camford") && !strings.HasPrefix(out, "no faults") {
				t.Errorf("lint says\n%s", out)
			}
		}
	}
	if steps != 3 {
		t.Errorf("%d commands are printed, want 3", steps)
	}
	runs(t, exitAnswered, "fmt", "--check", "rules/authorities/camford-north", "fixtures")
	runs(t, exitInput, "new", "policy", "camford-north/2026")

	// Every kind of rule can be added, and a scenario.
	folder := "rules/authorities/camford-north/2026/"
	policy, err := os.ReadFile(folder + "policy.yaml")
	if err != nil {
		t.Fatal(err)
	}
	text := string(policy)
	for _, kind := range skeletonsOf("rule") {
		runs(t, exitAnswered, "new", "rule", kind, "--cite", "CAM-SIGN-02", "-o", folder+kind+".yaml")
		text = strings.Replace(text, "files: [", "files: ["+kind+".yaml, ", 1)
	}
	if err := os.WriteFile(folder+"policy.yaml", []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	if out := runs(t, exitAnswered, "lint", "rules"); strings.Contains(out, "camford") && !strings.HasPrefix(out, "no faults") {
		t.Errorf("with a rule of each kind lint says\n%s", out)
	}
	runs(t, exitAnswered, "new", "scenario", "--policy", "camford-north-2026", "--cite", "CAM-LEVEL-04", "-o", "fixtures/mine.yaml")
	if out := runs(t, exitAnswered, "test", "--rules", "rules"); !strings.Contains(out, "7 passed, 0 failed") {
		t.Errorf("test says\n%s", out)
	}
	runs(t, exitAnswered, "fmt", "--check", "rules/authorities/camford-north", "fixtures")
}

// TestAFactToStartFromLints puts each kind of fact into the vocabulary. Nothing reads it yet, which lint says, and nothing else.
func TestAFactToStartFromLints(t *testing.T) {
	from, err := filepath.Abs("testdata/rules")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	if err := os.CopyFS("rules", os.DirFS(from)); err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	text.WriteString("domain: new\ntitle: New facts\nask: Have you gone through what is new?\nof: child\nfacts:\n")
	for _, kind := range skeletonsOf("fact") {
		text.WriteString(runs(t, exitAnswered, "new", "fact", "--type", kind, "a_"+kind))
	}
	if err := os.WriteFile("rules/vocabulary/new.yaml", []byte(text.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	out := runs(t, exitAnswered, "lint", "rules")
	if n := len(skeletonsOf("fact")); strings.Count(out, "warning[unread-fact]") != n || strings.Count(out, "warning[") != n ||
		strings.Contains(out, "error[") {
		t.Errorf("lint says\n%s", out)
	}
}
