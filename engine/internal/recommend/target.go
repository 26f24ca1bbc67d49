package recommend

import (
	"slices"

	"windscreen/engine/internal/decide"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/term"
)

// target is something that is open and that a few answers could decide: a ground that may hold, a
// level above the one recommended, an action that may become due or may fall away, or another answer
// about agreement, telling or sharing. Only one of its fields is used, by kind.
type target struct {
	kind term.Kind
	// statute is the ground.
	statute int
	// level is the level, and part the part of its criterion that is meant; nil for the whole.
	level *policy.Level
	part  *lang.Node
	// action is the action; away is true if it is due and would fall away.
	action *policy.Escalation
	away   bool
	// answer is the answer about consent and value what it would be. Lines are the lines that give it,
	// each after the rules that must not hold.
	answer term.Answer
	value  string
	lines  []line
}

// line is a line of consent, and those before it that answer otherwise.
type line struct {
	*policy.Line
	before []*policy.Rule
}

// targets lists what is open: grounds, levels, the lowest first, actions, and consent, each in the order
// of the policy.
func (b *builder) targets(x *opened) []*target {
	out := make([]*target, 0, len(b.policy.Statutes)+len(b.policy.Levels)+len(b.policy.Escalations))
	add := func(t target) {
		own := b.newTarget()
		*own = t
		out = append(out, own)
	}
	for n := range b.policy.Statutes {
		if x.before.Grounds[n] == logic.Unknown && b.outcome.Grounds[n] != logic.True {
			add(target{kind: term.KindGround, statute: n})
		}
	}
	for _, l := range b.policy.Levels {
		if n := int64(l.Number); n > b.outcome.Level.Lo && n <= x.before.Level.Hi {
			add(target{kind: term.KindLevel, level: l})
		}
	}
	for _, e := range b.policy.Escalations {
		switch {
		case b.shut(e.Rule) || b.done[e.Rule] != nil:
		case b.holds(e.Rule) != logic.True:
			add(target{kind: term.KindEscalation, action: e})
		case b.settles(e.Rule) != logic.True:
			add(target{kind: term.KindEscalation, action: e, away: true})
		}
	}
	for _, a := range []term.Answer{term.AnswerAgreement, term.AnswerInform, term.AnswerSharing} {
		out = append(out, b.answersTo(a)...)
	}
	return out
}

// answersTo lists what else an answer about consent could be.
func (b *builder) answersTo(a term.Answer) []*target {
	var all []line
	given := ""
	for _, l := range b.policy.Consent {
		if l.Answer != a || b.shut(l.Rule) || b.done[l.Rule] != nil {
			continue
		}
		var before []*policy.Rule
		for _, o := range all {
			if o.Value != l.Value {
				before = append(before, o.Rule)
			}
		}
		all = append(all, line{l, before})
		if given == "" && b.holds(l.Rule) == logic.True {
			given = l.Value
		}
		if b.settles(l.Rule) == logic.True {
			break
		}
	}
	var out []*target
	for _, l := range all {
		at := slices.IndexFunc(out, func(t *target) bool { return t.value == l.Value })
		if at < 0 {
			at = len(out)
			own := b.newTarget()
			own.kind, own.answer, own.value = term.KindConsent, a, l.Value
			out = append(out, own)
		}
		out[at].lines = append(out[at].lines, l)
	}
	return slices.DeleteFunc(out, func(t *target) bool { return t.value == given })
}

// find are the sets that decide a target.
func (t *target) find(w *decide.Work) []decide.Set {
	switch {
	case t.part != nil:
		return w.Condition(t.part, true)
	case t.level != nil:
		return w.Rule(t.level.Rule, true)
	case t.action != nil:
		return w.Rule(t.action.Rule, !t.away)
	case t.answer != "":
		lists := make([][]decide.Set, len(t.lines))
		for i, l := range t.lines {
			lists[i] = w.Line(l.Rule, l.before)
		}
		return w.Or(lists...)
	}
	return w.Ground(t.statute, true)
}

// asksFindings reports whether it hangs on a finding or the level whether a target comes about.
func (b *builder) asksFindings(t *target) bool {
	switch {
	case t.part != nil:
		return readsFindings(t.part)
	case t.action != nil:
		return b.index.asksFindings[t.action.Index]
	case t.answer != "":
		asks := func(r *policy.Rule) bool { return b.index.asksFindings[r.Index] }
		return slices.ContainsFunc(t.lines, func(l line) bool { return asks(l.Rule) || slices.ContainsFunc(l.before, asks) })
	}
	return true
}

// readsAny reports whether it may hang on one of some facts whether a target comes about.
func (b *builder) readsAny(t *target, facts factSet) bool {
	reads := func(r *policy.Rule) bool {
		return b.index.reads[r.Index].meets(facts) || b.index.asksFindings[r.Index] && b.index.levelReads.meets(facts)
	}
	switch {
	case t.action != nil:
		return reads(t.action.Rule)
	case t.answer != "":
		return slices.ContainsFunc(t.lines, func(l line) bool { return reads(l.Rule) || slices.ContainsFunc(l.before, reads) })
	}
	return b.index.levelReads.meets(facts)
}

// comes reports whether a target has come about, by what conditions read.
func (b *builder) comes(t *target, env *lang.Env) bool {
	switch {
	case t.part != nil:
		return t.part.Truth(env) == logic.True
	case t.level != nil:
		return env.Level.Lo >= int64(t.level.Number)
	case t.action != nil:
		return t.action.When.Root.Truth(env) == logic.Of(!t.away)
	case t.answer != "":
		return slices.ContainsFunc(t.lines, func(l line) bool {
			return holdsIn(l.Rule, env) && !slices.ContainsFunc(l.before, func(r *policy.Rule) bool { return holdsIn(r, env) })
		})
	}
	return env.Grounds[t.statute] == logic.True
}

// holdsIn reports whether a rule after the level that is in force holds.
func holdsIn(r *policy.Rule, env *lang.Env) bool {
	return r.Always || r.When.Root.Truth(env) == logic.True
}
