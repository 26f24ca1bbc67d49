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
		"6: Level not settled: it may be 1 or 2. No sign of need so far.")
	same(t, p.Children, "baby", "11", "6")
}

func TestEightChildrenHaveARowAndOneReason(t *testing.T) {
	children := map[string][]change{}
	for i := range 10 {
		children[fmt.Sprint(i)] = []change{sign("a", 2, term.StrengthCounts, fact(fmt.Sprint("late", i)), fact("mark"))}
	}
	s := (&making{a: several(children), f: several(children).Family}).children()
	if len(s.Entries) != mostRows || s.Left != "Two more children are in the full answer." {
		t.Errorf("%d rows, left %q", len(s.Entries), s.Left)
	}
	if got := s.Entries[0].Text; got != "Level 2. Title of late0." {
		t.Errorf("got %q", got)
	}
	m := making{a: &family.Answer{}}
	if m.child("nobody") != nil {
		t.Error("a child that is not in the case")
	}
}

func TestChildrenOfWhomTheSameIsSaidShareARow(t *testing.T) {
	late, mark := []change{sign("a", 2, term.StrengthCounts, fact("late"))}, []change{sign("b", 2, term.StrengthCounts, fact("mark"))}
	for name, x := range map[string]struct {
		children map[string][]change
		want     []string
	}{
		"all alike": {map[string][]change{"3": late, "7": late, "10": late}, []string{"3, 7, 10: Level 2. Title of late."}},
		"a label too wide": {map[string][]change{"3": late, "7": late, "10": late, "13": late, "14": late},
			[]string{"3, 7, 10: Level 2. Title of late.", "13, 14: The same."}},
		"one that differs": {map[string][]change{"3": late, "7": mark, "10": late},
			[]string{"3: Level 2. Title of late.", "7: Level 2. Title of mark.", "10: Level 2. Title of late."}},
	} {
		t.Run(name, func(t *testing.T) { same(t, lines(Of(several(x.children)).Why[0]), x.want...) })
	}
	s := Of(several(map[string][]change{"3": late, "7": late})).Why[0]
	same(t, s.Entries[0].Children, "3", "7")
	rows := Section{Entries: []Entry{{Children: []string{"1"}}, {Children: []string{"3", "7"}}}}
	dropLast(&rows, "child")
	if rows.Left != "Two more children are in the full answer." {
		t.Errorf("left %q", rows.Left)
	}
}
