package authoring_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"windscreen/engine"
	"windscreen/engine/authoring"
	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/testroot"
	"windscreen/engine/scenario"
)

// fixtureFolder is a folder with a file of every kind.
func fixtureFolder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"three.yaml":        string(threeCases.Data),
		"cases/sound.yaml":  "policy: made-up\nas_of: 2020-03-02T14:10\n",
		"cases/faulty.yaml": "policy: nowhere\nas_of: 2020-03-02T14:10\n",
		"picks/faulty.yaml": "nonsense: true\n",
		"left.yaml":         "left:\n  - why: Made up.\n    changes: {made.up: [it never holds]}\n",
		"left-faulty.json":  `{"left": [{"changes": {"made.up": ["it never holds"]}}]}`,
		"other.yaml":        "nothing: of the kind\n",
	} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestFixturesAreSortedAndChecked(t *testing.T) {
	dir := fixtureFolder(t)
	f, err := authoring.FindFixtures([]string{dir, filepath.Join(dir, "three.yaml")})
	if err != nil {
		t.Fatal(err)
	}
	if len(f.Scenarios) != 1 || len(f.Cases) != 2 || len(f.Picks) != 1 || len(f.Left) != 2 || len(f.Faults) != 1 {
		t.Fatalf("found %+v", f)
	}
	e, err := engine.Open(testroot.With())
	if err != nil {
		t.Fatal(err)
	}
	root, err := authoring.Open(testroot.With(), "")
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Check(t.Context(), e, root); err != nil {
		t.Fatal(err)
	}
	report := &scenario.Report{}
	f.Join(report)
	codes := map[diagnostic.Code]bool{}
	for _, d := range report.Faults {
		codes[d.Code] = true
	}
	left := slices.DeleteFunc(slices.Clone(report.Faults), func(d diagnostic.Diagnostic) bool {
		return !strings.Contains(d.File, "left")
	})
	if len(left) != 1 || left[0].Code != diagnostic.MissingKey || !strings.HasSuffix(left[0].File, "left-faulty.json") {
		t.Errorf("one list of changes gives no reason, and the faults are %v", left)
	}
	if f.Sound != 1 || report.Cases != 1 || !codes[scenario.ExpectsNothing] || !codes[diagnostic.UnknownPolicy] || report.OK() {
		t.Errorf("%d cases are sound, and the faults are %v", f.Sound, report.Faults)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := f.Check(ctx, e, root); !errors.Is(err, context.Canceled) {
		t.Errorf("a check that was ended gives %v", err)
	}
}

func TestAPathThatLeadsNowhereIsAnErrorOfItsOwn(t *testing.T) {
	_, err := authoring.FindFixtures([]string{"nowhere"})
	if !errors.Is(err, fs.ErrNotExist) || err.Error() != "there is no file or folder nowhere" {
		t.Errorf("the error is %v", err)
	}
}
