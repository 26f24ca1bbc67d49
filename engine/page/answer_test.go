package page

import (
	"testing"

	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

func TestABriefAnswerNamesOnlyAnswersToTheQuestionsOnThePage(t *testing.T) {
	asks := func(r *recommendation.Recommendation) {
		for _, fact := range []string{"harm.belief", "a", "b", "c", "d", "e"} {
			r.Questions = append(r.Questions, recommendation.Question{Kind: term.AskFact, Fact: fact, Ask: "Is it so?",
				Overtaken: fact == "harm.belief"})
			r.ChangesIf = append(r.ChangesIf, recommendation.ChangesIf{Kind: term.KindGround, Ground: fact,
				Sets: [][]recommendation.Given{{{Fact: fact, Value: true}}}})
		}
		r.ChangesIf = append(r.ChangesIf[:1], r.ChangesIf[5:]...)
	}
	one, ok := Whole(alone(asks), true).(*One)
	if !ok {
		t.Fatal("the answer about one child is no answer about one child")
	}
	var got []string
	for _, c := range one.ChangesIf {
		got = append(got, c.Ground)
	}
	same(t, got, "e")
}
