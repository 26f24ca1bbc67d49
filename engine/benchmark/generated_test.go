package benchmark

import "testing"

// TestGeneratedGoDecidesAsThePlanDoes builds the rules as Go and holds each answer against the plan.
func TestGeneratedGoDecidesAsThePlanDoes(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds a program")
	}
	_, end, err := shipped(t).againstGenerated()
	if err != nil {
		t.Fatal(err)
	}
	if err := end(); err != nil {
		t.Error(err)
	}
}
