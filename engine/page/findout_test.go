package page

import (
	"fmt"
	"testing"

	"windscreen/engine/family"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// question asks for a fact.
func question(name string, family []string, who ...string) change {
	return func(r *recommendation.Recommendation) {
		r.Questions = append(r.Questions, recommendation.Question{Kind: term.AskFact, Fact: name, Ask: "Is it so of " + name + "?",
			Who: who, Family: family})
	}
}

func TestQuestionsAndWhomToAsk(t *testing.T) {
	domain := func(r *recommendation.Recommendation) {
		r.Questions = append(r.Questions, recommendation.Question{Kind: term.AskDomain, Ask: "Have you gone through it?"})
	}
	short := func(r *recommendation.Recommendation) { r.Questions[0].Short = "Is it?" }
	open := func(value string) change {
		return func(r *recommendation.Recommendation) {
			r.Consent.CouldBe = []recommendation.CouldBe{{Answer: term.AnswerSharing, WaitsOn: []string{"a"}},
				{Answer: term.AnswerInform, Value: value, WaitsOn: []string{"z", "a"}}}
		}
	}
	kin := []string{"parent", "child"}
	for name, x := range map[string]struct {
		changes []change
		want    []string
	}{
		"nothing to ask":   {nil, nil},
		"no whole domains": {[]change{domain}, nil},
		"a question":       {[]change{question("a", kin, "parent", "school", "GP")}, []string{"Is it so of a? <- parent, school"}},
		"shortly":          {[]change{question("a", kin, "school"), short}, []string{"Is it? <- school"}},
		"while telling waits": {[]change{inform(term.InformAdviceFirst), question("a", kin, "parent", "school", "GP")},
			[]string{"Is it so of a? <- you, school"}},
		"to whoever knows already": {[]change{inform(term.InformAdviceFirst), question("a", kin, "parent", "GP", "you")},
			[]string{"Is it so of a? <- GP, you"}},
		"to social care, while telling waits": {[]change{readBy(term.ReaderFrontDoor), inform(term.InformAdviceFirst),
			question("a", kin, "parent", "school", "GP")}, []string{"Is it so of a? <- school, GP"}},
		"of the family alone": {[]change{inform(term.InformNotBeforeAdvice), question("a", kin, "parent", "child")},
			[]string{"Is it so of a? <- " + nobodyElse}},
		"whether telling is safe": {[]change{question("a", kin, "parent", "school"), open("advice_first")},
			[]string{"Is it so of a? <- you, school"}},
	} {
		t.Run(name, func(t *testing.T) { same(t, lines(Of(alone(x.changes...)).FindOut), x.want...) })
	}
}

func TestAtMostFiveQuestions(t *testing.T) {
	var changes []change
	for i := range 7 {
		changes = append(changes, question(fmt.Sprint("q", i), nil, "school"))
	}
	if s := Of(alone(changes...)).FindOut; len(s.Entries) != mostQuestions || s.Aside != "from" {
		t.Errorf("%d questions, %q", len(s.Entries), s.Aside)
	}
}

func TestAQuestionOfOneChildNamesIt(t *testing.T) {
	a := several(map[string][]change{"6": {question("a", nil, "school")}, "11": nil})
	same(t, lines(Of(a).FindOut), "For 6: is it so of a? <- school")
}

func TestAStepSpeaksOfTheQuestionsThatThereAre(t *testing.T) {
	asks := recommendation.Rule{Does: []term.Deed{term.DeedAsks}}
	danger := act("999", "", does(term.DeedCallsHelp), func(e *recommendation.Escalation) {
		e.Title, e.First, e.State, e.WaitsOn = callForHelp, true, term.Possible, []string{"harm.danger"}
	})
	for want, asked := range map[string][]string{
		"Ask the questions below, danger first. Then decide.": {"home", "harm.danger"},
		"Ask the questions below. Then decide.":               {"home"},
		"Ask what is not known. Then decide.":                 nil,
	} {
		full := makingOf(alone(danger))
		full.asked = asked
		if got := full.asking(asks, "Then decide."); got != want {
			t.Errorf("got %q, not %q", got, want)
		}
		if got := full.asking(recommendation.Rule{}, "Ask the questions below."); got != "Ask the questions below." {
			t.Errorf("a rule that does not ask them: %q", got)
		}
	}
}

func TestTheScreenHasTheFirstOfWhatIsToAsk(t *testing.T) {
	ask := func(names ...string) (out []change) {
		for _, name := range names {
			out = append(out, question(name, nil, "school"))
		}
		return out
	}
	for name, a := range map[string]*family.Answer{
		"one child":        alone(ask("a", "b", "c", "d", "e", "f", "g")...),
		"several children": several(map[string][]change{"x": ask("a", "b", "c"), "y": ask("c", "b", "d", "e", "f", "g")}),
	} {
		asked, shown := ToAsk(a), Of(a).FindOut.Entries
		if len(asked) != 7 || len(shown) == 0 || len(shown) == len(asked) {
			t.Errorf("%s: %d questions are to ask, and the screen has %d", name, len(asked), len(shown))
		}
		for i, e := range shown {
			if asked[i].Fact != e.Fact {
				t.Errorf("%s: question %d of the screen is %s, and of what is to ask %s", name, i+1, e.Fact, asked[i].Fact)
			}
		}
	}
}

func TestWhileTellingWaitsNothingIsAskedThatOnlyTheFamilyKnows(t *testing.T) {
	ask := func(r *recommendation.Recommendation) {
		r.Questions = []recommendation.Question{{Kind: term.AskFact, Fact: "a", Ask: "What would they accept?", AsksFamily: true},
			{Kind: term.AskFact, Fact: "b", Ask: "Who is there?", Who: []string{"school"}}}
	}
	same(t, lines(Of(alone(ask, inform(term.InformAdviceFirst))).FindOut), "Who is there? <- school")
	same(t, lines(Of(alone(ask)).FindOut), "What would they accept? <- social care decides", "Who is there? <- school")
}
