package recommend_test

import (
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/evaluate/evaluatetest"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/recommend"
	"windscreen/engine/internal/vocabulary"
)

// A proof is a short way to what evaluating everything tells.
func TestWhatIsProvedIsWhatEvaluatingEverythingTells(t *testing.T) {
	all := 0
	overPolicies(t, func(t *rapid.T, root *catalogue.Whole, p *policy.Policy) {
		in := evaluatetest.Knowledge(t, p, rapid.SampledFrom([]int{10, 40, 80, 100}).Draw(t, "share"))
		c := &casefile.Case{Policy: p.ID, AsOf: evaluatetest.AsOf.In(root.London), Values: in.Values,
			Origins: make([]casefile.Origin, len(in.Values))}
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
		share := rapid.SampledFrom([]int{20, 60, 90, 98}).Draw(t, "learnt")
		disagree, tried, err := recommend.ProofsAgainstSessions(recommend.New(p, evaluate.Tree(p), root.London, "test"), c,
			func() bool { return r.IntN(8) == 0 }, func(*vocabulary.Fact) bool { return r.IntN(100) < share })
		if err != nil {
			t.Fatalf("%v", err)
		}
		all += tried
		if len(disagree) > 0 {
			t.Fatalf("%v", disagree)
		}
	})
	if all == 0 {
		t.Error("nothing was tried")
	}
}
