package page

import (
	"slices"
	"testing"

	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// danger is an answer in which one question decides what comes before anything else. With open, the fact is not known;
// without, it was gone through.
func danger(title string, open bool, does ...term.Deed) change {
	return func(r *recommendation.Recommendation) {
		if open {
			act("first", "Ring", func(e *recommendation.Escalation) {
				e.Title, e.First, e.State, e.WaitsOn, e.Does = title, true, term.Possible, []string{"harm.danger"}, does
			})(r)
		}
		r.Questions = append(r.Questions, recommendation.Question{Kind: term.AskFact, Fact: "harm.danger", Ask: "Is there danger?"})
		r.ChangesIf = []recommendation.ChangesIf{{Kind: term.KindEscalation, First: true, Title: title,
			CallsHelp: slices.Contains(does, term.DeedCallsHelp),
			Sets:      [][]recommendation.Given{{{Fact: "harm.danger", Value: true, Says: "yes"}}}}}
	}
}

const callForHelp = "Call 999 before anything else"

// saysWhatChanges reports whether the foot of a page says what would change the answer.
func saysWhatChanges(p *Page) bool {
	return slices.ContainsFunc(p.Sure.Entries, func(e Entry) bool { return e.Label == changesLabel })
}

func TestWhatComesFirstInDangerStandsInTheFirstStepThatIsDueAtOnce(t *testing.T) {
	const says = "If there is danger now: call 999 before anything else."
	refer := act("refer", "Refer the child. Say when", immediate, ringingTo("hub", "1"))
	for _, open := range []bool{true, false} {
		danger := danger(callForHelp, open, term.DeedCallsHelp)
		p := Of(alone(danger, refer, inform(term.InformAdviceFirst)))
		same(t, lines(p.Steps), doNotTell, says+" Refer the child: 1. Say when.")
		if saysWhatChanges(p) {
			t.Error("the foot says it again")
		}
		p = Of(alone(danger, act("tell", "Tell the police, in danger on 999", immediate, does(term.DeedSays999))))
		same(t, lines(p.Steps), "Tell the police, in danger on 999.")
		if p = Of(alone(danger, act("a", "Write"))); !saysWhatChanges(p) {
			t.Error("nothing is due at once, and the page does not say what danger changes")
		}
		same(t, lines(p.Steps), "Write.")
		p = Of(several(map[string][]change{"6": {danger, refer}, "9": {danger, refer}}))
		same(t, lines(p.Steps), says+" Refer the child: 1. Say when.")
	}
}

func TestAQuestionOnDangerIsAskedFirstAlsoWhereDangerWasGoneThrough(t *testing.T) {
	p := Of(alone(danger(callForHelp, false, term.DeedCallsHelp), act("ask", "Go to whoever knows", does(term.DeedAsks))))
	same(t, lines(p.Steps), "Ask the questions below, danger first. Go to whoever knows.")
}

func TestOnlyACallForHelpIsSaidToBeForDanger(t *testing.T) {
	for _, open := range []bool{true, false} {
		p := Of(alone(danger("Whoever got in touch is told nothing", open), act("a", "Look", immediate, does(term.DeedAsks))))
		same(t, lines(p.Steps), "Ask the questions below. Look.")
		if saysWhatChanges(p) {
			t.Error("the page says who got in touch, and what they are told")
		}
	}
}
