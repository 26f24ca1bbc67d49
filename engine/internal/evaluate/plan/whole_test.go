package plan_test

import (
	"errors"
	"flag"
	"math/rand/v2"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/draw"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/evaluate/crosscheck"
	"windscreen/engine/internal/evaluate/evaluatetest"
	"windscreen/engine/internal/evaluate/expr"
	"windscreen/engine/internal/evaluate/plan"
	"windscreen/engine/internal/evaluate/reference"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/recommend"
	"windscreen/engine/internal/shippedroot"
	"windscreen/engine/internal/testroot"
)

// How many random cases the reference and the plan are held against each other on,
// and from which seed; 0 draws one. The reference takes long to explain, so outcomes
// without their explanation are compared on many more.
var (
	agreeCases    = flag.Int("agree.cases", 100, "how many cases to compare whole recommendations on")
	agreeOutcomes = flag.Int("agree.outcomes", 1000, "how many cases to compare the truths of all rules and all findings on")
	agreeSeed     = flag.Uint64("agree.seed", 0, "the seed of those cases, or 0 for any")
)

// seeded is the seed that was asked for, or else that of all tests.
func seeded(t *testing.T) uint64 {
	if *agreeSeed != 0 {
		return *agreeSeed
	}
	return testroot.Seed(t)
}

// some is how many of the cases asked for to compare; with -short, which is for the race detector,
// a fifth of them.
func some(asked int) int {
	if testing.Short() {
		return max(1, asked/5)
	}
	return asked
}

// both are the makers of recommendations under one policy: by the reference, and by the plan
// with expr to check whatever it is asked.
type both struct {
	policy    *policy.Policy
	cel, plan *recommend.Maker
	state     *plan.State
	verdict   plan.Verdict
}

func newBoth(t *testing.T, root *catalogue.Whole, p *policy.Policy) *both {
	t.Helper()
	ref, err := reference.New(p)
	if err != nil {
		t.Fatalf("cel-go refuses what the language lets through: %v", err)
	}
	e := plan.New(p)
	checked, err := crosscheck.New(p, func(*policy.Policy) (evaluate.Evaluator, error) { return e, nil },
		func(p *policy.Policy) (evaluate.Evaluator, error) { return expr.New(p) })
	if err != nil {
		t.Fatalf("expr refuses what the language lets through: %v", err)
	}
	m := recommend.New(p, ref, root.London, "test")
	return &both{policy: p, cel: m, plan: m.With(checked), state: e.NewState()}
}

// agree fails unless the reference, the plan and expr come to the same recommendation, in
// every part, and the verdict is what that says.
func (b *both) agree(t *testing.T, c *casefile.Case) {
	t.Helper()
	all := recommend.Options{NotCommenced: true}
	want, err := b.cel.RecommendWith(c, all)
	if err != nil {
		t.Fatal(err)
	}
	got, err := b.plan.RecommendWith(c, all)
	var differ *diagnostic.Disagreement
	if errors.As(err, &differ) {
		t.Fatal(differ.Report())
	}
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Fatalf("under %s the reference (-) and the plan (+) differ on %v:\n%s", b.policy.ID, want.Receipt.Case, d)
	}
	o, err := evaluate.Decide(b.cel.Evaluator, recommend.Input(c))
	if err != nil {
		t.Fatal(err)
	}
	b.state.Verdict(recommend.Input(c), &b.verdict)
	if d := cmp.Diff(verdictOf(b.policy, o), said(&b.verdict)); d != "" {
		t.Fatalf("under %s the verdict is not what the reference comes to on %v:\n%s", b.policy.ID, want.Receipt.Case, d)
	}
}

// TestWholeRecommendationsAgree compares whole recommendations on random cases: a
// quarter of them under the shipped policies, whose explanations cost the reference
// most, the rest under random ones. Policies go side by side, each with cases of its own.
func TestWholeRecommendationsAgree(t *testing.T) {
	seed := seeded(t)
	shipped := shippedroot.Rules(t)
	for i, p := range shipped.Policies {
		t.Run(p.ID, func(t *testing.T) {
			t.Parallel()
			r := rand.New(rand.NewPCG(seed, uint64(i)))
			agreeOn(t, r, newBoth(t, shipped, p), shipped.London, max(1, some(*agreeCases)/4/len(shipped.Policies)))
		})
	}
	t.Run("generated", func(t *testing.T) {
		t.Parallel()
		const each = 20
		r := rand.New(rand.NewPCG(seed, seed))
		roots := rapid.Custom(func(t *rapid.T) fstest.MapFS { return evaluatetest.Policy(t) })
		for range (some(*agreeCases)*3/4 + each - 1) / each {
			root := load(t, roots.Example(int(r.Int32())))
			agreeOn(t, r, newBoth(t, root, root.Policies[0]), root.London, each)
		}
	})
}

// agreeOn draws cases of every kind: complete, partial, and partly graded.
func agreeOn(t *testing.T, r *rand.Rand, b *both, london *time.Location, n int) {
	for i := range n {
		share := []int{100, 80, 50, 20, 5}[i%5]
		b.agree(t, draw.Case(r, b.policy, share, i%2 == 0, london))
	}
}
