package evaluate

import (
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
)

// Test is one test of a fact: a range of numbers, or a set of words where Set is
// not 0.
type Test struct{ Lo, Hi, Set int64 }

// Way says which way rules read a fact: what helps them.
type Way uint8

const (
	// Up is helped by more of the fact.
	Up Way = 1 << iota
	// Down is helped by less of the fact.
	Down
	// Either may be helped by both.
	Either
	// Middling is a test of a word, or of a range open at neither end: beside any
	// other test it reads the fact both ways.
	Middling
)

// Both reports whether a fact with these readings is read both ways; several is whether
// there is more than one test of it.
func (w Way) Both(several bool) bool {
	return w&Either != 0 || w&(Up|Down) == Up|Down || several && w&Middling != 0
}

// Readings calls visit for each test that a rule makes of a number or a word, in
// the order of the text. Times and sets of choices are left out: they turn out in
// too many ways to look at each.
func Readings(r *policy.Rule, visit func(f *vocabulary.Fact, t Test, w Way)) {
	r.When.Root.Walk(1, func(n *lang.Node, sign int) {
		if n.Op == lang.FactIn || n.Op == lang.OneOf {
			visit(n.Fact, Test{Lo: n.Lo, Hi: n.Hi, Set: n.Set}, way(n, sign))
		}
	})
}

// way is which way one test reads its fact.
func way(n *lang.Node, sign int) Way {
	all := n.Fact.Unknown()
	var w Way
	if n.Op == lang.OneOf || n.Lo > all.Lo && n.Hi < all.Hi {
		w = Middling
	}
	switch up := w == Middling || n.Lo > all.Lo; {
	case sign == 0:
		return w | Either
	case up == (sign > 0):
		return w | Up
	default:
		return w | Down
	}
}

// HelpedByFewer reports whether a level criterion is helped by fewer findings, so
// that what raises an indicator or ground may lower the level.
func HelpedByFewer(l *policy.Level) bool {
	found := false
	l.When.Root.Walk(1, func(n *lang.Node, sign int) { found = found || n.HelpedByLess(sign) })
	return found
}
