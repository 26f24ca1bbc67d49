package page

import (
	"fmt"
	"testing"

	"windscreen/engine/family"
	"windscreen/engine/term"
)

func TestARowForEachChild(t *testing.T) {
	a := several(map[string][]change{
		"baby": {level(3, 3), sign("a", 3, term.StrengthDecides, fact("harm")), sign("b", 3, term.StrengthCounts, fact("mark")),
			sign("c", 3, term.StrengthCounts, fact("fear"))},
		"6": {level(1, 2)}, "11": {judged(3, "High")},
	})
	p := Of(a)
	same(t, lines(p.Why[0]),
		"Baby: Level 3. Title of harm. Title of mark.",
		"11: Judged level 3, by a manager; recommended: level 2. No sign of need at a higher level is known.",
		"6: At least level 1. No sign of need at a higher level is known.")
	same(t, p.Children, "11", "6", "baby")
}

func TestEightChildrenHaveARowAndOneReason(t *testing.T) {
	children := map[string][]change{}
	for i := range 10 {
		children[fmt.Sprint(i)] = []change{sign("a", 2, term.StrengthCounts, fact("late"), fact("mark"))}
	}
	s := (&making{a: several(children), f: several(children).Family}).children()
	if len(s.Entries) != mostRows || s.Left != "Two more children are in the full answer." {
		t.Errorf("%d rows, left %q", len(s.Entries), s.Left)
	}
	if got := s.Entries[0].Text; got != "Level 2. Title of late." {
		t.Errorf("got %q", got)
	}
	m := making{a: &family.Answer{}}
	if m.child("nobody") != nil {
		t.Error("a child that is not in the case")
	}
}
