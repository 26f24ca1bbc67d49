package plan

import (
	"iter"
	"math/bits"

	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/term"
)

// Verdict is what is decided, without the explanation. It belongs to its owner, who
// uses it for one case after another.
type Verdict struct {
	// Level runs from the level recommended to the highest not ruled out.
	Level logic.Range
	// Grounds are by statute.
	Grounds []logic.Truth
	// Consent are the lines of consent that answer: the first that holds for an answer
	// that takes one line, each that holds for the others.
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

// Decided gives the verdict on what is known now. Where the verdict came from this state
// before, and nothing learnt since affects it, it is left as it is.
func (s *State) Decided(v *Verdict) {
	s.conclude()
	if v.state == s && v.answers == s.answers {
		return
	}
	v.begin()
	v.state, v.answers = s, s.answers
	p := s.plan
	v.Level = p.levelRange(s.number[p.level])
	for _, x := range p.grounds {
		v.Grounds = append(v.Grounds, truths[s.node[x.settled]&3])
	}
	var answered uint
	for from, nodes := range words(p.consent) {
		for is, _ := s.bits(nodes); is != 0; is &= is - 1 {
			i := from + bits.TrailingZeros64(is)
			if a := p.answers[i]; a >= 0 {
				if answered>>a&1 != 0 {
					continue
				}
				answered |= 1 << a
			}
			v.Consent = append(v.Consent, p.policy.Consent[i])
		}
	}
	for from, nodes := range words(p.escalations) {
		is, may := s.bits(nodes)
		for may &^= is; is != 0; is &= is - 1 {
			v.Escalations = append(v.Escalations, p.policy.Escalations[from+bits.TrailingZeros64(is)])
		}
		for ; may != 0; may &= may - 1 {
			v.Possible = append(v.Possible, p.policy.Escalations[from+bits.TrailingZeros64(may)])
		}
	}
}

// words are up to 64 nodes at a time, with how many came before.
func words(nodes []uint32) iter.Seq2[int, []uint32] {
	return func(yield func(int, []uint32) bool) {
		for from := 0; from < len(nodes); from += 64 {
			if !yield(from, nodes[from:min(from+64, len(nodes))]) {
				return
			}
		}
	}
}

// bits are the values of up to 64 nodes, a bit for each. Asking each node whether it holds would cost
// far more, because the processor cannot foresee the answers.
func (s *State) bits(nodes []uint32) (is, may uint64) {
	for _, i := range nodes {
		v := uint64(s.node[i])
		is, may = is>>1|v>>1<<63, may>>1|v<<63
	}
	rest := (64 - len(nodes)) & 63
	return is >> rest, may >> rest
}

// Of makes it the verdict of an outcome, whichever evaluator that is from.
func (v *Verdict) Of(p *policy.Policy, o *evaluate.Outcome) {
	v.begin()
	v.Level, v.Grounds = o.Level, append(v.Grounds, o.Grounds...)
	var answered uint
	for _, l := range p.Consent {
		a := singleAnswer(l.Answer)
		if o.Truths[l.Index] != logic.True || a >= 0 && answered>>a&1 != 0 {
			continue
		}
		if a >= 0 {
			answered |= 1 << a
		}
		v.Consent = append(v.Consent, l)
	}
	for _, e := range p.Escalations {
		switch o.Truths[e.Index] {
		case logic.True:
			v.Escalations = append(v.Escalations, e)
		case logic.Unknown:
			v.Possible = append(v.Possible, e)
		case logic.False:
		}
	}
}

// mostAnswers is room for every answer of the consent position.
const mostAnswers = 8

// singleAnswer is the place of a single answer among all answers; -1 for one that is a list.
func singleAnswer(a term.Answer) int {
	if !a.Single() {
		return -1
	}
	return term.Order(a)
}

// begin empties the verdict, keeping its room.
func (v *Verdict) begin() {
	v.Grounds, v.Consent = v.Grounds[:0], v.Consent[:0]
	v.Escalations, v.Possible = v.Escalations[:0], v.Possible[:0]
	v.state = nil
}

// Verdicts gives the verdicts on the cases of the batch, in their order; there must be
// room for as many. It allocates nothing once they have been used for a few batches.
//
// It goes node by node, not case by case: few of a policy's escalations and lines of
// consent hold in any one case.
func (b *Batch) Verdicts(verdicts []Verdict) {
	p := b.plan
	verdicts = verdicts[:len(b.cases)]
	for lane := range verdicts {
		v := &verdicts[lane]
		v.begin()
		v.Level = b.Level(lane)
		for _, x := range p.grounds {
			v.Grounds = append(v.Grounds, b.truth(x.settled, lane))
		}
	}
	used := allLanes >> (Lanes - len(verdicts))
	var answered [mostAnswers]uint64
	for i, node := range p.consent {
		lanes := b.is[node] & used
		if a := p.answers[i]; a >= 0 {
			lanes, answered[a] = lanes&^answered[a], answered[a]|lanes
		}
		for ; lanes != 0; lanes &= lanes - 1 {
			v := &verdicts[bits.TrailingZeros64(lanes)]
			v.Consent = append(v.Consent, p.policy.Consent[i])
		}
	}
	for i, node := range p.escalations {
		e := p.policy.Escalations[i]
		for lanes := b.may[node] & used; lanes != 0; lanes &= lanes - 1 {
			lane := bits.TrailingZeros64(lanes)
			if v := &verdicts[lane]; b.is[node]>>lane&1 != 0 {
				v.Escalations = append(v.Escalations, e)
			} else {
				v.Possible = append(v.Possible, e)
			}
		}
	}
}
