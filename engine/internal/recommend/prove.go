package recommend

import (
	"errors"
	"slices"

	"windscreen/engine/internal/decide"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/vocabulary"
)

// prover runs the rules with the answers of sets, each set once.
type prover struct {
	b    *builder
	work *decide.Work
	// came is what conditions read with the answers of a set about facts that rules up to the level read.
	came   map[[decide.Most]decide.ID]*lang.Env
	values []vocabulary.Value
	// same is what conditions read with answers that change no finding.
	same lang.Env
}

func newProver(b *builder, w *decide.Work) *prover {
	p := &prover{b: b, work: w, came: map[[decide.Most]decide.ID]*lang.Env{}, values: slices.Clone(b.input.Values), same: *b.env}
	p.same.Values = p.values
	return p
}

// prove gives those of the sets for a target that decide it if the rules are run with their answers, each
// without what it can do without. There are at most so many; those to skip are left out.
func (p *prover) prove(t *target, sets []decide.Set, most int, skip func(*decide.Set) bool) []decide.Set {
	out := make([]decide.Set, 0, min(most, len(sets)))
	for i := range sets {
		if len(out) == most {
			break
		}
		if skip != nil && skip(&sets[i]) {
			continue
		}
		least, decides := p.least(t, sets[i])
		if decides && !slices.ContainsFunc(out, func(o decide.Set) bool { return o.Same(&least) }) {
			out = append(out, least)
		}
	}
	return out
}

// least is the part of a set that decides a target and can do without none of its answers. It is not ok if
// the whole set does not decide it.
func (p *prover) least(t *target, s decide.Set) (decide.Set, bool) {
	if !p.decides(t, &s) {
		return s, false
	}
	for at := 0; at < s.Len() && s.Len() > 1; at++ {
		less := s.Without(at)
		spare := p.decides(t, &less)
		if p.work.Answer(s.Answers()[at]).Gate {
			spare = p.asked(&less)
		}
		if spare {
			s, at = less, -1
		}
	}
	return s, true
}

// asked reports whether each answer of a set, other than gates, is about a fact that is asked for.
func (p *prover) asked(s *decide.Set) bool {
	asked := true
	p.put(s)
	for _, id := range s.Answers() {
		a := p.work.Answer(id)
		f := p.b.policy.Vocabulary.Facts[a.Fact]
		asked = asked && (!p.b.gated(f) || f.Applies.Truth(p.values, p.b.input.AsOf) == logic.True)
	}
	p.take(s)
	return asked
}

// decides reports whether a target comes about if the answers of a set are given.
func (p *prover) decides(t *target, s *decide.Set) bool {
	env := &p.same
	if p.b.asksFindings(t) {
		env = p.with(s)
	}
	p.put(s)
	comes := p.b.comes(t, env)
	p.take(s)
	return comes
}

// with is what conditions read with the answers of a set. No finding changes by an answer about a fact that no rule up to
// the level reads.
func (p *prover) with(s *decide.Set) *lang.Env {
	key, n := [decide.Most]decide.ID{-1, -1, -1}, 0
	for _, id := range s.Answers() {
		if p.b.index.levelReads.has(p.b.policy.Vocabulary.Facts[p.work.Answer(id).Fact]) {
			key[n] = id
			n++
		}
	}
	if n == 0 {
		return &p.same
	}
	env := p.came[key]
	if env == nil {
		env = p.run(key[:n])
		p.came[key] = env
	}
	return env
}

// run runs the rules with some answers.
func (p *prover) run(ids []decide.ID) *lang.Env {
	facts := p.b.policy.Vocabulary.Facts
	for _, id := range ids {
		a := p.work.Answer(id)
		p.b.session.Know(facts[a.Fact], a.Value)
	}
	found, err := p.b.session.Found(evaluate.BothWays)
	if err != nil {
		p.b.err = errors.Join(p.b.err, err)
		found = p.b.env
	}
	env := p.b.newEnv().Like(found)
	env.Values = p.values
	for _, id := range ids {
		at := p.work.Answer(id).Fact
		p.b.session.Know(facts[at], p.b.input.Values[at])
	}
	return env
}

// put gives the answers of a set, and take takes them back.
func (p *prover) put(s *decide.Set) {
	for _, id := range s.Answers() {
		a := p.work.Answer(id)
		p.values[a.Fact] = a.Value
	}
}

func (p *prover) take(s *decide.Set) {
	for _, id := range s.Answers() {
		at := p.work.Answer(id).Fact
		p.values[at] = p.b.input.Values[at]
	}
}
