package page

import (
	"testing"

	"windscreen/engine/term"
)

func TestStepsOfOneCallFollowIt(t *testing.T) {
	hub, other := ringingTo("hub", "1"), ringingTo("police", "2")
	refer := act("refer", "Refer the child to the hub", immediate, hub)
	soon := act("soon", "Telephone children's social care now. Say when the harm is expected", immediate,
		inCall("Say when the harm is expected"))
	for name, x := range map[string]struct {
		changes []change
		want    []string
	}{
		"the same contact": {[]change{refer, act("find", "Find out where they are", immediate),
			act("talk", "Talk to a social worker today. Have a doctor see the parent", immediate, hub,
				inCall("Have a doctor see the parent"))},
			[]string{"Refer the child to the hub: 1.", "On the same call: have a doctor see the parent.", "Find out where they are."}},
		"social care without a contact": {[]change{refer, act("find", "Find out where they are", immediate), soon},
			[]string{"Refer the child to the hub: 1.", "On the same call: say when the harm is expected.", "Find out where they are."}},
		"another contact": {[]change{refer, act("tell", "Tell the police now", immediate, other, inCall("Say it"))},
			[]string{"Refer the child to the hub: 1.", "Tell the police now: 2."}},
		"a call of its own": {[]change{refer, act("tell", "Tell the hub now. First tell the police", immediate, hub)},
			[]string{"Refer the child to the hub: 1.", "Tell the hub now. First tell the police."}},
		"a referral without a number": {[]change{act("refer", "Refer the child", immediate, does(term.DeedRefers)), soon},
			[]string{"Refer the child.", "On the same call: say when the harm is expected."}},
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
		"6": {level(3, 3), refer, act("soon", "Telephone children's social care now. Say when the harm is expected", immediate,
			inCall("Say when the harm is expected"))},
		"9": {act("another", "Tell children's social care. Ask if it may happen here", immediate, inCall("Ask if it may happen here"))}})
	same(t, lines(Of(a).Steps), "For 6: refer the child to the hub: 1.", "On the same call: say when the harm is expected.",
		"On the same call, for 9: ask if it may happen here.")
}
