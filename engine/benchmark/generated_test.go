package benchmark

import (
	"math"
	"testing"
)

// TestGeneratedGoDecidesAsThePlanDoes also says how much faster it is, which no test holds: it is the limit.
func TestGeneratedGoDecidesAsThePlanDoes(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds a program")
	}
	b := shipped(t)
	pairs, end, err := b.againstGenerated()
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := end(); err != nil {
			t.Error(err)
		}
	}()
	for _, p := range pairs {
		best := [2]float64{math.Inf(1), math.Inf(1)}
		for round := range 30 {
			for i, s := range []Side{p.Against, p.Fast} {
				took, err := s.time(round*Cases, 32*Cases)
				if err != nil {
					t.Fatal(err)
				}
				best[i] = min(best[i], float64(took.Nanoseconds())/(32*Cases))
			}
		}
		t.Logf("%s: %.0f ns and %.0f ns, %.2f times as much", p.Name, best[0], best[1], best[1]/best[0])
	}
}
