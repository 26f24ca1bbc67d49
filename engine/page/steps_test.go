package page

import (
	"fmt"
	"slices"
	"testing"

	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

func TestStepsStandInTheOrderInWhichToDoThem(t *testing.T) {
	form := func(s *recommendation.Step) { s.By = []term.Doer{term.DoerReferrer} }
	a := alone(inform(term.InformAdviceFirst),
		act("later", "Write it down", before(at(t, "5 17:00"))),
		act("sooner", "Report it. Keep a copy", before(at(t, "3 17:00")), before(at(t, "9 17:00"))),
		way("form", "Send the form", term.PartForm, term.ForceRequired),
		way("lead", "Lead it", term.PartLead, term.ForceRequired),
		way("talk", "Talk it over", term.PartLead, term.ForceExpected, form),
		act("now", "Refer the child", immediate, ringingTo("hub", "020 7946 0000")),
		act("first", "Call 999", immediate, func(e *recommendation.Escalation) { e.First = true }),
	)
	p := Of(a)
	same(t, lines(p.Steps),
		"Call 999.",
		"Do not tell or ask the family yet, or show them this page.",
		"Refer the child: 020 7946 0000.",
		"Report it, by Tue 3 Mar 17:00. Keep a copy.",
		"Write it down, by Thu 5 Mar 17:00.",
		"Send the form.",
	)
	if p.Steps.Heading != "Do now" || p.Steps.Left != "One more step is in the full answer." {
		t.Errorf("heading %q, left %q", p.Steps.Heading, p.Steps.Left)
	}
}

func TestASingleStep(t *testing.T) {
	overdue := func(e *recommendation.Escalation) {
		e.Due = []recommendation.Due{{At: at(t, "1 17:00"), Overdue: true}, {At: at(t, "1 17:00"), Assumed: true}}
	}
	unless := func(open bool) func(*recommendation.Escalation) {
		return func(e *recommendation.Escalation) {
			e.Unless = &recommendation.Unless{Says: "a nurse has done so", Open: open}
		}
	}
	own := func(e *recommendation.Escalation) { e.Agreement = term.AgreementRequired }
	refused, given := answeredWith("Refused", term.OutcomeRefused), answeredWith("Given", term.OutcomeGiven)
	for name, x := range map[string]struct {
		changes []change
		want    string
		now     bool
	}{
		"at once": {[]change{act("a", "Ring them", immediate)}, "Ring them.", true},
		"overdue": {[]change{act("a", "Ring them. Write it down", overdue)},
			"Ring them. Was due by Sun 1 Mar 17:00. Write it down.", false},
		"overdue, and another limit runs": {[]change{act("a", "Ring them", before(at(t, "9 17:00")), overdue)},
			"Ring them. Was due by Sun 1 Mar 17:00.", false},
		"overdue, and at once": {[]change{act("a", "Ring them", immediate, overdue)}, "Ring them. Was due by Sun 1 Mar 17:00.", true},
		"overdue, and the child is seen": {[]change{act("a", "See the child alone", overdue, does(term.DeedProtects))},
			"See the child alone. Was due by Sun 1 Mar 17:00.", true},
		"overdue, and the child is protected": {[]change{act("a", "Hold a child protection conference", overdue, does(term.DeedProtects))},
			"Hold a child protection conference. Was due by Sun 1 Mar 17:00.", true},
		"before a day": {[]change{act("a", "Ring them", before(at(t, "6 00:00")))}, "Ring them, before Friday 6 March.", false},
		"with its action": {[]change{act("a", "",
			func(e *recommendation.Escalation) { e.Action = "Ring the hub at length" })}, "Ring the hub at length.", false},
		"unless something is so":      {[]change{act("a", "Ring them", unless(true))}, "Ring them, unless a nurse has done so.", false},
		"an exception that is closed": {[]change{act("a", "Ring them", unless(false))}, "Ring them.", false},
		"of another":                  {[]change{act("a", "Decide", byWhom(term.DoerFrontDoor), immediate)}, nothingDue, false},
		"of the reader among others":  {[]change{act("a", "Decide", byWhom(term.DoerOthers, term.DoerReferrer))}, "Decide.", false},
		"for a reader at the front door": {[]change{act("a", "Decide", byWhom(term.DoerFrontDoor)),
			func(r *recommendation.Recommendation) { r.Reader = term.ReaderFrontDoor }}, "Decide.", false},
		"that is only possible": {[]change{act("a", "Ring them",
			func(e *recommendation.Escalation) { e.State = term.Possible })}, nothingDue, false},
		"none": {nil, nothingDue, false},
		"that needs agreement which was refused": {[]change{refused, act("a", "Ask for help", needing(term.AwaitsAgreement))},
			nothingDue, false},
		"that needs agreement which was given": {[]change{given, act("a", "Ask for help", own)}, "Ask for help.", false},
	} {
		t.Run(name, func(t *testing.T) {
			p := Of(alone(x.changes...))
			same(t, lines(p.Steps), x.want)
			if p.Steps.Entries[0].Now != x.now {
				t.Errorf("due at once: %v", p.Steps.Entries[0].Now)
			}
		})
	}
}

func TestAStepThatWaitsNamesNobodyToRing(t *testing.T) {
	for name, x := range map[string]struct {
		inform term.Inform
		needs  term.Awaits
		want   string
	}{
		"for telling": {term.InformAdviceFirst, term.AwaitsTelling, "Once telling the family is safe: offer help."},
		"for agreement, and so for telling": {term.InformNotBeforeAdvice, term.AwaitsAgreement,
			"Once telling the family is safe: offer help."},
		"for agreement alone": {term.InformExpected, term.AwaitsAgreement, "Once the family agrees: offer help."},
	} {
		t.Run(name, func(t *testing.T) {
			p := Of(alone(inform(x.inform), act("a", "Offer help", immediate, needing(x.needs), ringingTo("hub", "020 7946 0000"),
				before(at(t, "3 09:00")))))
			last := p.Steps.Entries[len(p.Steps.Entries)-1]
			if last.Contact != nil || last.Now || !last.When.IsZero() {
				t.Errorf("%+v", last)
			}
			if got := last.Text; got != x.want && got != "Nothing is due. "+x.want {
				t.Errorf("got %q", got)
			}
		})
	}
	p := Of(alone(act("a", "Offer help", needing(term.AwaitsTelling))))
	same(t, lines(p.Steps), "Offer help.")
}

func TestWhatIsDueAtOnceAndNotToTellAreNeverLeftOut(t *testing.T) {
	changes := []change{inform(term.InformAdviceFirst)}
	for i := range 9 {
		changes = append(changes, act(fmt.Sprintf("now-%d", i), fmt.Sprintf("Act in way %d", i), immediate))
	}
	changes = append(changes, act("some-time", "Write it down"))
	p := Of(alone(changes...))
	if n := len(p.Steps.Entries); n != 10 || p.Steps.Entries[0].Text != doNotTell {
		t.Errorf("%d steps: %q", n, lines(p.Steps))
	}
	if p.Steps.Left != "One more step is in the full answer." {
		t.Errorf("left: %q", p.Steps.Left)
	}
}

func TestWhatMustNotBeDoneStandsBehindDangerAndBeforeTheCall(t *testing.T) {
	ring := act("ring", "Ring the hub", immediate, ringingTo("hub", "020 7946 0000"))
	advice := act("advice", "Ask the nurse", ringingTo("nurse", "020 7946 0111"))
	first := act("first", "Call 999", immediate, func(e *recommendation.Escalation) { e.First = true })
	look, write := act("look", "Look after the child", immediate), act("write", "Write it down")
	const told, rung, asked = "Do not tell or ask the family yet, or show them this page.", "Ring the hub: 020 7946 0000.",
		"Ask the nurse: 020 7946 0111."
	const acted = "Act without asking or telling the family first. Do not show them this page."
	for name, x := range map[string]struct {
		inform  term.Inform
		changes []change
		want    []string
	}{
		"behind danger": {term.InformAdviceFirst, []change{look, ring, first},
			[]string{"Call 999.", told, rung, "Look after the child."}},
		"before asking for advice": {term.InformNotBeforeAdvice, []change{write, advice}, []string{told, asked, "Write it down."}},
		"before the first thing to do now": {term.InformAdviceFirst, []change{look, write},
			[]string{told, "Look after the child.", "Write it down."}},
		"first, if nothing is due at once": {term.InformAdviceFirst, []change{write}, []string{told, "Write it down."}},
		"alone":                            {term.InformAdviceFirst, nil, []string{told}},
		"telling comes after acting": {term.InformNotAPrecondition, []change{look, ring},
			[]string{acted, rung, "Look after the child."}},
		"telling comes after the acts of others": {term.InformNotAPrecondition,
			[]change{act("a", "Act", immediate, byWhom(term.DoerFrontDoor))},
			[]string{told}},
		"telling is expected": {term.InformExpected, []change{write, ring}, []string{rung, "Write it down."}},
	} {
		t.Run(name, func(t *testing.T) { same(t, lines(Of(alone(append(x.changes, inform(x.inform))...)).Steps), x.want...) })
	}
}

func TestAtMostTwoStepsThatMayHelpAndANumberOnce(t *testing.T) {
	called := func(s *recommendation.Step) { s.Contact = &recommendation.Contact{Phone: "020 7946 0000"} }
	p := Of(alone(
		way("a", "Ask the hub", term.PartFrontDoor, term.ForceHelpful, called),
		way("b", "Send the form", term.PartForm, term.ForceExpected, called),
		way("c", "Read the guide", term.PartForm, term.ForceHelpful), way("d", "Ask a friend", term.PartForm, term.ForceHelpful),
	))
	same(t, lines(p.Steps), "Send the form: 020 7946 0000.", "Ask the hub.", "Read the guide.")
}

func TestAStepIsLeadByTheChildrenForWhomItIs(t *testing.T) {
	a := several(map[string][]change{
		"6": {act("a", "Refer the child", immediate), act("b", "Write it down")}, "11": {act("b", "Write it down")},
		"baby": {act("b", "Write it down")},
	})
	same(t, lines(Of(a).Steps), "For 6: refer the child.", "Write it down.")
}

func TestWhatARuleExcludesIsLeftOutForItsOwnChildren(t *testing.T) {
	excluding := func(e *recommendation.Escalation) { e.Excludes = []string{"b"} }
	possible := func(e *recommendation.Escalation) { e.State = term.Possible }
	same(t, lines(Of(alone(act("a", "Refer the child", excluding), act("b", "Talk first", immediate))).Steps), "Refer the child.")
	same(t, lines(Of(alone(act("a", "Refer the child", excluding, possible), act("b", "Talk first"))).Steps), "Talk first.")
	a := several(map[string][]change{
		"6": {act("a", "Refer the child", excluding), act("b", "Talk first", immediate)}, "11": {act("b", "Talk first", immediate)},
	})
	same(t, lines(Of(a).Steps), "For 11: talk first.", "For 6: refer the child.")
	line := func(id string, excludes ...string) change {
		return func(r *recommendation.Recommendation) {
			l := recommendation.Line{Rule: rule(id, "Said by "+id), Outcome: term.OutcomeGiven}
			l.Excludes = excludes
			r.Consent.Answered = append(r.Consent.Answered, l)
			r.Cautions = append(r.Cautions, recommendation.Caution{Rule: rule("caution-"+id, "")})
		}
	}
	p := Of(alone(line("x", "y"), line("y"), way("b", "Send the form", term.PartForm, term.ForceRequired)))
	same(t, lines(p.Family)[:1], "Agreement: Needed. Said by x. Help is voluntary.")
}

func TestAnAnswerCountsForItsOwnChild(t *testing.T) {
	form := act("form", "Send the form", needing(term.AwaitsAgreement))
	p := Of(several(map[string][]change{
		"given":   {answeredWith("Given", term.OutcomeGiven), form},
		"refused": {answeredWith("Refused", term.OutcomeRefused), form},
		"silent":  {form},
	}))
	same(t, lines(p.Steps), "For given: send the form.", "For silent, once the family agrees: send the form.")
}

func TestAStepWithWeeksGivesWayAndAStepSaysFromWhenItsTimeIsCounted(t *testing.T) {
	visit := func(id string, end recommendation.Moment) change {
		return act(id, "Visit the child", func(e *recommendation.Escalation) {
			e.Due = []recommendation.Due{{At: end, From: at(t, "1 09:00")}}
		})
	}
	other := way("lead", "Name somebody who leads", term.PartForm, term.ForceExpected)
	far := visit("far", at(t, "30 17:00"))
	p := Of(alone(far, visit("near", at(t, "11 17:00")), other))
	same(t, lines(p.Steps), "Visit the child, by Wed 11 Mar 17:00, counted from Sun 1 Mar.", "Name somebody who leads.",
		"Visit the child, by Mon 30 Mar 17:00, counted from Sun 1 Mar.")
	p = Of(alone(append(full(t, 40, 3), far)...))
	if slices.ContainsFunc(p.Steps.Entries, func(e Entry) bool { return e.Rule == "far" }) || p.Steps.Left == "" {
		t.Errorf("%q, left %q", lines(p.Steps), p.Steps.Left)
	}
	safe := act("safe", "Ask housing", does(term.DeedProtects), before(at(t, "31 17:00")))
	p = Of(alone(far, other, safe))
	if p.Steps.Entries[0].Rule != "safe" { // what keeps the child safe is not put off because its day is weeks away
		t.Errorf("%q", lines(p.Steps))
	}
}

// late is a limit that has run out.
func late(m recommendation.Moment) func(*recommendation.Escalation) {
	return func(e *recommendation.Escalation) {
		e.Due = append(e.Due, recommendation.Due{At: m, Overdue: true, Clause: "C-limit", Short: "Latest for somebody to " + e.ID})
	}
}

func TestWhatIsOverdueStandsFirstAmongItsKindAndIsNeverLeftOut(t *testing.T) {
	p := Of(alone(append(full(t, 40, 3),
		act("now", "Hold the discussion", immediate),
		act("later", "Decide", late(at(t, "1 17:00"))),
		act("sooner", "See the child", does(term.DeedProtects), late(recommendation.Moment{Time: at(t, "1 17:00").AddDate(-1, 0, 0)})),
		act("asking", "Hold the meeting", late(at(t, "1 09:00")), needing(term.AwaitsAgreement)),
	)...))
	want := []string{"See the child. Was due by Fri 1 Mar 2019 17:00.", "Hold the discussion.", "Decide. Was due by Sun 1 Mar 17:00."}
	got := slices.DeleteFunc(lines(p.Steps), func(s string) bool { return !slices.Contains(want, s) })
	same(t, got, want...)
	if s := "Once telling the family is safe: hold the meeting. Was due by Sun 1 Mar 09:00."; !slices.Contains(lines(p.Steps), s) {
		t.Errorf("what is overdue and has to wait is left out: %q", lines(p.Steps))
	}
}

func TestToReferTheChildIsACallAlsoWithoutANumber(t *testing.T) {
	p := Of(alone(act("ask", "Ask whether a doctor sees the child", immediate), act("refer", "Refer the child to the hub", immediate,
		does(term.DeedRefers)), act("soon", "Telephone children's social care now. Say when", immediate, inCall("Say when"))))
	same(t, lines(p.Steps), "Refer the child to the hub.", "On the same call: say when.", "Ask whether a doctor sees the child.")
}

func TestWhatMayHelpAndHasToWaitIsLeftOutWhileSomethingIsDueAtOnce(t *testing.T) {
	consider := way("consider", "Consider a meeting", term.PartForm, term.ForceHelpful,
		func(s *recommendation.Step) { s.Needs = []term.Awaits{term.AwaitsTelling} })
	p := Of(alone(inform(term.InformAdviceFirst), consider))
	same(t, lines(p.Steps), doNotTell, "Once telling the family is safe: consider a meeting.")
	p = Of(alone(inform(term.InformAdviceFirst), consider, act("now", "Refer the child", immediate)))
	same(t, lines(p.Steps), doNotTell, "Refer the child.")
}

func TestTheReaderGoesOnWithWhoeverKnowsOnlyWhereTheRuleSaysSoOfEveryChild(t *testing.T) {
	says := func(does ...term.Deed) change {
		return func(r *recommendation.Recommendation) {
			r.Consent.Inform = term.InformAdviceFirst
			line := single("inform", "Go on talking, alone and safely, with whoever agreed.")
			line.Does = does
			r.Consent.Why[term.AnswerInform] = line
		}
	}
	on, more := says(term.DeedGoesOn), says()
	same(t, lines(Of(alone(on)).Steps), goOnAlone)
	same(t, lines(Of(alone(more)).Steps), doNotTell)
	same(t, lines(Of(several(map[string][]change{"6": {on}, "9": {on}})).Steps), goOnAlone)
	same(t, lines(Of(several(map[string][]change{"6": {on}, "9": {more}})).Steps), doNotTell)
}
