package authoring_test

import (
	"cmp"
	"slices"
	"testing"
	"time"

	"windscreen/engine"
	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/check"
	"windscreen/engine/internal/cputime"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/evaluate/plan"
	"windscreen/engine/internal/link"
	"windscreen/engine/internal/policy"
	"windscreen/rules"
)

// How much processor time questions about all cases may take of a shipped policy: what lint asks, and what prove asks.
const (
	lintBar  = 5 * time.Second
	proveBar = 3 * time.Second
)

// busy is how many times the processor time the same work may take while statements are counted for coverage and other tests
// use the same caches: 5.7 s by itself were 10.3 s so.
const busy = 2.5

// within holds work against a bar.
func within(t *testing.T, bar time.Duration, work func()) {
	t.Helper()
	begun := cputime.Used()
	work()
	took := cputime.Used() - begun
	t.Logf("took %v; the bar is %v", took, bar)
	if took.Seconds() > busy*bar.Seconds() {
		t.Errorf("took %v, although the bar is %v", took, bar)
	}
}

func TestWhatLintAsksOfEveryCaseStaysWithinItsBar(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes seconds for each policy")
	}
	c, list := catalogue.Open(rules.FS, catalogue.Options{Version: engine.Version(),
		Compile: func(p *policy.Policy) (evaluate.Evaluator, error) { return plan.New(p), nil }})
	if c == nil {
		t.Fatalf("%s", list)
	}
	if _, err := c.All(t.Context(), list); err != nil {
		t.Fatal(err)
	}
	// Only the policy with the most rules is measured. That the others have no fault, other tests see.
	largest := slices.MaxFunc(c.Ready(), func(a, b *catalogue.Policy) int { return cmp.Compare(len(a.Policy.Rules), len(b.Policy.Rules)) })
	within(t, lintBar, func() {
		if _, err := check.EveryCase(t.Context(), []*link.Linked{largest.Linked}); err != nil {
			t.Fatal(err)
		}
	})
}

func TestProofsStayWithinTheirBar(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes seconds for each policy")
	}
	root := shippedRoot(t)
	for _, id := range shippedEngine(t).IDs() {
		t.Run(id, func(t *testing.T) {
			within(t, proveBar, func() {
				report, err := root.Prove(t.Context(), id)
				if err != nil || !report.Kept() {
					t.Fatalf("not everything is proved: %v", err)
				}
			})
		})
	}
}
