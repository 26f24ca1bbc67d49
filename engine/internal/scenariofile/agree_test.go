package scenariofile

import (
	"errors"
	"flag"
	"fmt"
	"reflect"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/evaluate/crosscheck"
	"windscreen/engine/internal/evaluate/expr"
	"windscreen/engine/internal/evaluate/plan"
	"windscreen/engine/internal/evaluate/reference"
	"windscreen/engine/internal/parallel"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/recommend"
	"windscreen/engine/internal/testroot"
	"windscreen/engine/internal/vocabulary"
)

var agreeAll = flag.Bool("agree.all", false,
	"compare every case, not one in 40, and the whole recommendation for one in eight under its own policy and for one in 100 "+
		"under every other, not for three")

// TestEvaluatorsAgreeOnEveryScenarioAndCase holds the evaluators against each other on the truth
// of every rule and all findings and, for some cases, on the whole recommendation. With
// -agree.all it does so for every case of the fixtures under every policy. Without, it does so
// for one in 40, and holds the plan and expr against each other for one in eight under
// its own policy.
func TestEvaluatorsAgreeOnEveryScenarioAndCase(t *testing.T) {
	if testing.Short() {
		t.Skip("to read every case of the fixtures takes long")
	}
	r, cases := fixtures(t)
	explained, byReference := 100, 1 // one case in so many
	if !*agreeAll {
		explained, byReference = len(cases)/3, 40
		from := int(testroot.Seed(t) % uint64(byReference)) // others in each run
		cases = slices.Concat(cases[from:], cases[:from])
	}
	for _, id := range r.Catalogue.IDs() {
		unit, err := r.Catalogue.Policy(id)
		if err != nil {
			t.Fatal(err)
		}
		ref, err := reference.New(unit.Policy)
		if err != nil {
			t.Fatal(err)
		}
		cel := unit.Maker.With(ref)
		checked, err := crosscheck.New(unit.Policy,
			func(p *policy.Policy) (evaluate.Evaluator, error) { return plan.New(p), nil },
			func(p *policy.Policy) (evaluate.Evaluator, error) { return expr.New(p) })
		if err != nil {
			t.Fatal(err)
		}
		fast := cel.With(checked)
		parallel.Each(len(cases), func(i int) {
			own := cases[i].Policy == id || cases[i].Policy == ""
			switch {
			case i%byReference == 0 || i%explained == 0:
				if d := differ(cel, fast, cases[i], i%explained == 0 || own && *agreeAll && i%8 == 0); d != "" {
					t.Errorf("%s, under %s: the reference (-) and the plan (+) differ:\n%s", cases[i].Name, id, d)
				}
			case own && i%8 == 0:
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

// aFew is one case in 25, or one in five with -agree.all: to try each takes long.
func aFew(t *testing.T, cases []*casefile.Case) []*casefile.Case {
	t.Helper()
	if *agreeAll {
		return every(t, 5, cases)
	}
	return every(t, 25, cases)
}
