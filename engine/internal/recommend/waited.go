package recommend

import (
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/term"
)

// waitedFor are the open facts that something now waits for: advice before the family is told
// or anything is shared, an immediate action that is due, or an action that is due unless one
// fact, not yet known, is so. The rule that waits is added to the readers of the fact, so that
// it is listed among what the answer could change.
func (b *builder) waitedFor(x *couldDecide, ledTo []followUp) factSet {
	facts := b.newSet()
	answered := map[term.Answer]bool{}
	for _, l := range b.policy.Consent {
		if l.Answer != term.AnswerInform && l.Answer != term.AnswerSharing || answered[l.Answer] || b.holds(l.Rule) != logic.True {
			continue
		}
		answered[l.Answer] = true
		if adviceFirst(l) {
			b.asksOpen(l.Rule, facts, x)
		}
	}
	for _, e := range b.policy.Escalations {
		if b.holds(e.Rule) != logic.True {
			continue
		}
		if e.Immediate {
			b.asksOpen(e.Rule, facts, x)
		}
		if e.Unless != nil && e.Unless.When.Root.Op == lang.FactIn && !b.input.Values[e.Unless.When.Root.Fact.Index].Known() {
			facts.add(e.Unless.When.Root.Fact)
		}
	}
	b.oneAway(facts, ledTo)
	return facts
}

// oneAway adds the facts of which each, if it turned out so, would make a statutory ground or an immediate action
// together with what the case states already: it is the only fact that is open there. A stated concern must lead to the
// fact soon: that a child is in danger does not by itself call for asking about each kind of danger, nor that a child is
// disabled about each kind of help.
func (b *builder) oneAway(facts factSet, ledTo []followUp) {
	if !b.outcome.Level.Known() { // at the highest level no further duty is so urgent
		for _, rules := range b.index.groundRules {
			for _, r := range rules {
				if f := b.onlyOpen(r); f != nil && ledTo[f.Index].soon {
					facts.add(f)
				}
			}
		}
	}
	for _, e := range b.policy.Escalations {
		if !e.Immediate {
			continue
		}
		if f := b.onlyOpen(e.Rule); f != nil && ledTo[f.Index].soon {
			facts.add(f)
		}
	}
}

// onlyOpen is the one fact on which an open rule turns, if it is one and the rule also reads a concern that the case
// states. Otherwise it is nil.
func (b *builder) onlyOpen(r *policy.Rule) *vocabulary.Fact {
	if b.holds(r) != logic.Unknown {
		return nil
	}
	var one *vocabulary.Fact
	several := false
	b.unresolved(r.When.Root, func(n *lang.Node) {
		n.Facts(func(f *vocabulary.Fact) {
			several = several || one != nil && one != f
			one = f
		})
		several = several || asksFinding(n)
	})
	if one == nil || several {
		return nil
	}
	for _, f := range b.inOrder(b.index.reads[r.Index]) {
		if f != one && b.concern(f) {
			return one
		}
	}
	return nil
}

// adviceFirst reports whether a line says that advice is to be taken before the family is
// told, or anything is shared.
func adviceFirst(l *policy.Line) bool {
	return l.Answer == term.AnswerInform && term.Inform(l.Value) == term.InformAdviceFirst ||
		l.Answer == term.AnswerSharing && term.Sharing(l.Value) == term.SharingAdviceFirst
}

// asksOpen adds the facts that a rule holds for because they are open, and adds the rule to
// the readers of each.
func (b *builder) asksOpen(r *policy.Rule, facts factSet, x *couldDecide) {
	r.When.Root.Walk(1, func(n *lang.Node, sign int) {
		f := heldOpen(n, sign)
		if f == nil || !f.Open(b.input.Values[f.Index]) {
			return
		}
		facts.add(f)
		x.read(f, r, true)
	})
}

// heldOpen is the fact that makes this part of a condition true by being open: x in open(x),
// and a yes-or-no x in !certain(x), which means open(x) || !x. It is nil for any other part.
func heldOpen(n *lang.Node, sign int) *vocabulary.Fact {
	switch {
	case n.Op == lang.OpenFact && sign > 0:
		return n.Fact
	case n.Op == lang.Certain && sign < 0 && n.Args[0].Op == lang.FactIn && n.Args[0].Fact.Kind == vocabulary.YesNo:
		return n.Args[0].Fact
	}
	return nil
}
