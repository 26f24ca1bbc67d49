package page

import (
	"testing"

	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

func TestTheRowsOnTheFamily(t *testing.T) {
	consent := func(f func(c *recommendation.Consent)) change {
		return func(r *recommendation.Recommendation) { f(&r.Consent) }
	}
	nothing := consent(func(c *recommendation.Consent) {
		c.Agreement, c.Inform, c.Sharing = term.AgreementNotApplicable, term.InformNotApplicable, term.SharingNotApplicable
	})
	for name, x := range map[string]struct {
		changes []change
		want    []string
	}{
		"as a rule": {nil, []string{"Agreement: Needed. Help is voluntary.", "Telling: Expected. Tell them openly.",
			"Sharing: With their agreement. Agreement is the norm."}},
		"nothing arises": {[]change{nothing}, []string{nothingToTell}},
		"telling waits": {[]change{inform(term.InformNotBeforeAdvice)}, []string{"Agreement: Needed. Help is voluntary.",
			"Telling: Not yet. Take advice first.",
			"Sharing: With their agreement. Agreement is the norm."}},
		"what was answered, and what to write down": {[]change{
			answeredWith("Not asked about sharing", ""), answeredWith("Given by the mother", term.OutcomeGiven),
			answeredWith("A third line", ""),
			consent(func(c *recommendation.Consent) {
				c.Sharing = term.SharingInProportion
				c.Record = []recommendation.Line{{Rule: rule("r", "")}, {Rule: rule("s", "Write down what you shared")}}
			}),
		}, []string{"Agreement: Needed, and given by the mother. Not asked about sharing. Help is voluntary.",
			"Telling: Expected. Tell them openly.",
			"Sharing: Share what is needed. Agreement is the norm. Write down what you shared."}},
		"who gave what nobody needs to ask is not said": {[]change{
			answeredWith("Given, by the mother and the father.", term.OutcomeGiven),
			consent(func(c *recommendation.Consent) { c.Agreement = term.AgreementNotRequired }),
		}, []string{"Agreement: Not needed, though given. Help is voluntary.", "Telling: Expected. Tell them openly.",
			"Sharing: With their agreement. Agreement is the norm."}},
		"what nobody needs to ask is not said to be unasked": {[]change{
			answeredWith("Not asked about sharing", ""), answeredWith("Refused by the mother", term.OutcomeRefused),
			consent(func(c *recommendation.Consent) { c.Agreement = term.AgreementNotRequired }),
		}, []string{"Agreement: Not needed, though refused by the mother. Help is voluntary.", "Telling: Expected. Tell them openly.",
			"Sharing: With their agreement. Agreement is the norm."}},
		"an exception that is open, and a long text": {[]change{consent(func(c *recommendation.Consent) {
			l := recommendation.Line{Rule: rule("a", ""), Says: "Help at this level is voluntary"}
			l.Unless = &recommendation.Unless{Says: "a court decides", Open: true}
			c.Why[term.AnswerAgreement] = l
		})}, []string{"Agreement: Needed, unless a court decides. Help at this level is voluntary.", "Telling: Expected. Tell them openly.",
			"Sharing: With their agreement. Agreement is the norm."}},
	} {
		t.Run(name, func(t *testing.T) { same(t, lines(Of(alone(x.changes...)).Family), x.want...) })
	}
}

func TestARowOfSomeChildrenNamesThem(t *testing.T) {
	not := func(r *recommendation.Recommendation) {
		r.Consent.Agreement, r.Consent.Sharing = term.AgreementNotRequired, term.SharingInProportion
	}
	a := several(map[string][]change{"6": {not, level(3, 3)}, "11": nil})
	same(t, lines(Of(a).Family),
		"Agreement: For 6: not needed. Help is voluntary.", "For 11: needed. Help is voluntary.",
		"Telling: Expected. Tell them openly.",
		"Sharing: For 6: share what is needed. Agreement is the norm.", "For 11: with their agreement. Agreement is the norm.")
}

func TestWhileTellingWaitsTheRowOnAgreementSendsNobodyToAsk(t *testing.T) {
	asks := func(r *recommendation.Recommendation) {
		l := recommendation.Line{Rule: rule("asked", "Not asked yet. Ask first."), Joined: "not asked yet. Ask first",
			Waiting: "Not asked yet."}
		r.Consent.Answered = append(r.Consent.Answered, l)
		l = single("agreement", "Ask whoever can be reached.")
		l.Waiting = "They are asked once that is safe."
		r.Consent.Why[term.AnswerAgreement] = l
	}
	same(t, lines(Of(alone(asks)).Family)[:1], "Agreement: Needed, and not asked yet. Ask first. Ask whoever can be reached.")
	same(t, lines(Of(alone(asks, inform(term.InformAdviceFirst))).Family)[:1],
		"Agreement: Needed. Not asked yet. They are asked once that is safe.")
}

func TestWhoeverHasItSettledWhatIsToldTellsNobodyBefore(t *testing.T) {
	settle := act("settle", "Hold the discussion", immediate, does(term.DeedSettles), byWhom(term.DoerFrontDoor))
	const settled = "Telling: Expected. The discussion settles it."
	telling := func(changes ...change) []string { return lines(Of(alone(changes...)).Family)[1:2] }
	same(t, telling(settle, readBy(term.ReaderFrontDoor)), settled)
	same(t, telling(settle, readBy(term.ReaderReferrer)), "Telling: Expected. Tell them openly.")
	same(t, telling(settle, readBy(term.ReaderFrontDoor), inform(term.InformAdviceFirst)),
		"Telling: Not yet. Take advice first.")
}

func TestAnExceptionThatIsDecidedIsNotPrinted(t *testing.T) {
	safe := func(s *recommendation.Step) { s.Safe = "Talk with them" }
	talk := way("talk", "Talk with them, unless telling them has to wait", term.PartForm, term.ForceRequired, safe)
	needs := way("talk", "Talk with them, unless telling them has to wait", term.PartForm, term.ForceRequired, safe,
		func(s *recommendation.Step) { s.Needs = []term.Awaits{term.AwaitsTelling} })
	agreed := func(r *recommendation.Recommendation) {
		l := single("agreement", "It takes consent, unless a risk prevents asking.")
		l.Safe = "It takes consent."
		r.Consent.Why[term.AnswerAgreement] = l
	}
	open := couldBe(term.InformAdviceFirst, "risk")
	same(t, lines(Of(alone(talk)).Steps), "Talk with them.")
	same(t, lines(Of(alone(talk, open)).Steps), "Talk with them, unless telling them has to wait.")
	same(t, lines(Of(alone(talk, inform(term.InformAdviceFirst))).Steps), doNotTell, "Talk with them, unless telling them has to wait.")
	same(t, lines(Of(alone(needs, inform(term.InformAdviceFirst))).Steps), doNotTell, "Once telling the family is safe: talk with them.")
	same(t, lines(Of(alone(agreed)).Family)[:1], "Agreement: Needed. It takes consent.")
	same(t, lines(Of(alone(agreed, open)).Family)[:1], "Agreement: Needed. It takes consent, unless a risk prevents asking.")
}
