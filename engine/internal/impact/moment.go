package impact

import (
	"time"

	"windscreen/engine/internal/allcases"
	"windscreen/engine/internal/formula"
	"windscreen/engine/internal/policy"
	"windscreen/engine/term"
)

// moment is both policies as at one moment.
type moment struct {
	*allcases.Pair
	old, now side
}

// side is what one of the policies makes of all cases.
type side struct {
	*allcases.Cases
	// answers are, by Rule.Index, whether a rule is in the answer.
	answers []formula.Ref
}

// at describes all cases of two policies as at a moment.
func at(old, now *policy.Policy, when time.Time) (*moment, error) {
	pair, err := allcases.NewPair(old, now, allcases.Options{AsOf: when})
	if err != nil {
		return nil, err
	}
	return &moment{Pair: pair, old: side{pair.Old, pair.Old.Answers()}, now: side{pair.Now, pair.Now.Answers()}}, nil
}

// rule is whether a rule has a state, as seen.rule has it.
func (s side) rule(r *policy.Rule, alone bool, is state) formula.Ref {
	yesRef, openRef := formula.False, formula.False
	if r != nil {
		if yesRef = s.answers[r.Index]; !alone {
			openRef = s.And(s.Rules[r.Index].May, s.Rules[r.Index].Is.Not())
		}
	}
	return s.state(yesRef, openRef, is)
}

// ground is whether a statute has a state, as seen.ground has it.
func (s side) ground(i int, is state) formula.Ref {
	if i < 0 {
		return s.state(formula.False, formula.False, is)
	}
	t := s.Grounds[i]
	return s.state(t.Is, s.And(t.May, t.Is.Not()), is)
}

// state is whether something that is so, or open, is in a state.
func (s side) state(so, openRef formula.Ref, is state) formula.Ref {
	switch is {
	case yes:
		return so
	case open:
		return openRef
	case no:
	}
	return s.And(so.Not(), openRef.Not())
}

// recommends is whether a level is the one recommended.
func (s side) recommends(number int) formula.Ref {
	return s.And(s.from(number).Is, s.from(number+1).Is.Not())
}

// from is whether the level is at least one with a number: see allcases.Cases.LevelFrom.
func (s side) from(number int) allcases.Truth {
	for i, l := range s.Policy.Levels {
		if l.Number >= number {
			return s.LevelFrom[i]
		}
	}
	return allcases.Truth{Is: formula.False, May: formula.False}
}

// says is whether a consent answer has a value.
func (s side) says(a term.Answer, value string) formula.Ref {
	var ways []formula.Ref
	for _, l := range s.Policy.Consent {
		if l.Answer == a && l.Value == value {
			ways = append(ways, s.answers[l.Index])
		}
	}
	return s.Or(ways...)
}
