package plan

// Size is the work of going through the whole graph once, in steps. A node takes as many
// steps as there are nodes that it reads.
func (p *Plan) Size() uint64 { return uint64(len(p.args)) }

// Steps is how many steps the state has taken so far, looking both ways included. It
// grows with the time taken but, unlike time, it is the same on every machine.
func (s *State) Steps() uint64 { return s.steps + s.cells.steps }
