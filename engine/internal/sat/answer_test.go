package sat_test

import (
	"testing"

	"windscreen/engine/internal/sat"
)

func TestAnAnswerIsSaidInWords(t *testing.T) {
	for a, want := range map[sat.Answer]string{sat.GaveUp: "gave up", sat.Satisfiable: "satisfiable", sat.Unsatisfiable: "unsatisfiable"} {
		if got := a.String(); got != want {
			t.Errorf("got %q, not %q", got, want)
		}
	}
}
