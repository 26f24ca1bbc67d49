package evaluate_test

import (
	"testing"

	"pgregory.net/rapid"

	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/evaluate/evaluatetest"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
)

// TestWhatIsProvedNeverToBeUnknownNeverIs looks at every part of every condition,
// because few rules can be proved as a whole.
func TestWhatIsProvedNeverToBeUnknownNeverIs(t *testing.T) {
	overPolicies(t, func(t *rapid.T, p *policy.Policy) {
		in := evaluatetest.Knowledge(t, p, rapid.SampledFrom([]int{0, 20, 50, 80}).Draw(t, "share"))
		o := decide(t, evaluate.Tree(p), in)
		env := o.Environment(in)
		for _, r := range p.Rules {
			if r.When.Root.NeverUnknown() && o.Truths[r.Index] == logic.Unknown {
				t.Fatalf("rule %s is unknown, though it was proved that it never is\n%s", r.ID, r.Text())
			}
			r.When.Root.Walk(1, func(n *lang.Node, _ int) {
				if n.NeverUnknown() && n.Truth(env) == logic.Unknown {
					t.Fatalf("of rule %s, %s is unknown, though it was proved that it never is", r.ID, n.Text())
				}
			})
		}
	})
}
