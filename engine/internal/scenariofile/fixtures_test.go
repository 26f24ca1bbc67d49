package scenariofile

import (
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/testroot"
)

// fixture is a run of a scenario under a policy, or a case to try, with the case of each child.
type fixture struct {
	name  string
	cases []*casefile.Case
	// policy is the id of the policy that a scenario runs under; a case to try has none.
	policy string
}

// everything is what readFixtures read, once for all tests.
var everything struct {
	sync.Once
	Runner
	of []fixture
}

// readFixtures reads every run of the fixtures, and every case to try.
func readFixtures(t *testing.T) (Runner, []fixture) {
	t.Helper()
	all := &everything
	all.Do(func() {
		all.Runner = shipped(t, 0)
		for _, id := range all.Catalogue.IDs() { // once here, and not again for each file
			if _, err := all.Catalogue.Policy(id); err != nil {
				t.Fatal(err)
			}
		}
		err := filepath.WalkDir("../../../fixtures", func(path string, d fs.DirEntry, err error) error {
			if err == nil && d.IsDir() && d.Name() == "picks" {
				return filepath.SkipDir
			}
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".yaml") {
				return err
			}
			all.of = append(all.of, readFixture(t, all.Runner, path)...)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	})
	if len(all.of) < 100 {
		t.Fatalf("the fixtures give only %d cases", len(all.of))
	}
	return all.Runner, all.of
}

// readFixture reads the runs of a file of scenarios, or a case to try.
func readFixture(t *testing.T, r Runner, path string) (out []fixture) {
	t.Helper()
	in, scenarios := scenariosAt(t, path)
	if filepath.Base(filepath.Dir(path)) == "cases" {
		f, list := r.Reader.ReadFamily(path, in.Data)
		if f == nil {
			t.Fatalf("%s", list)
		}
		for _, child := range f.Children {
			out = append(out, fixture{name: path, cases: []*casefile.Case{child.Case}})
		}
		return out
	}
	if !scenarios { // it shares its cases with other files
		return nil
	}
	file := r.open(in)
	for i, id := range r.Catalogue.IDs() {
		for _, run := range file.under(r.newPass(id, i)) {
			of, err := run.cases()
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, fixture{path + ": " + run.result.Name + " under " + id, of, id})
		}
	}
	if list := file.faults.List(); list.HasErrors() {
		t.Fatalf("%s", list)
	}
	return out
}

// fixtures are the cases of every child.
func fixtures(t *testing.T) (Runner, []*casefile.Case) {
	t.Helper()
	r, all := readFixtures(t)
	var cases []*casefile.Case
	for _, x := range all {
		cases = append(cases, x.cases...)
	}
	return r, cases
}

// every is one in so many, from a place that differs from run to run.
func every[T any](t *testing.T, n int, list []T) []T {
	t.Helper()
	from := int(testroot.Seed(t) % uint64(n))
	var out []T
	for some := range slices.Chunk(list[from:], n) {
		out = append(out, some[0])
	}
	return out
}
