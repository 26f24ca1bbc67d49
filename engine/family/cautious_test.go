package family_test

import (
	"testing"

	"windscreen/engine/family"
	"windscreen/engine/term"
)

func TestTheMostCautiousAnswerIsThatWhichHoldsTellingUpMost(t *testing.T) {
	for _, test := range []struct {
		name string
		of   []term.Inform
		want term.Inform
	}{
		{"none", nil, ""},
		{"one", []term.Inform{term.InformExpected}, term.InformExpected},
		{"the last", []term.Inform{term.InformNotApplicable, term.InformExpected, term.InformAdviceFirst}, term.InformAdviceFirst},
		{"the first", []term.Inform{term.InformNotBeforeAdvice, term.InformAdviceFirst}, term.InformNotBeforeAdvice},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := family.MostCautious(test.of); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}
