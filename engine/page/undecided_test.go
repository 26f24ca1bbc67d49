package page

import (
	"slices"
	"testing"

	"windscreen/engine/family"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// silent is a case that says nothing yet.
func silent(r *recommendation.Recommendation) { r.Areas.NothingSaid = true }

// unprinted takes away whom an action rings.
func unprinted(e *recommendation.Escalation) { e.Contact = nil }

// couldRefer is a referral that would be due if there is harm.
func couldRefer(more ...func(*recommendation.Escalation)) change {
	return func(r *recommendation.Recommendation) {
		e := recommendation.Escalation{Rule: rule("refer", "Refer the child"), State: term.Possible}
		ringingTo("hub", "01234 567")(&e)
		e.Contact.Now = &recommendation.Answering{Phone: "01234 567", NoHours: true}
		for _, f := range append(more, does(term.DeedRefers)) {
			f(&e)
		}
		r.Escalations = append(r.Escalations, e)
	}
}

func TestWhileNothingDecidesALevelThePageSaysWhomToRing(t *testing.T) {
	rings := "If you suspect harm, ring the hub: 01234 567, no hours printed. If nobody answers, call the police: 101, or 999 in danger."
	for name, x := range map[string]struct {
		a    *family.Answer
		want []string
	}{
		"nothing said":          {alone(level(1, 3), silent, couldRefer()), []string{rings}},
		"something, not enough": {alone(level(1, 3), couldRefer()), []string{rings}},
		"of two children":       {several(map[string][]change{"a": {level(1, 3), couldRefer()}, "b": {level(1, 1)}}), []string{rings}},
		"a level is settled":    {alone(level(1, 1), couldRefer()), nil},
		"a level is reached":    {alone(level(2, 3), couldRefer()), nil},
		"others refer":          {alone(level(1, 3), couldRefer(byWhom(term.DoerSocialWorker)), readBy(term.ReaderReferrer)), nil},
		"the family may read":   {alone(level(1, 3), couldRefer(), inform(term.InformAdviceFirst)), nil},
		"a step rings already":  {alone(level(1, 3), couldRefer(), act("a", "Ring", immediate, ringingTo("hub", "01234 567"))), nil},
		"no number is printed":  {alone(level(1, 3), couldRefer(unprinted)), []string{"If you suspect harm: refer the child."}},
		"nobody refers":         {alone(level(1, 3)), nil},
	} {
		t.Run(name, func(t *testing.T) { same(t, lines(Section{Entries: Of(x.a).Head.Under}), x.want...) })
	}
}

func TestWhileNothingDecidesALevelNothingReadsAsTheAnswer(t *testing.T) {
	open := way("open-to-all", "Use what is open to every child", term.PartFrontDoor, term.ForceHelpful)
	could := func(r *recommendation.Recommendation) {
		r.Consent.Inform = term.InformNotApplicable
		r.Consent.Why = map[term.Answer]recommendation.Line{term.AnswerInform: single("none", "There is no concern to raise")}
		r.Consent.CouldBe = []recommendation.CouldBe{
			{Answer: term.AnswerInform, Value: string(term.InformAdviceFirst), Rule: "few", Cite: []string{"C-few"},
				WaitsOn: []string{"a.b"}},
			{Answer: term.AnswerInform, Value: string(term.InformAdviceFirst), Rule: "many", Cite: []string{"C-many"},
				WaitsOn: []string{"a.b", "a.c"}},
		}
	}
	p := Of(alone(level(1, 3), open, could))
	if slices.ContainsFunc(p.Steps.Entries, func(e Entry) bool { return e.Rule == "open-to-all" }) {
		t.Errorf("what is open to every child stands among the steps: %q", lines(p.Steps))
	}
	telling := p.Family.Entries[slices.IndexFunc(p.Family.Entries, func(e Entry) bool { return e.Label == "Telling" })]
	if want := "Not known yet. If you suspect harm, take advice before you tell or ask them."; telling.Text != want ||
		!slices.Equal(telling.Cite, []string{"C-many"}) {
		t.Errorf("telling: %q %q", telling.Text, telling.Cite)
	}
	p = Of(alone(level(1, 1), open, could))
	if !slices.ContainsFunc(p.Steps.Entries, func(e Entry) bool { return e.Rule == "open-to-all" }) {
		t.Errorf("at level 1, settled, the steps are %q", lines(p.Steps))
	}
}

func TestASettledHeadKeepsWhomToRingWhereItIsFull(t *testing.T) {
	old := func(r *recommendation.Recommendation) { r.Document.YearsOld = 9 }
	a := alone(level(1, 3), couldRefer(), old, worse("home.one", "A matter", "Worse"), worse("home.two", "Another", "Worse"))
	p := Of(a)
	if FirstStep(p) > NearTop {
		t.Errorf("the first step is on line %d", FirstStep(p))
	}
	if !slices.ContainsFunc(p.Head.Under, func(e Entry) bool { return e.Contact != nil }) {
		t.Errorf("nobody to ring: %q", lines(Section{Entries: p.Head.Under}))
	}
}
