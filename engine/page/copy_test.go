package page

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// tells gives the last action a text for the family, and perhaps a number.
func tells(says, phone string) func(*recommendation.Escalation) {
	return func(e *recommendation.Escalation) {
		e.ForFamily = &recommendation.ForFamily{Says: says}
		if phone != "" {
			e.ForFamily.Ring = &recommendation.Contact{ID: phone, Name: "Family Line", Phone: phone}
		}
	}
}

func copied(t *testing.T, changes ...change) *Page {
	t.Helper()
	p, err := ForFamily(alone(changes...))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestTheCopyForTheFamily(t *testing.T) {
	others := byWhom(term.DoerOthers)
	planned := func(s *recommendation.Step) { s.ForFamily = &recommendation.ForFamily{Says: "There may be a plan"} }
	p := copied(t, level(2, 3),
		act("a", "The hub decides", others, limit("Latest", "C-1", at(t, "3 17:00"), at(t, "2 13:30")),
			tells("The hub decides what happens next", "020 7946 0000")),
		act("b", "Start help", needing(term.AwaitsAgreement), tells("Help begins", "020 7946 0000")),
		act("c", "Write it down"),
		way("d", "Make a plan", term.PartPlan, term.ForceHelpful, planned),
		func(r *recommendation.Recommendation) {
			told := rule("from", "")
			told.ForFamily = &recommendation.ForFamily{Says: "Parents are asked"}
			r.Consent.From = []recommendation.Line{{Rule: told}, {Rule: rule("from-2", "Not for them")}}
			told.ForFamily = &recommendation.ForFamily{Says: "You get a copy of the plan"}
			r.Consent.Record = []recommendation.Line{{Rule: told}}
		})
	if !p.ForFamily || p.Head.Level.Text != "Help at level 2, Middle." || p.Head.Do != "" || strings.Contains(p.Head.Document, "case-1") {
		t.Errorf("%+v", p.Head)
	}
	same(t, lines(Section{Entries: p.Head.Under}), "Some extra help.", copyMayMove)
	same(t, lines(p.Steps),
		copyAnswer,
		copyAsk, "To ask about it, ring the Family Line: 020 7946 0000.", copyDanger)
	same(t, lines(p.Family),
		"Agreement: This help is given only if you agree. Parents are asked.",
		"Sharing: As things stand, information about you is shared only with your agreement.",
		"Papers: You get a copy of the plan.")
	same(t, lines(p.Next), "Tue 3 Mar 17:00: The hub decides what happens next.", "If you agree: help begins.", "There may be a plan.")
	if len(p.Why) != 0 || p.FindOut.Heading != "" || p.Sure.Heading != "" ||
		strings.Join(Levels(p.Head), " ") != "1 Low [2 Middle] 3 High" {
		t.Errorf("%+v", p)
	}
}

func TestWhatTheCopySaysOfAgreement(t *testing.T) {
	help := act("b", "Start help", needing(term.AwaitsAgreement), tells("Help begins", ""))
	value := func(a term.Agreement) change {
		return func(r *recommendation.Recommendation) { r.Consent.Agreement = a }
	}
	for name, x := range map[string]struct {
		changes    []change
		row, comes string
	}{
		"given": {[]change{answeredWith("Given", term.OutcomeGiven)},
			"This help is given only if you agree. You agreed. You can take that back at any time.", "Help begins."},
		"refused": {[]change{answeredWith("Refused", term.OutcomeRefused)},
			"This help is given only if you agree. You said no, which is anybody's right. You can change your mind at any time.",
			copyNothing},
		"not needed": {[]change{value(term.AgreementNotRequired)},
			"What happens next does not need your agreement. What you think of it still counts.", "If you agree: help begins."},
		"does not arise": {[]change{value(term.AgreementNotApplicable), inform(term.InformNotApplicable)},
			"There is nothing to agree to.", "If you agree: help begins."},
	} {
		t.Run(name, func(t *testing.T) {
			p := copied(t, append(x.changes, help)...)
			if got := p.Family.Entries[0].Text; got != x.row {
				t.Errorf("got %q", got)
			}
			same(t, lines(p.Next), x.comes)
			if p.Steps.Entries[0].Text != copyAsk {
				t.Errorf("it asks for an answer: %q", p.Steps.Entries[0].Text)
			}
		})
	}
}

func TestTimesOnTheCopy(t *testing.T) {
	unstarted := func(e *recommendation.Escalation) {
		e.Due = []recommendation.Due{{Assumed: true, At: at(t, "3 17:00")}, {AtOnce: true, At: at(t, "2 13:30")}}
	}
	late := func(e *recommendation.Escalation) {
		e.Due = []recommendation.Due{{At: at(t, "1 17:00"), Overdue: true}, {At: at(t, "5 17:00")}}
	}
	possible := func(e *recommendation.Escalation) { e.State = term.Possible }
	p := copied(t, act("a", "", unstarted, tells("They reply", "")), act("b", "", late, tells("They decide", "")),
		act("c", "", possible, tells("They meet", "")))
	same(t, lines(p.Next), "Sun 1 Mar 17:00: This is late. They decide.", "No date yet: They reply.")
}

func TestTheCopyAboutSeveralChildren(t *testing.T) {
	a := several(map[string][]change{"6": {level(3, 3), act("a", "", tells("They see the child", ""))}, "11": nil})
	p, err := ForFamily(a)
	if err != nil {
		t.Fatal(err)
	}
	if want := "For 6: help at level 3, High; for 11: help at level 2, Middle."; p.Head.Level.Text != want {
		t.Errorf("got %q", p.Head.Level.Text)
	}
	same(t, lines(Section{Entries: p.Head.Under}), "Level 2: some extra help.")
	same(t, lines(p.Next), "For 6: they see the child.")
	p, err = ForFamilyOf(a, "11")
	if err != nil || p.Child != "11" || p.Head.Level.Text != "11: help at level 2, Middle." {
		t.Errorf("%v: %+v", err, p)
	}
	same(t, lines(p.Next), copyNothing)
}

func TestTheCopyDoesNotTellForWhichChildMoreIsPossible(t *testing.T) {
	a := several(map[string][]change{"6": {level(2, 2)}, "11": {level(2, 3)}, "14": {level(1, 1)}})
	if first := Of(a).Why[0].Entries[0].Label; first != "11" {
		t.Errorf("the page puts %q first, and more is possible for 11", first)
	}
	p, err := ForFamily(a)
	if err != nil {
		t.Fatal(err)
	}
	if want := "For 6 and 11: help at level 2, Middle; for 14: help at level 1, Low."; p.Head.Level.Text != want {
		t.Errorf("got %q", p.Head.Level.Text)
	}
	if a.Family.Level.AtMost != 3 {
		t.Error("the copy changed the answer")
	}
}

func TestTheCopyFitsTheScreen(t *testing.T) {
	var changes []change
	for i := range 30 {
		changes = append(changes, act(string(rune('a'+i)), "", tells(strings.Repeat("word ", 20), "")))
	}
	p := copied(t, changes...)
	if Lines(p) > Height || p.Next.Left != copyMore || len(p.Next.Entries) < 5 {
		t.Errorf("%d lines, %d entries, left %q", Lines(p), len(p.Next.Entries), p.Next.Left)
	}
	none := func(r *recommendation.Recommendation) { r.Level = recommendation.Level{Settled: true} }
	if got := copied(t, none).Head.Level.Text; got != "No level of help is meant yet." {
		t.Errorf("got %q", got)
	}
}

func TestTheCopyIsWithheld(t *testing.T) {
	closed := func(e *recommendation.Escalation) { e.ForFamily = &recommendation.ForFamily{NoCopy: true} }
	first := func(e *recommendation.Escalation) { e.First = true }
	sharing := func(r *recommendation.Recommendation) { r.Consent.Sharing = term.SharingAdviceFirst }
	kept := func(r *recommendation.Recommendation) {
		l := recommendation.Line{Rule: rule("keep", "")}
		l.ForFamily = &recommendation.ForFamily{NoCopy: true}
		r.Consent.Answered = append(r.Consent.Answered, l)
	}
	for name, x := range map[string]struct {
		c    change
		want Reason
	}{
		"advice first":               {inform(term.InformAdviceFirst), AdviceFirst},
		"not before advice":          {inform(term.InformNotBeforeAdvice), AdviceFirst},
		"an answer not known":        {inform("something new"), AdviceFirst},
		"no answer":                  {inform(""), AdviceFirst},
		"telling comes after acting": {inform(term.InformNotAPrecondition), ActFirst},
		"danger":                     {act("a", "Call 999", first), ActFirst},
		"somebody must not be told":  {kept, KeptFrom},
		"an action that allows none": {act("a", "", closed), KeptFrom},
		"a step that allows none": {way("a", "", term.PartPlan, term.ForceHelpful,
			func(s *recommendation.Step) { s.ForFamily = &recommendation.ForFamily{NoCopy: true} }), KeptFrom},
		"what may be shared":       {sharing, SharingWaits},
		"another level was judged": {judged(3, "High"), JudgedApart},
	} {
		t.Run(name, func(t *testing.T) {
			p, err := ForFamily(alone(x.c))
			var w *Withheld
			if p != nil || !errors.As(err, &w) || w.Reason != x.want || len(w.Children) != 0 {
				t.Fatalf("%v, %v", p, err)
			}
			if !strings.HasPrefix(err.Error(), "there is no copy for the family: ") || withheldSays[x.want] == "" {
				t.Errorf("%v", err)
			}
			a := several(map[string][]change{"6": {x.c}, "11": nil})
			if _, err := ForFamily(a); !errors.As(err, &w) || !slices.Equal(w.Children, []string{"6"}) ||
				!strings.Contains(err.Error(), "for 6, ") {
				t.Errorf("of one of two: %v", err)
			}
			if _, err := ForFamilyOf(a, "11"); !errors.As(err, &w) || w.Reason != x.want {
				t.Errorf("of the other of two: %v", err)
			}
		})
	}
	_, err := ForFamilyOf(alone(), "nobody")
	var w *Withheld
	if !errors.As(err, &w) || w.Reason != NoSuchChild {
		t.Errorf("%v", err)
	}
	if _, err := ForFamily(alone(judged(2, "Middle"))); err != nil {
		t.Errorf("a judgement of the same level: %v", err)
	}
}

// couldBe is an answer on telling that is still open.
func couldBe(value term.Inform, waitsOn ...string) change {
	return func(r *recommendation.Recommendation) {
		r.Consent.CouldBe = append(r.Consent.CouldBe,
			recommendation.CouldBe{Answer: term.AnswerInform, Value: string(value), WaitsOn: waitsOn})
	}
}

func TestTheCopyWaitsForAnswersThatCouldStopTheTelling(t *testing.T) {
	asks := question("danger", nil, "you")
	a := alone(asks, couldBe(term.InformNotAPrecondition, "danger"), couldBe(term.InformNotBeforeAdvice, "danger"),
		couldBe(term.InformAdviceFirst, "risk"), func(r *recommendation.Recommendation) {
			r.Titles["risk"], r.CopyAsks = "It is a risk", [][]string{{"risk", "danger"}}
		})
	var w *Withheld
	if _, err := ForFamily(a); !errors.As(err, &w) || w.Reason != TellingOpen {
		t.Fatalf("%v", err)
	}
	same(t, w.Questions, "It is a risk?", a.Children[0].Questions[0].Ask)
	if !strings.HasSuffix(w.Error(), "State the answers in the case first: "+strings.Join(w.Questions, " ")) {
		t.Errorf("%v", w)
	}
	both := several(map[string][]change{"6": nil, "11": {couldBe(term.InformAdviceFirst, "risk")}})
	if _, err := ForFamilyOf(both, "6"); !errors.As(err, &w) || !slices.Equal(w.Children, []string{"11"}) {
		t.Errorf("for another child: %v", err)
	}
	for name, c := range map[string]change{
		"two answers together":       couldBe(term.InformNotBeforeAdvice, "danger", "risk"),
		"an answer that allows":      couldBe(term.InformExpected, "danger"),
		"a line that arises no more": couldBe(term.InformNotApplicable, "danger"),
	} {
		if _, err := ForFamily(alone(c)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestNoCopyIsMadeOfAnAnswerThatLeavesThingsOut(t *testing.T) {
	var w *Withheld
	_, err := ForFamily(alone(func(r *recommendation.Recommendation) { r.Partial = true }))
	if !errors.As(err, &w) || w.Reason != NotWhole {
		t.Errorf("%v", err)
	}
}

func TestTheCopyAsData(t *testing.T) {
	a := several(map[string][]change{"6": nil, "11": nil})
	c, err := CopyOf(a, "6")
	if err != nil || c.Page.Child != "6" || c.Format == 0 {
		t.Errorf("%+v, %v", c, err)
	}
	if c, err := CopyOf(a, ""); err != nil || len(c.Page.Children) != 2 {
		t.Errorf("%+v, %v", c, err)
	}
	if c, err := CopyOf(a, "nobody"); err == nil || c != nil {
		t.Errorf("%+v, %v", c, err)
	}
}

// TestNoSourceIsInTheCopy names somebody everywhere where an answer can name one.
func TestNoSourceIsInTheCopy(t *testing.T) {
	const who = "the lollipop lady"
	told := fact("harm", saidBy(who, "2020-03-01", true))
	step := act("a", "Said by "+who, byWhom(term.DoerOthers), tells("They decide", "020 7946 0000"),
		limit("Latest, as "+who+" said", "C-1", at(t, "3 17:00"), at(t, "2 13:30")),
		func(e *recommendation.Escalation) { e.Because, e.Action, e.Who = []recommendation.Fact{told}, who, who })
	a := alone(step, sign("s", 2, term.StrengthCounts, told), question("q", nil, who), answeredWith("Said by "+who, ""), judged(2, who),
		func(r *recommendation.Recommendation) {
			r.Case, r.Judgement.By, r.Judgement.Reason, r.Level.Because = who, who, who, []recommendation.Fact{told}
			r.Contradictions = []recommendation.Contradiction{{Title: "Harm", Evidence: told.Evidence[0]}}
			r.Grounds = []recommendation.Ground{{Title: who, State: term.Holds, Because: []recommendation.Fact{told}}}
			r.Presumed, r.Cautions = []recommendation.Fact{{Presumed: who}}, []recommendation.Caution{{Says: who}}
			for answer, l := range r.Consent.Why {
				l.Says, l.Short, l.Because = who, who, []recommendation.Fact{told}
				r.Consent.Why[answer] = l
			}
		})
	p, err := ForFamily(a)
	if err != nil {
		t.Fatal(err)
	}
	for what, p := range map[string]*Page{"the copy": p, "the page": Of(a)} {
		data, err := json.Marshal(p)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := strings.Contains(string(data), who), what == "the page"; got != want {
			t.Errorf("%s names the source: %v", what, got)
		}
	}
}
