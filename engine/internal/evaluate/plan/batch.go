package plan

import (
	"math/bits"
	"slices"

	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
)

// Lanes is how many cases a Batch takes.
const Lanes = 64

// Batch is up to 64 cases side by side, for the verdict only: a buffer that its
// owner uses again and again, without allocating. It serves one goroutine.
type Batch struct {
	lanes
	cases []evaluate.Input
	// unknown are, by reader, the lanes in which the fact is not known.
	unknown []uint64
	// state looks both ways, in one case at a time.
	state *State
}

// NewBatch makes room for cases.
func (p *Plan) NewBatch() *Batch {
	b := &Batch{
		lanes: p.newLanes(p.nodes), unknown: make([]uint64, len(p.readers)), state: p.NewState(),
	}
	for i := range b.in {
		b.in[i] = allLanes
	}
	b.is[1], b.may[1] = allLanes, allLanes
	for _, i := range p.unsure {
		b.may[i] = allLanes
	}
	return b
}

// Load decides up to 64 cases. They are read until the next Load.
func (b *Batch) Load(cases []evaluate.Input) {
	b.cases = cases[:min(len(cases), Lanes)]
	for i := range b.plan.columns {
		b.loadColumn(&b.plan.columns[i])
	}
	b.loadLeaves()
	b.work(b.plan.gatesFrom, b.plan.findingsEnd)
	b.settle()
	b.work(b.plan.findingsEnd, b.plan.nodes)
}

// loadLeaves fills in what else conditions read of a case.
func (b *Batch) loadLeaves() {
	p := b.plan
	for i := range p.facts {
		for _, at := range p.facts[i].inexact {
			b.each(at, func(in *evaluate.Input) uint8 { return of(p.isOpen(i, in.Values[i])) })
		}
	}
	for i := range p.spans {
		b.each(p.spans[i].node, func(in *evaluate.Input) uint8 { return p.span(&p.spans[i], in.Values, in.AsOf) })
	}
	for i := range p.forces {
		x := &p.forces[i]
		b.each(x.node, func(in *evaluate.Input) uint8 { return of(in.AsOf >= x.lo && in.AsOf < x.hi) })
	}
	for i := range p.judged {
		b.each(p.judged[i].node, func(in *evaluate.Input) uint8 { return of(in.Judgement.Recorded) })
	}
	for i := range p.judgements {
		b.each(p.judgements[i].node, func(in *evaluate.Input) uint8 { return p.judgements[i].judgement(in.Judgement) })
	}
	for i := range p.readers {
		fact := p.readers[i].fact
		b.unknown[i] = 0
		for lane := range b.cases {
			if !b.cases[lane].Values[fact].Known() {
				b.unknown[i] |= 1 << lane
			}
		}
	}
}

// each fills in a leaf, case by case.
func (b *Batch) each(node uint32, value func(in *evaluate.Input) uint8) {
	var is, may uint64
	for lane := range b.cases {
		v := uint64(value(&b.cases[lane]))
		is |= v >> 1 << lane
		may |= v & 1 << lane
	}
	b.is[node], b.may[node] = is, may
}

// settle works out what the findings of each case settle at.
func (b *Batch) settle() {
	p := b.plan
	for _, x := range p.found {
		b.is[x.settled], b.may[x.settled] = b.is[x.kleene], b.may[x.kleene]
	}
	for i := range p.counts {
		b.sums[p.counts[i].settled] = b.sums[p.counts[i].kleene]
	}
	b.kleeneLevels()
	for lanes := b.readBothWays(); lanes != 0; lanes &= lanes - 1 {
		b.settleLane(bits.TrailingZeros64(lanes))
	}
	for _, node := range p.judgedOtherwise {
		b.each(node, func(in *evaluate.Input) uint8 { return no })
		for lane := range b.cases {
			j := b.cases[lane].Judgement
			b.set(node, lane, of(j.Recorded && int64(j.Level) != b.Level(lane).Lo))
		}
	}
}

