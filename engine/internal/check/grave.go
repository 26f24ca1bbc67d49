package check

import (
	"fmt"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/link"
	"windscreen/engine/internal/policy"
	"windscreen/engine/term"
)

// grave warns of the highest level of a document if its condition reads no ground and no deciding sign of that level. A
// child who is believed to suffer significant harm, or with a sign that decides by itself, could then be below it.
func grave(l *link.Linked) diagnostic.List {
	p := l.Policy
	if !document(l.Draft) || len(p.Levels) < 2 {
		return nil
	}
	top := p.Levels[len(p.Levels)-1]
	at, ok := l.Condition(top.Rule)
	if top.Always || !ok || top.When.Root.Op == lang.Const {
		return nil // a condition with a fault stands for none
	}
	ground, decisive := false, false
	top.When.Root.Walk(1, func(n *lang.Node, _ int) {
		ground = ground || n.Op == lang.Ground
		decisive = decisive || n.Op == lang.Decisive
	})
	if ground || decisive {
		return nil
	}
	return diagnostic.List{warning(l.SourceFile(top.File).Diagnostic(diagnostic.LevelUnread, at[0], at[1],
		fmt.Sprintf("level %d, the highest, reads neither a ground nor a sign that decides", top.Number),
		fmt.Sprintf("write what makes it by itself, for example decisive(%d) || ground.s47", top.Number)))}
}

// decidesNothing warns of signs that are to decide at a level whose condition reads no sign that decides: one such sign would
// not make the level. A sign that makes out a ground decides by that, and where one sign that counts is enough, nothing is lost.
func decidesNothing(l *link.Linked) diagnostic.List {
	if !document(l.Draft) {
		return nil
	}
	var list diagnostic.List
	for _, i := range l.Policy.Indicators {
		if i.Strength != term.StrengthDecides || i.Ground >= 0 || i.Origin != l.Draft.ID || i.Level >= len(l.Policy.Levels) {
			continue
		}
		level := l.Policy.Levels[i.Level]
		if level.Always || reads(level, i.Level) {
			continue
		}
		list = append(list, warning(l.SourceFile(i.File).Diagnostic(diagnostic.DecidesNothing, i.Start, i.Start,
			fmt.Sprintf("%s decides at level %d, but that level reads no sign that decides", i.ID, level.Number),
			fmt.Sprintf("write decisive(%d) || … in the condition of the level, or strength: counts", level.Number))))
	}
	return list
}

// reads is whether the condition of a level reads signs that decide, or a single sign, at an index of level or below it.
func reads(level *policy.Level, index int) bool {
	found := level.When.Root.Op == lang.Const // a condition with a fault stands for none
	level.When.Root.Walk(1, func(n *lang.Node, _ int) {
		single := n.Op == lang.CountIn && n.Counter == lang.Tally && n.Lo <= 1
		found = found || (n.Op == lang.Decisive || single) && n.N <= index
	})
	return found
}

// unconditioned warns of escalations without a condition, which the answer about every child would ask for. It warns where
// the rule is written: the rules of a shared policy when that is checked by itself.
func unconditioned(l *link.Linked) diagnostic.List {
	var list diagnostic.List
	for _, e := range l.Policy.Escalations {
		if e.Origin == l.Draft.ID && unmeant(e.Rule) {
			list = append(list, warning(l.SourceFile(e.File).Diagnostic(diagnostic.NoCondition, e.Start, e.Start,
				e.ID+" has no condition, so it is asked for in the answer about every child",
				"write when: with the condition, or when: true if it is meant for every child")))
		}
	}
	return list
}

// unmeant reports whether a rule has no condition, and nothing says that it needs none.
func unmeant(r *policy.Rule) bool { return r.Always && r.Unless == nil }
