package recommend_test

import (
	"testing"

	"pgregory.net/rapid"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/evaluate/evaluatetest"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/recommend"
	"windscreen/engine/internal/shippedroot"
	"windscreen/engine/recommendation"
)

// overPolicies runs a property over the shipped policies, one for each try, and over generated
// ones. Explanations take long, so each try draws its policy.
func overPolicies(t *testing.T, property func(t *rapid.T, root *catalogue.Whole, p *policy.Policy)) {
	root := shippedroot.Rules(t)
	t.Run("shipped", rapid.MakeCheck(func(t *rapid.T) {
		property(t, root, rapid.SampledFrom(root.Policies).Draw(t, "policy"))
	}))
	t.Run("generated", rapid.MakeCheck(func(t *rapid.T) {
		root, list := catalogue.Link(evaluatetest.Policy(t))
		if root == nil {
			t.Fatalf("%s", list)
		}
		property(t, root, root.Policies[0])
	}))
}

// recommended draws a case and gives its recommendation.
func recommended(t *rapid.T, root *catalogue.Whole, p *policy.Policy) (evaluate.Input, *recommendation.Recommendation) {
	in := evaluatetest.Knowledge(t, p, rapid.SampledFrom([]int{10, 40, 80, 100}).Draw(t, "share"))
	c := &casefile.Case{Policy: p.ID, AsOf: evaluatetest.AsOf.In(root.London), Values: in.Values,
		Origins: make([]casefile.Origin, len(in.Values))}
	if in.Judgement.Recorded {
		c.Judgement = &casefile.Judgement{Level: in.Judgement.Level, By: "nobody", Reason: "made up"}
	}
	m := recommend.New(p, evaluate.Tree(p), root.London, "test")
	r, err := m.RecommendWith(c, recommend.Options{NotCommenced: true})
	if err != nil {
		t.Fatalf("%v", err)
	}
	return in, r
}
