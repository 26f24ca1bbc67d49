package expr

import (
	"slices"

	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/term"
)

// session is one case. It keeps what a rule came to until something that the rule reads may
// have changed; everything else is worked out afresh.
type session struct {
	variables
	values    []vocabulary.Value
	asOf      int64
	judgement lang.Judgement
	// truths are those of all rules but levels, by Rule.Index, where worked says so; settled is
	// what those after the level read besides facts, nil before they have read anything.
	truths  []logic.Truth
	worked  []bool
	settled *evaluate.Findings
	// kleene and both are the findings without looking both ways and with; nil until they are
	// asked for. outcome is the whole result.
	kleene, both *evaluate.Findings
	// split are the facts that were looked at both ways, and left those for which there was no room.
	split, left []*vocabulary.Fact
	outcome     *evaluate.Outcome
}

func (e *Evaluator) newSession() *session {
	s := &session{variables: e.newVariables(), values: make([]vocabulary.Value, len(e.policy.Vocabulary.Facts)),
		truths: make([]logic.Truth, len(e.policy.Rules)), worked: make([]bool, len(e.policy.Rules))}
	for i, f := range e.policy.Vocabulary.Facts {
		s.values[i] = f.Unknown()
		s.know(f, s.values[i])
	}
	return s
}

// load begins a case. What the case before left stays where it is the same: cases have most
// facts in common, those of which nothing is known.
func (s *session) load(in evaluate.Input) {
	if s.asOf != in.AsOf || s.judgement != in.Judgement {
		clear(s.worked)
	}
	s.asOf, s.judgement = in.AsOf, in.Judgement
	s.moment(in.AsOf, in.Judgement)
	for i, f := range s.policy.Vocabulary.Facts {
		s.Know(f, in.Values[i])
	}
	s.forget()
}

// forget drops what was worked out of the case as a whole.
func (s *session) forget() { s.kleene, s.both, s.split, s.left, s.outcome = nil, nil, nil, nil, nil }

// Know says what is known of a fact from now on.
func (s *session) Know(f *vocabulary.Fact, v vocabulary.Value) {
	if s.values[f.Index] == v {
		return
	}
	s.values[f.Index] = v
	s.know(f, v)
	for _, r := range s.readers[f.Index] {
		s.worked[r] = false
	}
	s.forget()
}

// keep is the truth of a rule that is no level, worked out or kept.
func (s *session) keep(i int) (logic.Truth, error) {
	if !s.worked[i] {
		t, err := s.rule(i, s.asOf)
		if err != nil {
			return t, err
		}
		s.truths[i], s.worked[i] = t, true
	}
	return s.truths[i], nil
}

// follow works out what follows from the truths of indicators and grounds, up to the level.
func (s *session) follow(f *evaluate.Findings) error {
	s.findings(f)
	s.found(f)
	for _, l := range s.policy.Levels {
		t, err := s.rule(l.Index, s.asOf)
		if err != nil {
			return err
		}
		f.Rules[l.Index] = t
	}
	s.level(f)
	return nil
}

// find works out the findings without looking both ways.
func (s *session) find() (*evaluate.Findings, error) {
	if s.kleene != nil {
		return s.kleene, nil
	}
	f := evaluate.NewFindings(s.policy)
	for _, r := range s.policy.Rules[:s.policy.FindingsEnd] {
		if r.Kind == term.KindLevel {
			continue
		}
		var err error
		if f.Rules[r.Index], err = s.keep(r.Index); err != nil {
			return nil, err
		}
	}
	if err := s.follow(f); err != nil {
		return nil, err
	}
	s.kleene = f
	return f, nil
}

// findBoth works out the findings with looking both ways.
func (s *session) findBoth() (*evaluate.Findings, error) {
	if s.both != nil {
		return s.both, nil
	}
	f, err := s.find()
	if err != nil {
		return nil, err
	}
	facts, left := s.toLookAt(f)
	s.left = byPlace(left)
	if len(facts) == 0 {
		s.both = f
		return f, nil
	}
	both, err := s.look(f, facts)
	if err != nil {
		return nil, err
	}
	if both.Level != f.Level || !slices.Equal(both.Rules, f.Rules) {
		for _, l := range facts {
			s.split = append(s.split, l.fact)
		}
		s.split = byPlace(s.split)
	}
	s.both = both
	return both, nil
}

// at gives the findings as they are looked at.
func (s *session) at(look evaluate.Look) (*evaluate.Findings, error) {
	if look == evaluate.Kleene {
		return s.find()
	}
	return s.findBoth()
}

// Found gives what conditions after the level read.
func (s *session) Found(look evaluate.Look) (*lang.Env, error) {
	f, err := s.at(look)
	if err != nil {
		return nil, err
	}
	return f.Environment(s.input()), nil
}

func (s *session) input() evaluate.Input {
	return evaluate.Input{Values: s.values, AsOf: s.asOf, Judgement: s.judgement}
}

// Rule gives the truth of a rule up to the level.
func (s *session) Rule(r *policy.Rule, look evaluate.Look) (logic.Truth, error) {
	if r.Kind != term.KindLevel && look == evaluate.Kleene {
		return s.keep(r.Index)
	}
	f, err := s.at(look)
	if err != nil {
		return logic.Unknown, err
	}
	return f.Rules[r.Index], nil
}

// Outcome gives the whole result.
func (s *session) Outcome() (*evaluate.Outcome, error) {
	if s.outcome != nil {
		return s.outcome, nil
	}
	f, err := s.findBoth()
	if err != nil {
		return nil, err
	}
	o := &evaluate.Outcome{Findings: *f, Truths: make([]logic.Truth, len(s.policy.Rules)), Split: s.split, Left: s.left}
	copy(o.Truths, f.Rules)
	s.settle(f)
	for i := s.policy.FindingsEnd; i < len(s.policy.Rules); i++ {
		if o.Truths[i], err = s.keep(i); err != nil {
			return nil, err
		}
	}
	s.outcome = o
	return o, nil
}

// settle puts in what the rules after the level read. If it is not what they read before, none
// of them is kept.
func (s *session) settle(f *evaluate.Findings) {
	was := s.settled
	if was == nil || was.Level != f.Level || !slices.Equal(was.Grounds, f.Grounds) || !slices.Equal(was.Decisive, f.Decisive) ||
		!slices.Equal(was.Tally, f.Tally) || !slices.Equal(was.Domains, f.Domains) {
		clear(s.worked[s.policy.FindingsEnd:])
	}
	s.settled = f
	s.found(f)
}

// End gives the session's room back for another case.
func (s *session) End() {
	s.forget()
	s.rooms.Put(s)
}
