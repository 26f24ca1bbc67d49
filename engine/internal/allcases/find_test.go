package allcases_test

import (
	"flag"
	"testing"

	"windscreen/engine/internal/allcases"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/draw"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/evaluate/reference"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/sat"
	"windscreen/engine/internal/shippedroot"
	"windscreen/engine/internal/testroot"
)

// budget is far more than questions about the shipped rules need.
const budget = 20_000

// eachRule is how many rules stand for one that is tried; each run begins at another. The weekly search tries all.
var eachRule = flag.Int("rules.each", 17, "try one rule in so many")

// TestEveryRuleHasACaseInWhichItHoldsAndOneInWhichItDoesNot asks for the smallest case in which each rule certainly holds, and one in
// which it certainly does not. The reference confirms each of them.
func TestEveryRuleHasACaseInWhichItHoldsAndOneInWhichItDoesNot(t *testing.T) {
	for _, p := range shippedroot.Policies(t) {
		t.Run(p.ID, func(t *testing.T) {
			t.Parallel()
			all := describe(t, p, allcases.Options{AsOf: draw.AsOf})
			by, err := reference.New(p)
			if err != nil {
				t.Fatal(err)
			}
			stated := map[int]int{}
			step := *eachRule
			if testing.Short() {
				step = 29
			}
			for i := int(testroot.Seed(t) % uint64(step)); i < len(p.Rules); i += step {
				r := p.Rules[i]
				if r.Always || !r.InForce(draw.AsOf.Unix()) {
					continue
				}
				stated[one(t, all, by, r, logic.True)]++
				stated[one(t, all, by, r, logic.False)]++
			}
			t.Logf("cases by how much they state: %v", stated)
		})
	}
}

// one finds a case in which a rule comes to a truth, and returns how much it states.
func one(t *testing.T, all *allcases.Cases, by evaluate.Evaluator, r *policy.Rule, want logic.Truth) int {
	t.Helper()
	holds := all.Rules[r.Index].Is
	if want == logic.False {
		holds = all.Rules[r.Index].May.Not()
	}
	f, err := all.Find(allcases.Question{
		Holds: holds, By: by, Budget: budget,
		Confirm: func(_ *casefile.Case, o *evaluate.Outcome) bool { return o.Truths[r.Index] == want },
	})
	switch {
	case err != nil:
		t.Fatal(err)
	case f.Answer != sat.Satisfiable:
		t.Errorf("%s is never %v, or it is not known: %v %s\n%s", r.ID, want, f.Answer, f.Why, r.Text())
	case !f.Smallest:
		t.Errorf("that the case for %s is the smallest was not shown: %+v", r.ID, f.File)
	case f.Unlikely:
		t.Logf("%s is %v only in an unlikely case: %v", r.ID, want, f.File.Stated)
	}
	return f.Stated
}
