package plan

// pass works out the nodes of runs, all of them, from their leaves.
func (s *State) pass(runs []run) {
	p, node := s.plan, s.node
	for i := range runs {
		r := &runs[i]
		args, to := p.args[r.first:], node[r.from:r.to]
		s.steps += uint64(p.first[r.to] - r.first)
		switch r.kind {
		case andTwo:
			for i := range to {
				to[i] = node[args[2*i]] & node[args[2*i+1]]
			}
		case orTwo:
			for i := range to {
				to[i] = node[args[2*i]] | node[args[2*i+1]]
			}
		case kind(and):
			for i := range to {
				v := yes
				for _, a := range p.argsOf(r.from + uint32(i)) {
					v &= node[a]
				}
				to[i] = v
			}
		case kind(or):
			for i := range to {
				v := no
				for _, a := range p.argsOf(r.from + uint32(i)) {
					v |= node[a]
				}
				to[i] = v
			}
		case kind(not):
			for i := range to {
				to[i] = negation[node[args[i]]&3]
			}
		case kind(isOpen):
			for i := range to {
				to[i] = of(node[args[i]] == open)
			}
		case kind(isCertain):
			for i := range to {
				to[i] = of(node[args[i]] == yes)
			}
		case kind(within):
			for i := range to {
				at := r.from + uint32(i)
				to[i] = s.number[p.number[at]].within(p.lo[at], p.hi[at])
			}
		case kind(sum):
			for i := r.from; i < r.to; i++ {
				s.number[p.number[i]] = s.count(p.argsOf(i))
			}
		case kind(choose):
			for i := range to {
				to[i] = choice(node[args[3*i]], node[args[3*i+1]], node[args[3*i+2]])
			}
		}
	}
}

// count is how many of some nodes hold.
func (s *State) count(nodes []uint32) number {
	var n number
	for _, i := range nodes {
		v := s.node[i]
		n.lo += int32(v >> 1)
		n.hi += int32(v & 1)
	}
	return n
}
