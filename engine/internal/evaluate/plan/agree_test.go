package plan_test

import (
	"io/fs"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/draw"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/evaluate/evaluatetest"
	"windscreen/engine/internal/evaluate/plan"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/recommend"
	"windscreen/engine/internal/shippedroot"
	"windscreen/engine/internal/vocabulary"
)

// load loads a rule root that must be sound.
func load(t interface{ Fatalf(string, ...any) }, fsys fs.FS) *catalogue.Whole {
	root, list := catalogue.Link(fsys)
	if root == nil {
		t.Fatalf("the rule root does not load:\n%s", list)
	}
	return root
}

// overPolicies runs a property over every shipped policy and over generated ones.
func overPolicies(t *testing.T, property func(t *rapid.T, p *policy.Policy, e *plan.Plan)) {
	for _, p := range shippedroot.Policies(t) {
		e := plan.New(p)
		t.Run(p.ID, rapid.MakeCheck(func(t *rapid.T) { property(t, p, e) }))
	}
	t.Run("generated", rapid.MakeCheck(func(t *rapid.T) {
		p := load(t, evaluatetest.Policy(t)).Policies[0]
		property(t, p, plan.New(p))
	}))
}

// drawCases makes cases with a fixed seed.
func drawCases(p *policy.Policy, share, n int) []evaluate.Input {
	r := rand.New(rand.NewPCG(1, 2))
	cases := make([]evaluate.Input, n)
	for i := range cases {
		cases[i] = recommend.Input(draw.Case(r, p, share, i%2 == 0, time.UTC))
	}
	return cases
}

// same compares facts by identity: those of one policy are the same.
var same = cmp.Comparer(func(a, b *vocabulary.Fact) bool { return a == b })

func TestThePlanComesToWhatTheTreeComesTo(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes long, and runs on one goroutine")
	}
	overPolicies(t, func(t *rapid.T, p *policy.Policy, e *plan.Plan) {
		in := evaluatetest.Knowledge(t, p, rapid.SampledFrom([]int{0, 20, 50, 80, 100}).Draw(t, "share"))
		want, err := evaluate.Decide(evaluate.Tree(p), in)
		if err != nil {
			t.Fatalf("%v", err)
		}
		got, err := evaluate.Decide(e, in)
		if err != nil {
			t.Fatalf("%v", err)
		}
		if d := cmp.Diff(want, got, same); d != "" {
			t.Fatalf("tree and plan differ:\n%s", d)
		}
	})
}

// TestLearningAndForgettingComeToTheSameAsStartingAfresh draws a walk: facts become
// known, known better, or unknown, with questions asked on the way.
func TestLearningAndForgettingComeToTheSameAsStartingAfresh(t *testing.T) {
	overPolicies(t, func(t *rapid.T, p *policy.Policy, e *plan.Plan) {
		in := evaluatetest.Knowledge(t, p, 40)
		s := e.Start(in)
		for range rapid.IntRange(1, 8).Draw(t, "steps") {
			for range rapid.IntRange(0, 5).Draw(t, "facts at once") {
				f := rapid.SampledFrom(p.Vocabulary.Facts).Draw(t, "fact")
				in.Values[f.Index] = f.Unknown()
				if rapid.Bool().Draw(t, "known") {
					in.Values[f.Index] = evaluatetest.Learn(t, f, f.Unknown())
				}
				s.Know(f, in.Values[f.Index])
			}
			tree := evaluate.Tree(p).Start(in)
			switch rapid.IntRange(0, 2).Draw(t, "question") {
			case 0:
				want, _ := tree.Outcome()
				got, _ := s.Outcome()
				if d := cmp.Diff(want, got, same); d != "" {
					t.Fatalf("afresh and by steps differ:\n%s", d)
				}
			case 1:
				look := rapid.SampledFrom([]evaluate.Look{evaluate.Kleene, evaluate.BothWays}).Draw(t, "look")
				want, _ := tree.Found(look)
				got, _ := s.Found(look)
				found := func(e *lang.Env) []any { return []any{e.Grounds, e.Decisive, e.Level, e.Values} }
				if d := cmp.Diff(found(want), found(got)); d != "" {
					t.Fatalf("afresh and by steps find otherwise:\n%s", d)
				}
			default:
				look := rapid.SampledFrom([]evaluate.Look{evaluate.Kleene, evaluate.BothWays}).Draw(t, "look")
				r := p.Rules[rapid.IntRange(0, p.FindingsEnd-1).Draw(t, "rule")]
				want, _ := tree.Rule(r, look)
				if got, _ := s.Rule(r, look); got != want {
					t.Fatalf("rule %s (%s) is %v afresh and %v by steps", r.ID, r.Text(), want, got)
				}
			}
		}
	})
}
