package plan

// pass works out the nodes of runs, all of them, from their leaves.
func (s *State) pass(runs []run) {
	p, node := s.plan, s.node
	for _, r := range runs {
		args := p.args[p.first[r.from]:p.first[r.to]]
		to := node[r.from:r.to]
		switch {
		case r.op == and && r.args == 2:
			for i := range to {
				to[i] = node[args[0]] & node[args[1]]
				args = args[2:]
			}
		case r.op == or && r.args == 2:
			for i := range to {
				to[i] = node[args[0]] | node[args[1]]
				args = args[2:]
			}
		case r.op == and:
			for i := range to {
				v := yes
				for _, a := range args[:r.args] {
					v &= node[a]
				}
				to[i], args = v, args[r.args:]
			}
		case r.op == or:
			for i := range to {
				v := no
				for _, a := range args[:r.args] {
					v |= node[a]
				}
				to[i], args = v, args[r.args:]
			}
		case r.op == sum:
			for i := r.from; i < r.to; i++ {
				s.number[p.number[i]] = s.count(args[:r.args])
				args = args[r.args:]
			}
		default:
			for i := r.from; i < r.to; i++ {
				node[i] = s.work(i)
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
