package plan

import (
	"slices"

	"windscreen/engine/internal/logic"
)

// find works out the findings by Kleene's rules.
func (s *State) find() { s.sweep(0, s.plan.findingsEnd) }

// settle works out what the findings settle at: by Kleene's rules, or what all the
// ways in which facts can turn out have in common.
func (s *State) settle() {
	if s.settled {
		return
	}
	s.settled = true
	s.find()
	s.look()
	p := s.plan
	for _, x := range p.found {
		s.put(x.settled, s.joined(x.kleene))
	}
	for i := range p.counts {
		s.renumber(p.counts[i].node, s.joinedSum(&p.counts[i]))
	}
	at := s.levelFrom()
	s.renumber(p.levelNode, at)
	for _, node := range p.judgedOtherwise {
		s.put(node, of(s.judgement.Recorded && s.judgement.Level != p.policy.Levels[at.lo].Number))
	}
}

// put gives a leaf of the rules after the level its value. What reads it is worked out
// again, unless everything is yet to be.
func (s *State) put(node uint32, v uint8) {
	if s.begun {
		s.change(node, v)
	} else {
		s.node[node] = v
	}
}

// joined is what a node up to the level settles at.
func (s *State) joined(i uint32) uint8 {
	if !s.cells.on || !s.cells.holds(i) {
		return s.node[i]
	}
	return s.cells.joined(i)
}

func (s *State) joinedSum(x *counting) number {
	if !s.cells.on || !s.cells.holds(x.sum) {
		return s.number[x.kleene]
	}
	return s.cells.sums[x.kleene].joined(s.plan.digits)
}

// kleeneLevel is the level's range by Kleene's rules, as indexes of levels: from the
// highest whose criterion holds to the highest whose criterion may.
func (s *State) kleeneLevel() (n number) {
	for i, node := range s.plan.levels {
		switch s.node[node] {
		case yes:
			n = number{int32(i), int32(i)}
		case open:
			n.hi = int32(i)
		}
	}
	return n
}

// levelFrom is the range that the level settles at. With cells, the lower end is the
// highest level such that it or one above holds in each of them.
func (s *State) levelFrom() number {
	if !s.cells.on {
		return s.kleeneLevel()
	}
	var n number
	var held uint64
	for i, node := range slices.Backward(s.plan.levels) {
		is, may := s.cells.get(node)
		if may != 0 {
			n.hi = max(n.hi, int32(i))
		}
		if held |= is; held == allLanes {
			n.lo = int32(i)
			break
		}
	}
	return number{n.lo, max(n.lo, n.hi)}
}

// conclude works out the rules after the level.
func (s *State) conclude() {
	if s.later {
		return
	}
	s.settle()
	p := s.plan
	if s.begun {
		s.sweep(p.findingsEnd, p.nodes)
	} else {
		clear(s.dirty)
		s.pass(p.later)
	}
	s.begun, s.later = true, true
}

// levelRange turns indexes of levels into their numbers.
func (p *Plan) levelRange(n number) logic.Range {
	levels := p.policy.Levels
	return logic.Range{Lo: int64(levels[n.lo].Number), Hi: int64(levels[n.hi].Number)}
}
