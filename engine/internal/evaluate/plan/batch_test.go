package plan_test

import (
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/evaluate/evaluatetest"
	"windscreen/engine/internal/evaluate/plan"
	"windscreen/engine/internal/policy"
)

// TestABatchComesToWhatEachCaseComesTo decides cases side by side and one by one.
func TestABatchComesToWhatEachCaseComesTo(t *testing.T) {
	overPolicies(t, func(t *rapid.T, p *policy.Policy, e *plan.Plan) {
		b, verdicts := e.NewBatch(), make([]plan.Verdict, plan.Lanes)
		for range 2 {
			cases := make([]evaluate.Input, rapid.IntRange(1, plan.Lanes).Draw(t, "cases"))
			for i := range cases {
				cases[i] = evaluatetest.Knowledge(t, p, rapid.SampledFrom([]int{0, 20, 50, 80, 100}).Draw(t, "share"))
			}
			b.Load(cases)
			b.Verdicts(verdicts)
			for lane, in := range cases {
				want, err := evaluate.Decide(evaluate.Tree(p), in)
				if err != nil {
					t.Fatalf("%v", err)
				}
				sameVerdict(t, p, want, b, lane)
				if d := cmp.Diff(verdictOf(p, want), said(&verdicts[lane])); d != "" {
					t.Fatalf("the verdict is not what the tree comes to:\n%s", d)
				}
			}
		}
	})
}

// sameVerdict fails where a case of a batch did not come to an outcome.
func sameVerdict(t interface{ Fatalf(string, ...any) }, p *policy.Policy, want *evaluate.Outcome, b *plan.Batch, lane int) {
	if got := b.Level(lane); got != want.Level {
		t.Fatalf("the level is %v alone and %v side by side", want.Level, got)
	}
	for i, g := range want.Grounds {
		if got := b.Ground(i, lane); got != g {
			t.Fatalf("ground %s is %v alone and %v side by side", p.Statutes[i].Name, g, got)
		}
	}
	for _, r := range p.Rules[p.FindingsEnd:] {
		if got := b.Later(r, lane); got != want.Truths[r.Index] {
			t.Fatalf("rule %s (%s) is %v alone and %v side by side", r.ID, r.Text(), want.Truths[r.Index], got)
		}
	}
}

func TestBulkReadsEveryCaseAndGivesEveryAnswerOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := load(t, evaluatetest.Policy(t)).Policies[0]
		e := plan.New(p)
		var some []evaluate.Input
		var want []*evaluate.Outcome
		for range 7 {
			in := evaluatetest.Knowledge(t, p, 50)
			o, err := evaluate.Decide(evaluate.Tree(p), in)
			if err != nil {
				t.Fatalf("%v", err)
			}
			some, want = append(some, in), append(want, o)
		}
		n := rapid.IntRange(0, 300).Draw(t, "cases")
		answered := make([]atomic.Int32, n)
		var wrong atomic.Int32
		worker := plan.Worker{Read: func(i int, in *evaluate.Input) {
			copy(in.Values, some[i%len(some)].Values)
			in.AsOf, in.Judgement = some[i%len(some)].AsOf, some[i%len(some)].Judgement
		}, Done: func(first, count int, b *plan.Batch) {
			for lane := range count {
				answered[first+lane].Add(1)
				o := want[(first+lane)%len(want)]
				for _, r := range p.Rules[p.FindingsEnd:] {
					if b.Level(lane) != o.Level || b.Later(r, lane) != o.Truths[r.Index] {
						wrong.Add(1)
					}
				}
			}
		}}
		e.Bulk(n, func() plan.Worker { return worker })
		for i := range answered {
			if answered[i].Load() != 1 {
				t.Fatalf("case %d of %d was answered %d times", i, n, answered[i].Load())
			}
		}
		if wrong.Load() > 0 {
			t.Fatalf("%d answers differ", wrong.Load())
		}
	})
}
