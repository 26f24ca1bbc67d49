package recommend

import (
	"errors"
	"slices"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/decide"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/term"
)

// target is something that is open and that a few answers could decide: a ground that may hold, a
// level above the one recommended, an action that may become due or may fall away, or another answer
// about agreement, telling or sharing.
type target struct {
	kind term.Kind
	// statute is the ground.
	statute int
	// level is the level, action the action, line the line of consent that would answer.
	level  *policy.Level
	action *policy.Escalation
	line   *policy.Line
	// now is the line that answers now and would have to give way; nil if the other stands before it.
	now *policy.Line
	// away is true for an action that is due and would fall away.
	away bool
	// sets are the smallest sets of answers that decide it, the best first.
	sets []decide.Set
}

// stakeIn is that an answer about a fact helps to decide something.
type stakeIn struct {
	*target
	// size is how many answers the smallest set holds in which the fact is; 1 if it decides alone.
	size int
	// gate is true if, in that set, the fact only decides whether another is asked for.
	gate bool
}

// deciding is what answers could decide in a case.
type deciding struct {
	targets []*target
	// byFact are, by Fact.Index, what answers about a fact help to decide, each once.
	byFact [][]stakeIn
	work   *decide.Work
	// before is what the rules come to as if immediate danger had not been ruled out by going
	// through everything.
	input  evaluate.Input
	before *evaluate.Outcome
}

// deciding works out what answers could decide, once.
func (b *builder) deciding() *deciding {
	if b.decided == nil {
		b.decided = b.newDeciding()
	}
	return b.decided
}

// decides are the things that an answer about a fact helps to decide: grounds first, then levels, the
// lowest first, then actions and consent, each in the order of the policy.
func (b *builder) decides(f *vocabulary.Fact) []stakeIn { return b.deciding().byFact[f.Index] }

func (b *builder) newDeciding() *deciding {
	x := &deciding{byFact: make([][]stakeIn, len(b.policy.Vocabulary.Facts))}
	x.input, x.before = b.reopened()
	x.work = b.index.deciding().Begin(b.known(x))
	b.targets(x)
	for _, t := range x.targets {
		for i := range t.sets {
			s := &t.sets[i]
			for _, id := range s.Answers() {
				a := x.work.Answer(id)
				if list := x.byFact[a.Fact]; len(list) == 0 || list[len(list)-1].target != t {
					x.byFact[a.Fact] = append(list, stakeIn{t, s.Len(), a.Gate})
				}
			}
		}
	}
	return x
}

// reopened is the case, and what the rules come to, without what is unasked.
func (b *builder) reopened() (evaluate.Input, *evaluate.Outcome) {
	in, any := b.input, false
	for _, f := range b.policy.Vocabulary.Facts {
		if !b.unasked(f) {
			continue
		}
		if !any {
			in.Values, any = slices.Clone(in.Values), true
		}
		in.Values[f.Index] = b.index.unknown[f.Index]
		b.session.Know(f, in.Values[f.Index])
	}
	if !any {
		return in, b.outcome
	}
	o, err := b.session.Outcome()
	if err != nil {
		b.err = errors.Join(b.err, err)
		o = b.outcome
	}
	for i, f := range b.policy.Vocabulary.Facts {
		b.session.Know(f, b.input.Values[i])
	}
	return in, o
}

// known is what finding sets has to know of the case.
func (b *builder) known(x *deciding) decide.Known {
	n := len(b.input.Values)
	k := decide.Known{Input: x.input, Outcome: x.before, Asked: make([]bool, n), Gated: make([]bool, n), Weights: make([]uint8, n)}
	concerns := b.concerns()
	for i, f := range b.policy.Vocabulary.Facts {
		origin := b.c.Origins[i]
		k.Asked[i] = !x.input.Values[i].Known() && origin != casefile.NotApplicable
		k.Gated[i] = k.Asked[i] && f.Applies != nil && b.gated(f)
		switch {
		case origin == casefile.SaidUnknown, origin == casefile.Alleged, origin == casefile.Stated:
		case concerns[f.Domain]:
			k.Weights[i] = 1
		default:
			k.Weights[i] = 2
		}
	}
	return k
}

// targets finds the sets for all that is open.
func (b *builder) targets(x *deciding) {
	for _, t := range b.openTargets(x) {
		sets := b.setsFor(x, t)
		for i := range sets {
			if s := &sets[i]; s.Len() > 0 && b.possible(x, s) {
				t.sets = append(t.sets, *s)
			}
		}
		if len(t.sets) > 0 {
			x.targets = append(x.targets, t)
		}
	}
}

// setsFor are the sets for one.
func (b *builder) setsFor(x *deciding, t *target) []decide.Set {
	switch {
	case t.level != nil:
		return x.work.Rule(t.level.Rule, true)
	case t.action != nil:
		return x.work.Rule(t.action.Rule, !t.away)
	case t.line != nil && t.now != nil:
		return x.work.Both(t.now.Rule, t.line.Rule)
	case t.line != nil:
		return x.work.Rule(t.line.Rule, true)
	}
	return x.work.Ground(t.statute, true)
}

