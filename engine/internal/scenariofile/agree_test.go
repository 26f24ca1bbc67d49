package scenariofile

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/evaluate/crosscheck"
	"windscreen/engine/internal/evaluate/expr"
	"windscreen/engine/internal/evaluate/plan"
	"windscreen/engine/internal/evaluate/reference"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/recommend"
	"windscreen/engine/internal/vocabulary"
	"windscreen/rules"
)

var agreeAll = flag.Bool("agree.all", false,
	"compare every case, not one in 40, and the whole recommendation for one in eight under its own policy and for one in 100 "+
		"under every other, not for three")

// TestEvaluatorsAgreeOnEveryScenarioAndCase holds the evaluators against each other on the truth
// of every rule and all findings and, for some cases, on the whole recommendation. With
// -agree.all it does so for every case of the fixtures under every policy. Without, it does so
// for one in 40, and holds the plan and expr against each other for one in four under
// its own policy.
func TestEvaluatorsAgreeOnEveryScenarioAndCase(t *testing.T) {
	if testing.Short() {
		t.Skip("to read every case of the fixtures takes long")
	}
	c, list := catalogue.Open(rules.FS, catalogue.Options{Compile: reference.New})
	if list.HasErrors() {
		t.Fatalf("%s", list)
	}
	r := Runner{Reader: casefile.NewReader(c.Vocabulary()), Catalogue: c}
	cases := fixtures(t, r)
	if len(cases) < 100 {
		t.Fatalf("the fixtures give only %d cases", len(cases))
	}
	explained, byReference := 100, 1 // one case in so many
	if !*agreeAll {
		explained, byReference = len(cases)/3, 40
	}
	for _, id := range c.IDs() {
		unit, err := c.Policy(id)
		if err != nil {
			t.Fatal(err)
		}
		cel := unit.Maker
		checked, err := crosscheck.New(cel.Policy,
			func(p *policy.Policy) (evaluate.Evaluator, error) { return plan.New(p), nil },
			func(p *policy.Policy) (evaluate.Evaluator, error) { return expr.New(p) })
		if err != nil {
			t.Fatal(err)
		}
		fast := cel.With(checked)
		concurrently(len(cases), func(i int) {
			own := cases[i].Policy == id || cases[i].Policy == ""
			switch {
			case i%byReference == 0 || i%explained == 0:
				if d := differ(cel, fast, cases[i], i%explained == 0 || own && *agreeAll && i%8 == 0); d != "" {
					t.Errorf("%s, under %s: the reference (-) and the plan (+) differ:\n%s", cases[i].Name, id, d)
				}
			case own && i%4 == 0:
				if _, err := evaluate.Decide(checked, recommend.Input(cases[i])); err != nil {
					t.Errorf("%s, under %s: %s", cases[i].Name, id, saidIn(err))
				}
			}
		})
	}
}

// differ says how what two evaluators come to differs, with the explanation or
// without. Most answers are equal, and finding that out is quicker without cmp.
func differ(cel, fast *recommend.Maker, c *casefile.Case, explained bool) string {
	if explained {
		want, err := cel.Recommend(c)
		got, err2 := fast.Recommend(c)
		if err != nil || err2 != nil {
			return fmt.Sprint(err, saidIn(err2))
		}
		if reflect.DeepEqual(want, got) {
			return ""
		}
		return cmp.Diff(want, got)
	}
	want, err := evaluate.Decide(cel.Evaluator, recommend.Input(c))
	got, err2 := evaluate.Decide(fast.Evaluator, recommend.Input(c))
	if err != nil || err2 != nil {
		return fmt.Sprint(err, saidIn(err2))
	}
	if reflect.DeepEqual(want, got) {
		return ""
	}
	return cmp.Diff(want, got, cmp.Comparer(func(a, b *vocabulary.Fact) bool { return a == b }))
}

// saidIn is all that an error says, a disagreement with its report.
func saidIn(err error) string {
	var d *diagnostic.Disagreement
	if errors.As(err, &d) {
		return d.Report()
	}
	return fmt.Sprint(err)
}

// aFew is every 25th case, or every fifth with -agree.all: to try each takes long.
func aFew(cases []*casefile.Case) []*casefile.Case {
	each := 25
	if *agreeAll {
		each = 5
	}
	var out []*casefile.Case
	for some := range slices.Chunk(cases, each) {
		out = append(out, some[0])
	}
	return out
}

// fixtures reads the cases of every file of the fixtures.
func fixtures(t *testing.T, r Runner) []*casefile.Case {
	t.Helper()
	for _, id := range r.Catalogue.IDs() { // once here, and not again for each file
		if _, err := r.Catalogue.Policy(id); err != nil {
			t.Fatal(err)
		}
	}
	var cases []*casefile.Case
	err := filepath.WalkDir("../../../fixtures", func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() && d.Name() == "picks" {
			return filepath.SkipDir
		}
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".yaml") {
			return err
		}
		in, ok := scenariosAt(t, path)
		if filepath.Base(filepath.Dir(path)) == "cases" {
			f, list := r.Reader.ReadFamily(path, in.Data)
			if f == nil {
				t.Fatalf("%s", list)
			}
			for _, child := range f.Children {
				cases = append(cases, child.Case)
			}
			return nil
		}
		if !ok {
			return nil
		}
		file := r.open(in)
		for i, id := range r.Catalogue.IDs() {
			for _, run := range file.under(r.newPass(id, i)) {
				of, err := run.cases()
				if err != nil {
					t.Fatal(err)
				}
				cases = append(cases, of...)
			}
		}
		if list := file.faults.List(); list.HasErrors() {
			t.Fatalf("%s", list)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return cases
}
