package plan

import "math/bits"

// differ gives the nodes of a word their new values, where those have changed.
func (s *State) differ(first uint32, was, word uint64) {
	for d := was ^ word; d != 0; {
		i := uint32(bits.TrailingZeros64(d)) / 8
		s.change(first+i, uint8(word>>(8*i)))
		d &^= 0xff << (8 * i)
	}
}

// change gives a node a value. It corrects the sums that count the node at once, and
// marks the other nodes that read it, to be worked out again later.
func (s *State) change(i uint32, v uint8) {
	was := s.node[i]
	if was == v {
		return
	}
	s.node[i] = v
	p := s.plan
	s.changes++
	if b := p.bears[i]; b != 0 {
		if b&inVerdict != 0 {
			s.answers++
		}
		if b&onChoice != 0 && (was == open || v == open) {
			s.chosen = false
		}
	}
	for _, reader := range p.readersOf(i) {
		if p.op[reader] == sum {
			n := &s.number[p.number[reader]]
			lo, hi := int32(v>>1)-int32(was>>1), int32(v&1)-int32(was&1)
			n.lo, n.hi = n.lo+lo, n.hi+hi
			s.cells.recount(i, reader, lo, hi)
		}
		s.dirty[reader/64] |= 1 << (reader % 64)
	}
}

// renumber gives a number that is filled in from outside. What reads it is worked out
// again, unless everything is yet to be.
func (s *State) renumber(node uint32, n number) {
	switch at := &s.number[s.plan.number[node]]; {
	case !s.begun:
		*at = n
	case *at != n:
		*at = n
		if s.plan.bears[node]&inVerdict != 0 {
			s.answers++
		}
		s.markReaders(node)
	}
}

func (s *State) markReaders(node uint32) {
	p := s.plan
	for _, reader := range p.readersOf(node) {
		s.dirty[reader/64] |= 1 << (reader % 64)
	}
}

// sweep works out again the marked nodes from one multiple of 64 to another, in their
// order. A node stands after those that it reads, so each is worked out once.
func (s *State) sweep(from, to uint32) {
	for w := from / 64; w < to/64; w++ {
		for s.dirty[w] != 0 {
			at := uint32(bits.TrailingZeros64(s.dirty[w]))
			s.dirty[w] &= s.dirty[w] - 1
			if to <= s.plan.findingsEnd {
				s.cells.moved[w] |= 1 << at
			}
			if i := w*64 + at; s.plan.op[i] == sum {
				s.markReaders(i)
			} else {
				s.change(i, s.work(i))
			}
		}
	}
}

// work works out one node, other than a sum, from what it reads.
func (s *State) work(i uint32) uint8 {
	p, node := s.plan, s.node
	args := p.argsOf(i)
	s.steps += uint64(len(args))
	switch p.op[i] {
	case and:
		v := yes
		for _, a := range args {
			v &= node[a]
		}
		return v
	case or:
		v := no
		for _, a := range args {
			v |= node[a]
		}
		return v
	case not:
		return negation[node[args[0]]&3]
	case choose:
		return choice(node[args[0]], node[args[1]], node[args[2]])
	case isOpen:
		return of(node[args[0]] == open)
	case isCertain:
		return of(node[args[0]] == yes)
	case within:
		return s.number[p.number[i]].within(p.lo[i], p.hi[i])
	case leaf, given, sum:
		// Leaves and given numbers are filled in. A sum is corrected when something that
		// it counts changes.
	}
	return node[i]
}

// choice is then where by holds, otherwise where it does not, and unknown where by is.
func choice(by, then, otherwise uint8) uint8 {
	switch by {
	case yes:
		return then
	case no:
		return otherwise
	default:
		return open
	}
}
