package plan

// Size is how much there is to work out from nothing: for each node, what it reads.
// It is what one way through the whole graph takes in Steps.
func (p *Plan) Size() uint64 { return uint64(len(p.args)) }

// Steps is how much the state has worked out so far, looking both ways included: for
// each node worked out, what it reads. It grows with the time taken, and unlike that
// it is the same on every machine.
func (s *State) Steps() uint64 { return s.steps + s.cells.steps }
