package page

import (
	"testing"

	"windscreen/engine/family"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

func TestTheRowOnAgreementIsOneSentenceAndNamesNobodyWhereNoneIsNeeded(t *testing.T) {
	given := recommendation.Line{Rule: rule("given", "Given, by the mother."), Outcome: term.OutcomeGiven,
		Joined: "given by the mother", Unnamed: "given"}
	part := recommendation.Line{Rule: rule("part", "Given in part, to the help."), Joined: "given in part, to the help",
		Behind: "They take part."}
	bare := recommendation.Line{Rule: rule("bare", "Asked, with no answer yet.")}
	for name, x := range map[string]struct {
		value term.Agreement
		lines []recommendation.Line
		want  string
	}{
		"needed": {term.AgreementRequired, []recommendation.Line{given}, "Needed, and given by the mother."},
		"two lines": {term.AgreementRequired, []recommendation.Line{part, given},
			"Needed, and given by the mother. They take part."},
		"alone":                      {term.AgreementRequired, []recommendation.Line{part}, "Needed, and given in part, to the help."},
		"with no form of a sentence": {term.AgreementRequired, []recommendation.Line{bare}, "Needed. Asked, with no answer yet."},
		"not needed":                 {term.AgreementNotRequired, []recommendation.Line{given, part}, "Not needed, though given."},
		"nobody has answered":        {term.AgreementNotRequired, nil, "Not needed."},
	} {
		t.Run(name, func(t *testing.T) {
			m := makingOf(alone(func(r *recommendation.Recommendation) { r.Consent.Answered = x.lines }))
			a := family.AnswerOf{Of: m.everyone(), Value: string(x.value)}
			if got := answeredTo(lead(term.AnswerAgreement, a.Value), m.answered(a.Of, a.Value), a); got != x.want {
				t.Errorf("%q, not %q", got, x.want)
			}
		})
	}
}
