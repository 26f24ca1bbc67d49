// Package crosscheck holds two evaluators against each other while they answer: every truth
// and every finding that an answer or its explanation asks for is asked of both. Where they
// differ, the answer is an error, a *diagnostic.Disagreement.
package crosscheck

import (
	"errors"

	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
)

// Make makes an evaluator of a policy.
type Make func(*policy.Policy) (evaluate.Evaluator, error)

// Evaluator asks two evaluators of one policy. It is immutable and safe for concurrent use.
type Evaluator struct {
	policy *policy.Policy
	build  [2]Make
	by     [2]evaluate.Evaluator
}

// New makes both. What the two agree on is what the first says.
func New(p *policy.Policy, first, second Make) (*Evaluator, error) {
	e := &Evaluator{policy: p, build: [2]Make{first, second}}
	for i, build := range e.build {
		var err error
		if e.by[i], err = build(p); err != nil {
			return nil, err
		}
	}
	return e, nil
}

var _ evaluate.Checker = (*Evaluator)(nil)

// Name is what people call the evaluator.
func (e *Evaluator) Name() string { return e.by[0].Name() + " checked by " + e.by[1].Name() }

// Start begins to evaluate a case.
func (e *Evaluator) Start(in evaluate.Input) evaluate.Session {
	s := &session{Evaluator: e, in: in}
	for i, by := range e.by {
		s.by[i] = by.Start(in)
	}
	return s
}

// session is one case with both.
type session struct {
	*Evaluator
	by [2]evaluate.Session
	in evaluate.Input
	// own is whether in.Values is a copy of the input's, which may be changed.
	own bool
}

// Know says what is known of a fact from now on.
func (s *session) Know(f *vocabulary.Fact, v vocabulary.Value) {
	if !s.own {
		s.in.Values, s.own = append([]vocabulary.Value(nil), s.in.Values...), true
	}
	s.in.Values[f.Index] = v
	for _, by := range s.by {
		by.Know(f, v)
	}
}

// Found gives what conditions after the level read.
func (s *session) Found(look evaluate.Look) (*lang.Env, error) {
	a, errA := s.by[0].Found(look)
	b, errB := s.by[1].Found(look)
	if errA != nil || errB != nil {
		return nil, errors.Join(errA, errB)
	}
	if d := s.environments(a, b); d != nil {
		return nil, s.disagreement(s.in, d)
	}
	return a, nil
}

// Rule gives the truth of a rule up to the level.
func (s *session) Rule(r *policy.Rule, look evaluate.Look) (logic.Truth, error) {
	a, errA := s.by[0].Rule(r, look)
	b, errB := s.by[1].Rule(r, look)
	if errA != nil || errB != nil {
		return logic.Unknown, errors.Join(errA, errB)
	}
	if a != b {
		return logic.Unknown, s.disagreement(s.in, ofRule(r, a, b))
	}
	return a, nil
}

// Outcome gives the whole result.
func (s *session) Outcome() (*evaluate.Outcome, error) {
	a, errA := s.by[0].Outcome()
	b, errB := s.by[1].Outcome()
	if errA != nil || errB != nil {
		return nil, errors.Join(errA, errB)
	}
	d := s.outcomes(a, b)
	if d == nil {
		var err error
		if d, err = s.vocabulary(); err != nil {
			return nil, err
		}
	}
	if d != nil {
		return nil, s.disagreement(s.in, d)
	}
	return a, nil
}

// End gives the rooms of both back.
func (s *session) End() {
	for _, by := range s.by {
		by.End()
	}
}
