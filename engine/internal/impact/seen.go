package impact

import (
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/term"
)

// state is what an answer says of a rule or a ground.
type state uint8

// The states.
const (
	no state = iota
	open
	yes
)

// of is the state that a truth stands for.
func of(t logic.Truth) state {
	switch t {
	case logic.True:
		return yes
	case logic.Unknown:
		return open
	case logic.False:
	}
	return no
}

// seen is what an evaluator made of a case.
type seen struct {
	policy  *policy.Policy
	outcome *evaluate.Outcome
	// values are those of the single consent answers, and lines the lines that gave them.
	values map[term.Answer]string
	lines  map[*policy.Rule]bool
}

// look is what an outcome says.
func look(p *policy.Policy, o *evaluate.Outcome) *seen {
	s := &seen{policy: p, outcome: o, values: map[term.Answer]string{}, lines: map[*policy.Rule]bool{}}
	for _, l := range p.Consent {
		if _, answered := s.values[l.Answer]; l.Answer.Single() && !answered && o.Truths[l.Index] == logic.True {
			s.values[l.Answer], s.lines[l.Rule] = l.Value, true
		}
	}
	return s
}

// rule is the state of a rule, of a line that answers alone whether it does; one that is nil is not in the answer.
func (s *seen) rule(r *policy.Rule, alone bool) state {
	switch {
	case r == nil, alone && !s.lines[r]:
		return no
	case alone:
		return yes
	}
	return of(s.outcome.Truths[r.Index])
}

// ground is the state of a statute by its index, which is below 0 for one that the policy does not have.
func (s *seen) ground(i int) state {
	if i < 0 {
		return no
	}
	return of(s.outcome.Grounds[i])
}
