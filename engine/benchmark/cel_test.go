package benchmark

import (
	"testing"

	"windscreen/engine/internal/evaluate/plan"
)

// checked is how many cases of each kind the test has plain cel-go decide, which takes long. Bench itself checks all.
const checked = 8

// TestCelDecidesAsThePlanDoes holds what verdicts are measured against to the verdicts of the plan.
func TestCelDecidesAsThePlanDoes(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes long")
	}
	b := shipped(t)
	for _, s := range b.samples() {
		if err := b.best.check(b.compiled, s.inputs[:Cases]); err != nil {
			t.Errorf("%s: %v", s.name, err)
		}
		if err := b.plain.check(b.compiled, s.inputs[:checked]); err != nil {
			t.Errorf("%s: %v", s.name, err)
		}
	}
}

// TestAnotherVerdictIsNoticed holds verdicts against those under another policy.
func TestAnotherVerdictIsNoticed(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes long, and runs on one goroutine")
	}
	b := shipped(t)
	other := plan.New(b.root.Policy("essex-2017"))
	if err := b.best.check(other, b.known[0].inputs); err == nil {
		t.Error("the verdicts under another policy are taken for the same")
	}
}
