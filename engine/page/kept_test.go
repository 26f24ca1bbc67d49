package page

import (
	"testing"

	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

func TestWhileSomebodyMustNotBeToldTheRowOnAgreementDoesNotSayWhoAnswered(t *testing.T) {
	given := answeredWith("Given, by the young person", term.OutcomeGiven)
	kept := func(short string) change {
		return func(r *recommendation.Recommendation) {
			l := recommendation.Line{Rule: rule("kept", short)}
			l.ForFamily = &recommendation.ForFamily{NoCopy: true}
			r.Consent.Answered = append(r.Consent.Answered, l)
		}
	}
	from := func(r *recommendation.Recommendation) {
		r.Consent.From = append(r.Consent.From, recommendation.Line{Rule: rule("from", "Only those whom it is safe to ask")})
	}
	goesOn := func(r *recommendation.Recommendation) {
		r.Consent.Inform = term.InformNotBeforeAdvice
		line := single("inform", "Go on talking with whoever knows.")
		line.Does = []term.Deed{term.DeedGoesOn}
		r.Consent.Why[term.AnswerInform] = line
	}
	refused := answeredWith("Refused, by the mother", term.OutcomeRefused)
	notRequired := func(r *recommendation.Recommendation) { r.Consent.Agreement = term.AgreementNotRequired }
	for name, x := range map[string]struct {
		changes []change
		want    string
	}{
		"nobody is kept out": {[]change{given}, "Agreement: Needed, and given by the young person. Help is voluntary."},
		"the parents are":    {[]change{given, kept("Not needed from the parents")}, "Agreement: Not needed from the parents."},
		"somebody else is":   {[]change{given, kept(""), from}, "Agreement: Needed. Only those whom it is safe to ask."},
		"another, who goes on": {[]change{given, kept(""), from, goesOn},
			"Agreement: Needed, and given. Only those whom it is safe to ask."},
		"another, who refused":       {[]change{refused, kept(""), from, goesOn}, "Agreement: Needed. Only those whom it is safe to ask."},
		"and nothing says from whom": {[]change{given, kept("")}, "Agreement: Needed. Help is voluntary."},
		"nobody's is needed":         {[]change{given, kept(""), notRequired}, "Agreement: Not needed. Help is voluntary."},
	} {
		t.Run(name, func(t *testing.T) { same(t, lines(Of(alone(x.changes...)).Family)[:1], x.want) })
	}
}
