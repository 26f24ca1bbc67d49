package recommend

import (
	"errors"
	"slices"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/decide"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/term"
)

// stakeIn is that an answer about a fact helps to decide something.
type stakeIn struct {
	*aim
	// size is how many answers the smallest set holds in which the fact is; 1 if it decides alone. Of sets
	// of three only the best are looked at.
	size int
	// gate is true if, in that set, the fact only decides whether another is asked for.
	gate bool
}

// deciding is what answers could decide in a case. Of the sets, some are found by rules of thumb where a
// condition asks what is certain; prove runs the rules.
type deciding struct {
	targets []aim
	// byFact are, by Fact.Index, what answers about a fact help to decide, each once.
	byFact [][]stakeIn
	work   *decide.Work
	prover *prover
	*opened
	// place is which of the works of an answer it has.
	place int
}

// opened is the case, and what the rules come to, as if immediate danger had not been ruled out by going through everything.
type opened struct {
	input  evaluate.Input
	before *evaluate.Outcome
	// all is what is open there.
	all []*target
}

// aim is a target with the smallest sets of answers that decide it, the best first.
type aim struct {
	*target
	sets []decide.Set
}

// deciding works out what answers could decide, once.
func (b *builder) deciding() *deciding {
	if b.decided == nil {
		b.decided = b.newDeciding(nil)
		b.decided.index(b.byFact)
	}
	return b.decided
}

// decides are the things that an answer about a fact helps to decide: grounds first, then levels, the
// lowest first, then actions and consent, each in the order of the policy.
func (b *builder) decides(f *vocabulary.Fact) []stakeIn { return b.deciding().byFact[f.Index] }

// newDeciding works out what answers could decide; only those about some facts, unless there are none.
func (b *builder) newDeciding(only []*vocabulary.Fact) *deciding {
	x := &deciding{opened: b.reopened()}
	known := b.known(x, only)
	x.work = b.index.deciding().Begin(known)
	x.place, b.works = len(b.works), append(b.works, x.work)
	x.prover = newProver(b, x.work)
	asked := b.newSet()
	for i, f := range b.policy.Vocabulary.Facts {
		if known.Asked[i] {
			asked.add(f)
		}
	}
	if !slices.Contains(known.Asked, true) {
		return x
	}
	for _, t := range x.all {
		if only != nil && b.options.Brief && !t.onPage() {
			continue
		}
		if !b.readsAny(t, asked) {
			continue
		}
		if sets := b.setsFor(x, t); len(sets) > 0 {
			x.targets = append(x.targets, aim{t, sets})
		}
	}
	return x
}

// setsFor are the sets that decide a target and whose answers can be given.
func (b *builder) setsFor(x *deciding, t *target) []decide.Set {
	list := t.find(x.work)
	can := func(s decide.Set) bool { return s.Len() > 0 && b.possible(x, &s) }
	at := slices.IndexFunc(list, func(s decide.Set) bool { return !can(s) })
	if at < 0 {
		return list
	}
	out := slices.Clone(list[:at])
	for _, s := range list[at+1:] {
		if can(s) {
			out = append(out, s)
		}
	}
	return out
}

// index lists the targets by fact, in empty lists.
func (x *deciding) index(byFact [][]stakeIn) {
	x.byFact = byFact
	for at := range x.targets {
		t := &x.targets[at]
		for i := range t.sets {
			for _, id := range t.sets[i].Answers() {
				a := x.work.Answer(id)
				if list := x.byFact[a.Fact]; len(list) == 0 || list[len(list)-1].aim != t {
					x.byFact[a.Fact] = append(list, stakeIn{t, t.sets[i].Len(), a.Gate})
				}
			}
		}
	}
}

// reopened is the case without what is unasked, and what is open there. It is worked out once.
func (b *builder) reopened() *opened {
	if b.opened == nil {
		x := &opened{}
		x.input, x.before = b.withoutUnasked()
		x.all = b.targets(x)
		b.opened = x
	}
	return b.opened
}

// withoutUnasked is the case, and what the rules come to, without what is unasked.
func (b *builder) withoutUnasked() (evaluate.Input, *evaluate.Outcome) {
	in := b.input
	in.Values = slices.Clone(in.Values)
	changed := false
	for _, f := range b.policy.Vocabulary.Facts {
		if b.unasked(f) {
			in.Values[f.Index], changed = b.index.unknown[f.Index], true
			b.session.Know(f, in.Values[f.Index])
		}
	}
	if !changed {
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
func (b *builder) known(x *deciding, only []*vocabulary.Fact) decide.Known {
	n := len(b.input.Values)
	k := decide.Known{Input: x.input, Outcome: x.before, Asked: make([]bool, n), Gated: make([]bool, n), Weights: make([]uint8, n)}
	concerns := b.concerns()
	for i, f := range b.policy.Vocabulary.Facts {
		origin := b.c.Origins[i]
		k.Asked[i] = !x.input.Values[i].Known() && origin != casefile.NotApplicable && (only == nil || slices.Contains(only, f))
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

// possible reports whether the answers of a set can be given together: nothing says that they cannot be
// true, and each fact applies.
func (b *builder) possible(x *deciding, s *decide.Set) bool {
	var was [decide.Most]vocabulary.Value
	for i, id := range s.Answers() {
		a := x.work.Answer(id)
		was[i], x.input.Values[a.Fact] = x.input.Values[a.Fact], a.Value
	}
	possible := true
	for _, id := range s.Answers() {
		f := b.policy.Vocabulary.Facts[x.work.Answer(id).Fact]
		possible = possible && (f.Applies == nil || f.Applies.Truth(x.input.Values, b.input.AsOf) != logic.False) &&
			!slices.ContainsFunc(b.index.conflicts[f.Index], func(c vocabulary.Condition) bool {
				return c.Truth(x.input.Values, b.input.AsOf) == logic.True
			})
	}
	for i, id := range s.Answers() {
		x.input.Values[x.work.Answer(id).Fact] = was[i]
	}
	return possible
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
