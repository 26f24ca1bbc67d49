package plan_test

import (
	"math/rand/v2"
	"testing"

	"windscreen/engine/internal/draw"
	"windscreen/engine/internal/evaluate/evaluatetest"
	"windscreen/engine/internal/evaluate/plan"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/shippedroot"
)

// growth is what a policy costs in steps.
type growth struct {
	// size is going through the graph once, verdict the most that a verdict takes.
	size, verdict uint64
	// learn is learning every fact anew, one after another, with all of them known.
	learn uint64
}

// madeUp are policies of so many rules over the shipped vocabulary, each made up once for all tests.
var madeUp = map[int]*policy.Policy{}

// ofRules makes up a policy of n rules.
func ofRules(t *testing.T, n int) *policy.Policy {
	t.Helper()
	if madeUp[n] == nil {
		made := draw.Rules(rand.New(rand.NewPCG(1, 1)), shippedroot.Rules(t).Vocabulary, n)
		madeUp[n] = load(t, evaluatetest.Beside(t, made)).Policy(draw.PolicyID)
	}
	return madeUp[n]
}

// costs counts what a policy of n rules takes.
func costs(t *testing.T, n int) growth {
	t.Helper()
	p := ofRules(t, n)
	e, facts := plan.New(p), uint64(len(p.Vocabulary.Facts))
	g := growth{size: e.Size()}
	for _, share := range []int{0, 20, 60, 100} {
		verdict, learn := steps(p, e, share)
		if most := 2 * g.size; verdict > most {
			t.Errorf("%d rules, %d in a hundred facts known: a verdict takes %d steps; going through the graph twice takes %d",
				n, share, verdict, most)
		}
		if from := verdict * facts; learn > from {
			t.Errorf("%d rules, %d in a hundred facts known: learning each fact takes %d steps, and beginning anew each time %d",
				n, share, learn, from)
		}
		g.verdict, g.learn = max(g.verdict, verdict), learn
	}
	return g
}

// steps counts a verdict, and then learning every fact, one after another.
func steps(p *policy.Policy, e *plan.Plan, share int) (verdict, learn uint64) {
	s, r := e.NewState(), rand.New(rand.NewPCG(2, 2))
	var v plan.Verdict
	s.Verdict(drawCases(p, share, 1)[0], &v)
	verdict = s.Steps()
	for _, f := range p.Vocabulary.Facts {
		s.Know(f, draw.Value(r, f, false))
		s.Decided(&v)
	}
	return verdict, s.Steps() - verdict
}

// few is how many rules the smallest policy has that growth is measured from.
const few = 400

// TestRulesCostNoMoreThanTheyAreMany counts steps at 400 rules, 1,600 and 6,400: what
// they take must grow no faster than the rules. They are drawn, so that a tenth is
// left to chance.
func TestRulesCostNoMoreThanTheyAreMany(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes long, and runs on one goroutine")
	}
	one := costs(t, few)
	t.Logf("%d rules: %+v", few, one)
	for _, times := range []uint64{4, 16} {
		g := costs(t, few*int(times))
		t.Logf("%d rules: %+v", few*times, g)
		for what, x := range map[string][2]uint64{
			"going through the graph": {one.size, g.size},
			"a verdict":               {one.verdict, g.verdict},
			"learning every fact":     {one.learn, g.learn},
		} {
			if x[0] == 0 || x[1] > times*x[0]*11/10 {
				t.Errorf("%s takes %d steps with %d rules, and %d with %d times as many", what, x[0], few, x[1], times)
			}
		}
	}
}

// TestCompilingTakesWorkInProportion counts what compiling allocates, which is all that
// it does: it must grow no faster than the rules, but for a tenth, which is left to chance.
func TestCompilingTakesWorkInProportion(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes long, and runs on one goroutine")
	}
	work := func(n int) float64 {
		p := ofRules(t, n)
		return testing.AllocsPerRun(1, func() { plan.New(p) })
	}
	one := work(few)
	for _, times := range []int{4, 16} {
		if many := work(few * times); many > float64(times)*one*11/10 {
			t.Errorf("%d rules take %.0f, and %d take %.0f", few, one, few*times, many)
		} else {
			t.Logf("%d rules take %.0f, and %d take %.0f, %.1f times as much", few, one, few*times, many, many/one)
		}
	}
}
