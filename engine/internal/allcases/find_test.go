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

// TestACaseFoundWithinASmallBudgetIsCalledSmallestOnlyIfItIs holds that a search which gives up early still finds a case that
// is confirmed.
func TestACaseFoundWithinASmallBudgetIsCalledSmallestOnlyIfItIs(t *testing.T) {
	p := shippedroot.Policies(t)[0]
	by, err := reference.New(p)
	if err != nil {
		t.Fatal(err)
	}
	notShown := 0
	for _, g := range p.Grounds {
		ask := func(budget int) *allcases.Found {
			all := describe(t, p, allcases.Options{AsOf: draw.AsOf})
			f, err := all.Find(allcases.Question{
				Holds: all.Rules[g.Index].Is, By: by, Budget: budget,
				Confirm: func(_ *casefile.Case, o *evaluate.Outcome) bool { return o.Truths[g.Index] == logic.True },
			})
			if err != nil {
				t.Fatal(err)
			}
			return f
		}
		smallest := ask(budget)
		for _, few := range []int{2, 8, 32} {
			f := ask(few)
			switch {
			case f.Answer == sat.Unsatisfiable:
				t.Errorf("%s: within %d conflicts there is no case, and there is one", g.ID, few)
			case f.Answer == sat.GaveUp:
			case f.Smallest && f.Stated != smallest.Stated:
				t.Errorf("%s: within %d conflicts the smallest case states %d, and there is one that states %d",
					g.ID, few, f.Stated, smallest.Stated)
			case !f.Smallest:
				notShown++
			}
		}
	}
	if notShown == 0 {
		t.Error("each case was shown to be the smallest, so that no budget ended")
	}
}
