package plan

// pass works out the nodes of runs, all of them, from their leaves.
func (s *State) pass(runs []run) {
	p, node := s.plan, s.node
	for i := range runs {
		r := &runs[i]
		args, to := p.reads[r.first:], node[r.from:r.to]
		s.steps += uint64(p.first[r.to] - p.first[r.from])
		switch r.kind {
		case andTwo:
			for i := range to {
				a := (*[2]uint32)(args[2*i:])
				to[i] = node[a[0]] & node[a[1]]
			}
		case orTwo:
			for i := range to {
				a := (*[2]uint32)(args[2*i:])
				to[i] = node[a[0]] | node[a[1]]
			}
		case andFour:
			for i := range to {
				a := (*[4]uint32)(args[4*i:])
				to[i] = node[a[0]] & node[a[1]] & node[a[2]] & node[a[3]]
			}
		case orFour:
			for i := range to {
				a := (*[4]uint32)(args[4*i:])
				to[i] = node[a[0]] | node[a[1]] | node[a[2]] | node[a[3]]
			}
		case andEight:
			for i := range to {
				a := (*[8]uint32)(args[8*i:])
				to[i] = node[a[0]] & node[a[1]] & node[a[2]] & node[a[3]] & node[a[4]] & node[a[5]] & node[a[6]] & node[a[7]]
			}
		case orEight:
			for i := range to {
				a := (*[8]uint32)(args[8*i:])
				to[i] = node[a[0]] | node[a[1]] | node[a[2]] | node[a[3]] | node[a[4]] | node[a[5]] | node[a[6]] | node[a[7]]
			}
		case kind(not):
			for i := range to {
				to[i] = negation[node[args[i]]&3]
			}
		case kind(isOpen):
			for i := range to {
				to[i] = openness[node[args[i]]&3]
			}
		case kind(isCertain):
			for i := range to {
				to[i] = certainty[node[args[i]]&3]
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