// kleeneLevels works out the level's range in each lane, as indexes of levels.
func (b *Batch) kleeneLevels() {
	n := &b.sums[b.plan.level]
	*n = laneSum{}
	var is, may uint64
	for i, node := range slices.Backward(b.plan.levels) {
		n.is.put(b.is[node]&^is, i)
		n.may.put(b.may[node]&^may, i)
		is, may = is|b.is[node], may|b.may[node]
	}
}

// readBothWays is the lanes in which rules still open read some fact both ways.
func (b *Batch) readBothWays() uint64 {
	p := b.plan
	var lanes, fewer uint64
	for i, node := range p.levels {
		if p.fewer[i] {
			fewer |= b.may[node] &^ b.is[node]
		}
	}
	for i := range p.readers {
		var up, down, either, middling, once, several uint64
		for _, u := range p.readers[i].uses {
			open := b.may[u.rule] &^ b.is[u.rule]
			up |= open & u.mask(evaluate.Up)
			down |= open & u.mask(evaluate.Down)
			either |= open & u.mask(evaluate.Either)
			middling |= open & u.mask(evaluate.Middling)
			// Two uses may make the same test. settleLane finds that out, case by case.
			several |= once & open
			once |= open
		}
		lanes |= b.unknown[i] & (either | up&down | several&middling | once&fewer)
	}
	return lanes
}

// mask is every lane where the use reads the fact this way.
func (u use) mask(w evaluate.Way) uint64 {
	if u.way&w != 0 {
		return allLanes
	}
	return 0
}

// settleLane looks both ways in one case. It copies from the lanes only the nodes that
// this reads.
func (b *Batch) settleLane(lane int) {
	s, p := b.state, b.plan
	s.values = b.cases[lane].Values
	for _, i := range p.beside {
		s.node[i] = uint8(b.is[i]>>lane&1<<1 | b.may[i]>>lane&1)
	}
	s.chosen, s.cells.on = false, false // what it held was another case's
	if s.look(); !s.cells.on {
		return
	}
	for _, x := range p.found {
		if s.cells.holds(x.kleene) {
			b.set(x.settled, lane, s.cells.joined(x.kleene))
		}
	}
	for i := range p.counts {
		if x := &p.counts[i]; s.cells.holds(x.sum) {
			b.sums[x.settled].set(lane, s.cells.sums[x.kleene].joined(p.digits), p.digits)
		}
	}
	b.sums[p.level].set(lane, s.levelFrom(), p.digits)
}

// set gives a node a value in one lane.
func (b *Batch) set(node uint32, lane int, v uint8) {
	bit := uint64(1) << lane
	b.is[node] = b.is[node]&^bit | uint64(v>>1)<<lane
	b.may[node] = b.may[node]&^bit | uint64(v&1)<<lane
}

// set gives a number in one lane.
func (n *laneSum) set(lane int, v number, digits int) {
	bit := uint64(1) << lane
	for i := range digits {
		n.is[i] = n.is[i]&^bit | uint64(v.lo>>i&1)<<lane
		n.may[i] = n.may[i]&^bit | uint64(v.hi>>i&1)<<lane
	}
}

// Level is the level's range in a case.
func (b *Batch) Level(lane int) logic.Range {
	n := &b.sums[b.plan.level]
	var at number
	for i := range b.plan.digits {
		at.lo |= int32(n.is[i]>>lane&1) << i
		at.hi |= int32(n.may[i]>>lane&1) << i
	}
	return b.plan.levelRange(at)
}

// Ground is whether a statutory basis holds in a case.
func (b *Batch) Ground(statute, lane int) logic.Truth {
	return b.truth(b.plan.grounds[statute].settled, lane)
}

// Later is the truth, in a case, of a rule after the level.
func (b *Batch) Later(r *policy.Rule, lane int) logic.Truth {
	return b.truth(b.plan.rules[r.Index], lane)
}

func (b *Batch) truth(node uint32, lane int) logic.Truth {
	return truths[b.is[node]>>lane&1<<1|b.may[node]>>lane&1]
}
