package plan

import (
	"encoding/binary"

	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/vocabulary"
)

// State is one case as a plan evaluates it: a buffer that its owner uses for one case
// after another, without allocating. It serves one goroutine.
//
// It works out only what it is asked for: first the findings, then what they settle at
// after looking both ways, then the rules after the level.
type State struct {
	plan      *Plan
	values    []value
	asOf      int64
	judgement lang.Judgement
	// node and number hold the values of nodes and numbers.
	node   []uint8
	number []number
	// dirty marks nodes to be worked out again.
	dirty []uint64
	// settled is whether the findings are settled; later is whether the rules after the
	// level are worked out; begun is whether they have been since Load.
	settled, later, begun bool
	// chosen is whether the facts that are looked at both ways are still the right ones.
	chosen bool
	cells  cells
	// changes counts changes of nodes; answers counts changes of those nodes that a
	// verdict depends on.
	changes, answers uint64
	// steps counts what was worked out, by what it reads.
	steps uint64
	// env holds what Found gives, by evaluate.Look.
	env [evaluate.BothWays + 1]lang.Env
}

// NewState makes room for cases; Load comes before anything else.
func (p *Plan) NewState() *State {
	s := &State{
		plan: p, values: make([]value, len(p.unknown)), node: make([]uint8, p.nodes), number: make([]number, p.numbers),
		dirty: make([]uint64, p.nodes/64), cells: p.newCells(),
	}
	s.node[1] = yes
	for _, i := range p.unsure {
		s.node[i] = open
	}
	for i := range s.env {
		s.env[i] = *evaluate.NewFindings(p.policy).Environment(evaluate.Input{Values: s.values})
	}
	return s
}

// Load begins with a case. The input is copied.
func (s *State) Load(in evaluate.Input) {
	p := s.plan
	copy(s.values, in.Values)
	s.asOf, s.judgement = in.AsOf, in.Judgement
	p.fillAll(s.values, s.node)
	for i := range p.facts {
		for _, at := range p.facts[i].inexact {
			s.node[at] = of(p.isOpen(i, s.values[i]))
		}
	}
	for i := range p.spans {
		s.node[p.spans[i].node] = p.span(&p.spans[i], s.values, s.asOf)
	}
	for i := range p.forces {
		x := &p.forces[i]
		s.node[x.node] = of(s.asOf >= x.lo && s.asOf < x.hi)
	}
	for i := range p.judged {
		s.node[p.judged[i].node] = of(s.judgement.Recorded)
	}
	for i := range p.judgements {
		s.node[p.judgements[i].node] = p.judgements[i].judgement(s.judgement)
	}
	clear(s.dirty)
	s.pass(p.findings)
	s.settled, s.later, s.begun, s.chosen, s.cells.on = false, false, false, false, false
	s.answers++
}

// Know says what is known of a fact from now on.
func (s *State) Know(f *vocabulary.Fact, v vocabulary.Value) {
	if s.values[f.Index] == v {
		return
	}
	s.values[f.Index] = v
	p := s.plan
	x := &p.facts[f.Index]
	before := s.changes
	if x.slot >= 0 {
		s.refill(&p.slots[x.slot], v)
	}
	for _, at := range x.inexact {
		s.change(at, of(f.Open(v)))
	}
	for _, i := range x.spans {
		s.change(p.spans[i].node, p.span(&p.spans[i], s.values, s.asOf))
	}
	if x.bothWays {
		s.chosen = false
	}
	if s.changes != before || x.bothWays {
		s.settled, s.later = false, false
	}
}

// refill writes the tests of a slot, and marks the nodes that read those which changed.
func (s *State) refill(x *slot, v value) {
	row, ok := x.row(v)
	if !ok && !x.set {
		for i := range x.tests {
			s.change(x.first+uint32(i), x.tests[i].test(v))
		}
		return
	}
	for w := range x.words {
		at := x.first + 8*w
		var word uint64
		if x.set {
			word = spread(v, w)
		} else {
			word = s.plan.tables.words[row+w]
		}
		if was := binary.LittleEndian.Uint64(s.node[at:]); was != word {
			s.differ(at, was, word)
		}
	}
}
