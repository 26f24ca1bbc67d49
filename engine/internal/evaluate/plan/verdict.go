package plan

import (
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
)

// Verdict is what is decided, without the explanation. It belongs to its owner, who
// uses it for one case after another.
type Verdict struct {
	// Level runs from the level recommended to the highest not ruled out.
	Level logic.Range
	// Grounds are by statute.
	Grounds []logic.Truth
	// Consent are the lines that answer: of single answers the first that holds, of
	// the others each that holds.
	Consent []*policy.Line
	// Escalations are those now due, Possible those that may be.
	Escalations, Possible []*policy.Escalation

	// state is what it was last read from, and when.
	state   *State
	answers uint64
}

// Verdict decides a case. It allocates nothing once the verdict has been used for a
// few cases.
func (s *State) Verdict(in evaluate.Input, v *Verdict) {
	s.Load(in)
	s.Decided(v)
}

// Decided gives the verdict by what is known now. A verdict that it gave before, and
// that nothing learnt since bears on, is left as it is.
func (s *State) Decided(v *Verdict) {
	s.conclude()
	if v.state == s && v.answers == s.answers {
		return
	}
	v.state, v.answers = s, s.answers
	p := s.plan
	v.Level = p.levelRange(s.number[p.level])
	v.Grounds, v.Consent = v.Grounds[:0], v.Consent[:0]
	v.Escalations, v.Possible = v.Escalations[:0], v.Possible[:0]
	for _, x := range p.grounds {
		v.Grounds = append(v.Grounds, truths[s.node[x.settled]&3])
	}
	var answered uint
	for i, node := range p.consent {
		if s.node[node] != yes || answered>>p.answers[i]&1 != 0 {
			continue
		}
		if p.answers[i].Single() {
			answered |= 1 << p.answers[i]
		}
		v.Consent = append(v.Consent, p.policy.Consent[i])
	}
	for i, node := range p.escalations {
		switch s.node[node] {
		case yes:
			v.Escalations = append(v.Escalations, p.policy.Escalations[i])
		case open:
			v.Possible = append(v.Possible, p.policy.Escalations[i])
		}
	}
}