// openTargets lists what is open.
func (b *builder) openTargets(x *deciding) []*target {
	var out []*target
	for n := range b.policy.Statutes {
		if x.before.Grounds[n] == logic.Unknown && b.outcome.Grounds[n] != logic.True {
			out = append(out, &target{kind: term.KindGround, statute: n})
		}
	}
	for _, l := range b.policy.Levels {
		if n := int64(l.Number); n > b.outcome.Level.Lo && n <= x.before.Level.Hi {
			out = append(out, &target{kind: term.KindLevel, level: l})
		}
	}
	for _, e := range b.policy.Escalations {
		switch {
		case b.shut(e.Rule) || b.done[e.Rule] != nil:
		case b.holds(e.Rule) != logic.True:
			out = append(out, &target{kind: term.KindEscalation, action: e})
		case b.settles(e.Rule) != logic.True:
			out = append(out, &target{kind: term.KindEscalation, action: e, away: true})
		}
	}
	given := map[term.Answer]*policy.Line{}
	for _, l := range b.policy.Consent {
		if !l.Answer.Single() || b.shut(l.Rule) {
			continue
		}
		now := given[l.Answer]
		switch holds := b.holds(l.Rule); {
		case now == nil && holds == logic.True:
			given[l.Answer] = l
		case now == nil, now.Value != l.Value && b.settles(now.Rule) != logic.True:
			out = append(out, &target{kind: term.KindConsent, line: l, now: now})
		}
	}
	// A line whose answer is the one given anyway changes nothing.
	return slices.DeleteFunc(out, func(t *target) bool {
		return t.line != nil && given[t.line.Answer] != nil && given[t.line.Answer].Value == t.line.Value
	})
}

// possible reports whether the answers of a set can be given together: nothing says that they cannot be
// true, and each fact applies.
func (b *builder) possible(x *deciding, s *decide.Set) bool {
	var was [decide.Most]vocabulary.Value
	for i, id := range s.Answers() {
		a := x.work.Answer(id)
		was[i], x.input.Values[a.Fact] = x.input.Values[a.Fact], a.Value
	}
	defer func() {
		for i, id := range s.Answers() {
			x.input.Values[x.work.Answer(id).Fact] = was[i]
		}
	}()
	for _, id := range s.Answers() {
		a := x.work.Answer(id)
		f := b.policy.Vocabulary.Facts[a.Fact]
		if f.Applies != nil && f.Applies.Truth(x.input.Values, b.input.AsOf) == logic.False {
			return false
		}
		for _, c := range b.index.conflicts[a.Fact] {
			if c.Truth(x.input.Values, b.input.AsOf) == logic.True {
				return false
			}
		}
	}
	return true
}

// conflicts are, by Fact.Index, what cannot be true.
func conflicts(v *vocabulary.Vocabulary) [][]vocabulary.Condition {
	out := make([][]vocabulary.Condition, len(v.Facts))
	for _, c := range v.Conflicts {
		if c.Severity == term.ConflictError {
			c.When.Facts(func(f *vocabulary.Fact) { out[f.Index] = append(out[f.Index], c.When) })
		}
	}
	return out
}

// comes reports whether a target has come about, by what conditions read.
func (b *builder) comes(t *target, env *lang.Env) bool {
	switch {
	case t.action != nil:
		return t.action.When.Root.Truth(env) == logic.Of(!t.away)
	case t.level != nil:
		return env.Level.Lo >= int64(t.level.Number)
	case t.line != nil:
		for _, l := range b.policy.Consent {
			if l.Answer == t.line.Answer && !b.shut(l.Rule) && b.done[l.Rule] == nil && (l.Always || l.When.Root.Truth(env) == logic.True) {
				return l.Value == t.line.Value
			}
		}
		return false
	}
	return env.Grounds[t.statute] == logic.True
}

// found is what the rules come to if the answers of a set are given as well.
func (b *builder) foundWith(s *decide.Set) *lang.Env {
	facts := b.policy.Vocabulary.Facts
	for _, id := range s.Answers() {
		a := b.decided.work.Answer(id)
		b.session.Know(facts[a.Fact], a.Value)
	}
	env, err := b.session.Found(evaluate.BothWays)
	if err != nil {
		b.err = errors.Join(b.err, err)
		env = b.env
	}
	return env
}

// proved are those of the smallest sets for a target that decide it if the rules are run with their
// answers, and none of which would without one of them. There are at most so many.
func (b *builder) proved(t *target, sets []decide.Set, most int) []decide.Set {
	var out []decide.Set
	for i := range sets {
		if len(out) == most {
			break
		}
		if s, ok := b.proves(t, sets[i]); ok && !slices.ContainsFunc(out, func(o decide.Set) bool { return o.Same(&s) }) {
			out = append(out, s)
		}
	}
	return out
}

// proves reports whether a set decides a target, and gives the smallest part of it that does.
func (b *builder) proves(t *target, s decide.Set) (decide.Set, bool) {
	if !b.decidesWith(t, &s) {
		return s, false
	}
	for at := 0; at < s.Len() && s.Len() > 1; {
		a := b.decided.work.Answer(s.Answers()[at])
		less := s.Without(at)
		if !a.Gate && b.decidesWith(t, &less) {
			s, at = less, 0
		} else {
			at++
		}
	}
	return s, true
}

// decidesWith reports whether a target comes about if the answers of a set are given.
func (b *builder) decidesWith(t *target, s *decide.Set) bool {
	env := b.foundWith(s)
	comes := b.comes(t, env)
	for _, id := range s.Answers() {
		a := b.decided.work.Answer(id)
		b.session.Know(b.policy.Vocabulary.Facts[a.Fact], b.input.Values[a.Fact])
	}
	return comes
}
