package plan_test

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/draw"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/evaluate/evaluatetest"
	"windscreen/engine/internal/evaluate/expr"
	"windscreen/engine/internal/evaluate/plan"
	"windscreen/engine/internal/evaluate/reference"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/recommend"
	"windscreen/engine/internal/shippedroot"
)

// TestOutcomesAgree compares outcomes on random cases: the truth of every rule, every
// count and finding, and the verdict, by the reference, by expr, by the plan, and by the plan
// with 64 cases side by side. Half of the cases are under the shipped policies, half
// under random ones. It uses every core.
func TestOutcomesAgree(t *testing.T) {
	const each = 4 * plan.Lanes // cases of one policy in a row
	seed := seeded(t)
	root := shippedroot.Rules(t)
	shipped := make([]*outcomes, len(root.Policies))
	for i, p := range root.Policies {
		var err error
		if shipped[i], err = newOutcomes(p); err != nil {
			t.Fatal(err)
		}
	}
	roots := rapid.Custom(func(t *rapid.T) fstest.MapFS { return evaluatetest.Policy(t) })
	rows := int64(some(*agreeOutcomes)+each-1) / each
	var next, compared atomic.Int64
	var wait sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			for row := next.Add(1) - 1; row < rows && !t.Failed(); row = next.Add(1) - 1 {
				r := rand.New(rand.NewPCG(seed, uint64(row)))
				x := shipped[int(row/2)%len(shipped)]
				if row%2 == 1 {
					made, list := catalogue.Link(roots.Example(int(r.Int32())))
					if made == nil {
						t.Errorf("row %d: the random rules do not load: %s", row, list)
						return
					}
					var err error
					if x, err = newOutcomes(made.Policies[0]); err != nil {
						t.Errorf("row %d: %v", row, err)
						return
					}
				}
				if err := x.compare(r, each); err != nil {
					t.Errorf("row %d: %v", row, err)
				}
				compared.Add(each)
			}
		})
	}
	wait.Wait()
	t.Logf("compared %d outcomes", compared.Load())
}

// outcomes are the evaluators of one policy.
type outcomes struct {
	policy    *policy.Policy
	cel, expr evaluate.Evaluator
	plan      *plan.Plan
}

func newOutcomes(p *policy.Policy) (*outcomes, error) {
	ref, err := reference.New(p)
	if err != nil {
		return nil, err
	}
	x, err := expr.New(p)
	return &outcomes{p, ref, x, plan.New(p)}, err
}

// compare draws cases of every kind, and fails on the first that does not agree. The
// plan comes to each case twice: from nothing, and from the case before, fact by fact.
func (x *outcomes) compare(r *rand.Rand, n int) error {
	afresh, walk, batch, verdicts := x.plan.NewState(), x.plan.NewState(), x.plan.NewBatch(), make([]plan.Verdict, plan.Lanes)
	var before evaluate.Input
	var verdict plan.Verdict
	inputs, want := make([]evaluate.Input, plan.Lanes), make([]decided, plan.Lanes)
	for i := range n {
		lane := i % plan.Lanes
		in := recommend.Input(draw.Case(r, x.policy, []int{100, 80, 50, 20, 5}[i%5], r.IntN(2) == 0, evaluatetest.AsOf.Location()))
		byReference, err := evaluate.Decide(x.cel, in)
		if err != nil {
			return err
		}
		byExpr, err := evaluate.Decide(x.expr, in)
		if err != nil {
			return err
		}
		if !equal(byReference, byExpr) {
			return fmt.Errorf("under %s the reference (-) and expr (+) differ on %v:\n%s",
				x.policy.ID, in, cmp.Diff(byReference, byExpr, same))
		}
		afresh.Load(in)
		if before.Values == nil || before.Judgement != in.Judgement {
			walk.Load(in)
		}
		for _, f := range x.policy.Vocabulary.Facts {
			if walk.Know(f, in.Values[f.Index]); r.IntN(16) == 0 {
				walk.Decided(&verdict)
			}
		}
		before = in
		for how, s := range map[string]*plan.State{"from nothing": afresh, "from the case before": walk} {
			byPlan, err := s.Outcome()
			if err != nil {
				return err
			}
			if !equal(byReference, byPlan) {
				return fmt.Errorf("under %s the reference (-) and the plan %s (+) differ on %v:\n%s",
					x.policy.ID, how, in, cmp.Diff(byReference, byPlan, same))
			}
		}
		inputs[lane], want[lane] = in, verdictOf(x.policy, byReference)
		if lane < plan.Lanes-1 {
			continue
		}
		batch.Load(inputs)
		batch.Verdicts(verdicts)
		for lane := range want {
			if d := cmp.Diff(want[lane], said(&verdicts[lane])); d != "" {
				return fmt.Errorf("under %s the reference (-) and the batch (+) differ on %v:\n%s", x.policy.ID, inputs[lane], d)
			}
		}
	}
	return nil
}

// equal compares outcomes quickly.
func equal(a, b *evaluate.Outcome) bool {
	return a.Level == b.Level && slices.Equal(a.Truths, b.Truths) && slices.Equal(a.Rules, b.Rules) && slices.Equal(a.Counted, b.Counted) &&
		slices.Equal(a.Grounds, b.Grounds) && slices.Equal(a.Decisive, b.Decisive) && slices.Equal(a.Tally, b.Tally) &&
		slices.Equal(a.Domains, b.Domains) && slices.Equal(a.Split, b.Split)
}
