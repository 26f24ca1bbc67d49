package evaluate_test

import (
	"testing"

	"pgregory.net/rapid"

	"windscreen/engine/internal/evaluate/evaluatetest"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/policy"
	"windscreen/engine/term"
)

// TestWhatIsLeftOfAConditionComesOutTheSame puts what is known into every condition that asks of facts alone. What is left of it
// comes out as the condition does, also once more is known.
func TestWhatIsLeftOfAConditionComesOutTheSame(t *testing.T) {
	overPolicies(t, func(t *rapid.T, p *policy.Policy) {
		in := evaluatetest.Knowledge(t, p, 50)
		more := evaluatetest.LearnMore(t, p, in, 50)
		now, later := &lang.Env{Values: in.Values, AsOf: in.AsOf}, &lang.Env{Values: more.Values, AsOf: more.AsOf}
		var room lang.Leaver
		for _, r := range p.Rules[:p.FindingsEnd] {
			room.Reset()
			if r.Kind == term.KindLevel {
				continue
			}
			root := r.When.Root
			left := room.Left(root, now)
			if a, b := root.Truth(now), left.Truth(now); a != b {
				t.Fatalf("%s (%s) is %v, and what is left of it %v", r.ID, r.Text(), a, b)
			}
			if a, b := root.Truth(later), left.Truth(later); a != b {
				t.Fatalf("%s (%s) is %v once more is known, and what was left of it %v", r.ID, r.Text(), a, b)
			}
		}
	})
}
