package authoring_test

import (
	"errors"
	"flag"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"windscreen/engine"
	"windscreen/engine/authoring"
	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/testroot"
	"windscreen/rules"
)

var update = flag.Bool("update", false, "write golden files anew")

// The goldens of diagnostics are txtar archives: files to lay over a sound rule
// root, or a case and then such files, and under "want" what is to be said of them.
const (
	ruleArchives = "testdata/rules"
	caseArchives = "../testdata/cases"
)

func TestDiagnosticsOfRuleFiles(t *testing.T) {
	eachArchive(t, ruleArchives, func(a *txtar.Archive) string {
		return lint(t, testroot.With(a.Files...)).String()
	})
}

func TestDiagnosticsOfCases(t *testing.T) {
	eachArchive(t, caseArchives, func(a *txtar.Archive) string {
		e, err := engine.Load(t.Context(), testroot.With(a.Files[1:]...))
		if err != nil {
			t.Fatal(err)
		}
		c, err := e.ReadCase(a.Files[0].Name, a.Files[0].Data)
		if err == nil {
			_, err = e.Evaluate(c)
		}
		var failure *diagnostic.Failure
		if !errors.As(err, &failure) {
			return ""
		}
		return failure.Diagnostics.String()
	})
}

// lint is what lint says of a rule root, but for what it says of the base of the tests.
func lint(t *testing.T, root fs.FS) diagnostic.List {
	t.Helper()
	report, err := authoring.Lint(t.Context(), root, "")
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(report.Found, quorumOfBase)
}

// quorumOfBase is the remark that the base earns: it has one sign, which is no quorum of two.
func quorumOfBase(d diagnostic.Diagnostic) bool {
	return (d.Code == diagnostic.NeverMet || d.Code == diagnostic.NoEffect) && d.File == testroot.Policy+"rules.yaml" &&
		strings.Contains(d.Message, "level-3") && strings.Contains(d.Message, "“tally(2) >= quorum”")
}

func TestShippedRulesHaveNoFaultsAndNoWarnings(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes long, and runs on one goroutine")
	}
	if list := lint(t, rules.FS); len(list) > 0 {
		t.Errorf("%s", list)
	}
}

func TestTheBaseRootIsSound(t *testing.T) {
	if list := lint(t, testroot.With()); len(list) > 0 {
		t.Errorf("the goldens are laid over a root with faults of its own:\n%s", list)
	}
}

// TestEveryCodeHasAGolden reads the codes from their source, so that a new code
// without a golden fails. Codes that no small text file can show are listed with
// the test that shows them.
func TestEveryCodeHasAGolden(t *testing.T) {
	elsewhere := map[string]string{
		"too-large":    "TestAFileOverTheLimitIsRefused",
		"not-text":     "TestWhatIsNotTextIsRefused",
		"engine-fault": "TestLintCompilesRulesWithTheReferenceToo",
		"undecided":    "TestWhatIsNotDecidedIsSaid",
	}
	var goldens strings.Builder
	for _, dir := range []string{ruleArchives, caseArchives} {
		for _, name := range archives(t, dir) {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			goldens.Write(data)
		}
	}
	said := goldens.String()
	for _, jargon := range []string{"mismatched input", "token recognition", "extraneous input", "no viable alternative", "<EOF>"} {
		if strings.Contains(said, jargon) {
			t.Errorf("a message speaks as the parser does: %s", jargon)
		}
	}
	for _, code := range codes(t) {
		if _, ok := elsewhere[code]; !ok && !strings.Contains(said, "["+code+"]") {
			t.Errorf("no golden shows the code %s", code)
		}
	}
}

// eachArchive holds what is said of each archive against what was said before.
func eachArchive(t *testing.T, dir string, say func(*txtar.Archive) string) {
	for _, name := range archives(t, dir) {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			want := ""
			if last := len(a.Files) - 1; a.Files[last].Name == "want" {
				want = string(a.Files[last].Data)
				a.Files = a.Files[:last]
			}
			got := say(a) + "\n"
			if got == "\n" {
				t.Fatal("nothing is said of it")
			}
			if *update {
				a.Files = append(a.Files, txtar.File{Name: "want", Data: []byte(got)})
				if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("not as before (-before +now):\n%s", diff)
			}
		})
	}
}

func archives(t *testing.T, dir string) []string {
	names, err := filepath.Glob(filepath.Join(dir, "*.txtar"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no archives in %s: %v", dir, err)
	}
	return names
}

// codes reads the codes from package diagnostic.
func codes(t *testing.T) []string {
	file, err := parser.ParseFile(token.NewFileSet(), "../diagnostic/codes.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || len(spec.Values) != 1 {
			return true
		}
		if lit, ok := spec.Values[0].(*ast.BasicLit); ok {
			if s, err := strconv.Unquote(lit.Value); err == nil {
				out = append(out, s)
			}
		}
		return true
	})
	if len(out) < 20 {
		t.Fatalf("only %d codes found", len(out))
	}
	return out
}
