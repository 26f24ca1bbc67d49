package evaluate

import (
	"slices"
	"sync"

	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/term"
)

// RuleByRule is an evaluator that asks for the truth of one condition at a time.
type RuleByRule struct {
	// Policy is the policy that it evaluates.
	Policy *policy.Policy
	// Begin prepares to evaluate rules in an environment whose findings are filled in between calls, stratum by stratum.
	Begin  func(*lang.Env) Conditions
	called string
	// gains are those of the policy, worked out when a case first needs them.
	gains func() Gain
}

// NewRuleByRule returns an evaluator of a policy; called is what people call it.
func NewRuleByRule(called string, p *policy.Policy, begin func(*lang.Env) Conditions) RuleByRule {
	return RuleByRule{Policy: p, Begin: begin, called: called, gains: sync.OnceValue(func() Gain { return Gains(p) })}
}

// Conditions gives the truth of conditions of one case; it serves one goroutine.
type Conditions interface {
	Truth(r *policy.Rule) (logic.Truth, error)
}

// Name is what people call the evaluator.
func (e RuleByRule) Name() string { return e.called }

// Start begins to evaluate a case.
func (e RuleByRule) Start(in Input) Session { return &session{e: e, in: in} }

// End does nothing: a session has no room of its own.
func (*session) End() {}

// session works everything out afresh once something has been learnt or forgotten.
type session struct {
	e  RuleByRule
	in Input
	// own is whether in.Values is a copy of the input's, which may be changed.
	own bool
	// found is what was worked out since the last change, by Look; nil before.
	found [BothWays + 1]*Outcome
}

// Know says what is known of a fact from now on.
func (s *session) Know(f *vocabulary.Fact, v vocabulary.Value) {
	if s.in.Values[f.Index] == v {
		return
	}
	if !s.own {
		s.in.Values, s.own = slices.Clone(s.in.Values), true
	}
	s.in.Values[f.Index] = v
	clear(s.found[:])
}

// find works out the findings, if they are not yet.
func (s *session) find(look Look) (*Outcome, error) {
	if o := s.found[look]; o != nil {
		return o, nil
	}
	o := &Outcome{Findings: *NewFindings(s.e.Policy)}
	if s.found[Kleene] == nil {
		if err := s.e.find(s.in, &o.Findings); err != nil {
			return nil, err
		}
		s.found[Kleene] = o
	}
	if look == Kleene {
		return o, nil
	}
	both, err := s.found[Kleene].split(s.e, s.in)
	if err != nil {
		return nil, err
	}
	s.found[BothWays] = both
	return both, nil
}

// Found gives what conditions after the level read.
func (s *session) Found(look Look) (*lang.Env, error) {
	o, err := s.find(look)
	if err != nil {
		return nil, err
	}
	return o.Environment(s.in), nil
}

// Rule gives the truth of a rule up to the level.
func (s *session) Rule(r *policy.Rule, look Look) (logic.Truth, error) {
	o, err := s.find(look)
	if err != nil {
		return logic.Unknown, err
	}
	return o.Rules[r.Index], nil
}

// Outcome gives the whole result.
func (s *session) Outcome() (*Outcome, error) {
	o, err := s.find(BothWays)
	if err != nil || o.Truths != nil {
		return o, err
	}
	truths := make([]logic.Truth, len(s.e.Policy.Rules))
	copy(truths, o.Rules)
	if err := s.e.after(s.in, &o.Findings, truths); err != nil {
		return nil, err
	}
	o.Truths = truths
	return o, nil
}

// find evaluates indicators, grounds and level criteria, in that order.
func (e RuleByRule) find(in Input, f *Findings) error {
	p := e.Policy
	conditions := e.Begin(f.Environment(in))
	clear(f.Grounds)
	for _, r := range p.Rules[:p.FindingsEnd] {
		if r.Kind == term.KindLevel {
			continue // after counting
		}
		t, err := Truth(conditions, r, in.AsOf)
		if err != nil {
			return err
		}
		f.Rules[r.Index] = t
	}
	f.ground(p)
	f.count(p)
	for _, l := range p.Levels {
		t, err := Truth(conditions, l.Rule, in.AsOf)
		if err != nil {
			return err
		}
		f.Rules[l.Index] = t
	}
	f.level(p)
	return nil
}

// after evaluates the rules after the level.
func (e RuleByRule) after(in Input, f *Findings, truths []logic.Truth) error {
	conditions := e.Begin(f.Environment(in))
	for _, r := range e.Policy.Rules[e.Policy.FindingsEnd:] {
		t, err := Truth(conditions, r, in.AsOf)
		if err != nil {
			return err
		}
		truths[r.Index] = t
	}
	return nil
}

// Truth is the truth of a rule: false on a day on which it is not in force.
func Truth(c Conditions, r *policy.Rule, asOf int64) (logic.Truth, error) {
	switch {
	case !r.InForce(asOf):
		return logic.False, nil
	case r.Always:
		return logic.True, nil
	default:
		return c.Truth(r)
	}
}

// ground works out the grounds from the rules by which they hold.
func (f *Findings) ground(p *policy.Policy) {
	for _, i := range p.Indicators {
		if i.Ground >= 0 {
			f.Grounds[i.Ground] = logic.Or(f.Grounds[i.Ground], f.Rules[i.Index])
		}
	}
	for _, g := range p.Grounds {
		f.Grounds[g.Statute] = logic.Or(f.Grounds[g.Statute], f.Rules[g.Index])
	}
}

// level works out the level's range from the truths of the level criteria.
func (f *Findings) level(p *policy.Policy) {
	f.Level = logic.Exactly(int64(p.Levels[0].Number))
	for _, l := range p.Levels {
		switch f.Rules[l.Index] {
		case logic.True:
			f.Level = logic.Exactly(int64(l.Number))
		case logic.Unknown:
			f.Level.Hi = int64(l.Number)
		case logic.False:
		}
	}
}
