package page

import (
	"testing"

	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

func TestStepsOfOneCallFollowIt(t *testing.T) {
	hub, other := ringingTo("hub", "1"), ringingTo("police", "2")
	refer := act("refer", "Refer the child to the hub", immediate, hub)
	soon := act("soon", "Telephone children's social care now. Say when the harm is expected", immediate)
	for name, x := range map[string]struct {
		changes []change
		want    []string
	}{
		"the same contact": {[]change{refer, act("find", "Find out where they are", immediate),
			act("talk", "Talk to a social worker today. Have a doctor see the parent", immediate, hub)},
			[]string{"Refer the child to the hub: 1.", "On the same call: have a doctor see the parent.", "Find out where they are."}},
		"social care without a contact": {[]change{refer, act("find", "Find out where they are", immediate), soon},
			[]string{"Refer the child to the hub: 1.", "On the same call: say when the harm is expected.", "Find out where they are."}},
		"what is told stands": {[]change{refer, act("tell", "Tell the hub now that the child may be taken away", immediate, hub)},
			[]string{"Refer the child to the hub: 1.", "On the same call: tell the hub now that the child may be taken away."}},
		"another contact": {[]change{refer, act("tell", "Tell the police now", immediate, other)},
			[]string{"Refer the child to the hub: 1.", "Tell the police now: 2."}},
		"a call that begins with another": {[]change{refer, act("tell", "Tell the hub now. First tell the police", immediate, hub)},
			[]string{"Refer the child to the hub: 1.", "Tell the hub now. First tell the police."}},
		"no call": {[]change{soon}, []string{"Telephone children's social care now. Say when the harm is expected."}},
		"what has time": {[]change{refer, act("later", "Tell the hub what was decided", hub)},
			[]string{"Refer the child to the hub: 1.", "Tell the hub what was decided."}},
	} {
		t.Run(name, func(t *testing.T) { same(t, lines(Of(alone(x.changes...)).Steps), x.want...) })
	}
}

func TestAPartOfACallNamesTheChildrenOnlyIfItIsForOthers(t *testing.T) {
	refer := act("refer", "Refer the child to the hub", immediate, ringingTo("hub", "1"))
	a := several(map[string][]change{
		"6": {level(3, 3), refer, act("soon", "Telephone children's social care now. Say when the harm is expected", immediate)},
		"9": {act("another", "Tell children's social care on the same call. Ask if it may happen here", immediate)}})
	same(t, lines(Of(a).Steps), "For 6: refer the child to the hub: 1.", "On the same call: say when the harm is expected.",
		"On the same call, for 9: ask if it may happen here.")
}

func TestWhatComesFirstInDangerStandsInTheFirstStepThatIsDueAtOnce(t *testing.T) {
	danger := func(r *recommendation.Recommendation) {
		act("999", "Ring", func(e *recommendation.Escalation) {
			e.Title, e.First, e.State, e.WaitsOn = "Call 999 before anything else", true, term.Possible, []string{"harm.danger"}
		})(r)
		r.Questions = append(r.Questions, recommendation.Question{Kind: term.AskFact, Fact: "harm.danger", Ask: "Is there danger?"})
		r.ChangesIf = []recommendation.ChangesIf{{Kind: term.KindEscalation, First: true, Title: "Call 999 before anything else",
			Sets: [][]recommendation.Given{{{Fact: "harm.danger", Value: true, Says: "yes"}}}}}
	}
	const says = "If there is danger now: call 999 before anything else."
	refer := act("refer", "Refer the child. Say when", immediate, ringingTo("hub", "1"))
	has := func(p *Page) bool {
		for _, e := range p.Sure.Entries {
			if e.Label == "Changes if" {
				return true
			}
		}
		return false
	}
	p := Of(alone(danger, refer, inform(term.InformAdviceFirst)))
	same(t, lines(p.Steps), doNotTell, says+" Refer the child: 1. Say when.")
	if has(p) {
		t.Error("the foot says it again")
	}
	p = Of(alone(danger, act("tell", "Tell the police, in danger on 999", immediate)))
	same(t, lines(p.Steps), "Tell the police, in danger on 999.")
	if p = Of(alone(danger, act("a", "Write"))); !has(p) {
		t.Error("nothing is due at once, and the page does not say what danger changes")
	}
	same(t, lines(p.Steps), "Write.")
}
