package plan

import (
	"maps"
	"slices"

	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
)

// reader is a fact that rules up to the level may read both ways.
type reader struct {
	fact, slot int
	choice     bool
	tests      []evaluate.Test
	uses       []use
	// cuts are where the tests of a number divide it, in order.
	cuts []cut
	// above has a bit for each node up to the level that reads the fact, whether directly
	// or through other nodes; its tests are among them.
	above []uint64
}

// cut divides a number before at, by some of the tests.
type cut struct {
	at    int64
	tests []int
}

// use is one test that a rule makes of the fact.
type use struct {
	rule uint32
	test int
	way  evaluate.Way
}

// readers collects the facts that may ever be read both ways, those first that can tell most.
// They are taken from the conditions as written, not from the graph, so that
// choosing among them is the same for every evaluator.
func (f *flattener) readers() {
	p := f.plan
	by := make([]reader, len(p.unknown))
	for _, r := range f.policy.Rules[:f.policy.FindingsEnd] {
		evaluate.Readings(r, func(fact *vocabulary.Fact, t evaluate.Test, w evaluate.Way) {
			x := &by[fact.Index]
			at := slices.Index(x.tests, t)
			if at < 0 {
				at, x.tests = len(x.tests), append(x.tests, t)
			}
			x.uses = append(x.uses, use{p.rules[r.Index], at, w})
		})
	}
	for _, l := range f.policy.Levels {
		p.fewer = append(p.fewer, evaluate.HelpedByFewer(l))
	}
	for i := range by {
		x := &by[i]
		var ways evaluate.Way
		for _, u := range x.uses {
			ways |= u.way
		}
		if len(x.tests) == 0 || !ways.Both(len(x.tests) > 1) && !slices.Contains(p.fewer, true) {
			continue
		}
		x.fact, x.slot, x.choice = i, p.facts[i].slot, f.policy.Vocabulary.Facts[i].Kind == vocabulary.Choice
		x.above, x.cuts = p.above(x.slot), cutsOf(x.tests)
		p.readers, p.facts[i].bothWays = append(p.readers, *x), true
	}
	gains := evaluate.Gains(f.policy)
	slices.SortFunc(p.readers, func(a, b reader) int {
		return gains.Compare(f.policy.Vocabulary.Facts[a.fact], f.policy.Vocabulary.Facts[b.fact])
	})
	p.beside = p.besideReaders()
	for _, x := range p.readers {
		for _, u := range x.uses {
			p.bears[u.rule] |= onChoice
		}
	}
	for _, node := range p.levels {
		p.bears[node] |= onChoice
	}
}

// cutsOf collects where tests divide a number.
func cutsOf(tests []evaluate.Test) (cuts []cut) {
	by := map[int64][]int{}
	for i, t := range tests {
		by[t.Lo] = append(by[t.Lo], i)
		by[t.Hi+1] = append(by[t.Hi+1], i)
	}
	for _, at := range slices.Sorted(maps.Keys(by)) {
		cuts = append(cuts, cut{at, by[at]})
	}
	return cuts
}

// besideReaders lists the nodes that looking both ways reads but does not work out.
func (p *Plan) besideReaders() []uint32 {
	beside := map[uint32]bool{}
	for _, node := range p.levels {
		beside[node] = true
	}
	for _, x := range p.readers {
		for _, u := range x.uses {
			beside[u.rule] = true
		}
		for i := range p.findingsEnd {
			for _, a := range p.argsOf(i) {
				if marked(x.above, i) && !marked(x.above, a) {
					beside[a] = true
				}
			}
		}
	}
	return slices.Sorted(maps.Keys(beside))
}

// marked reports whether a set of nodes holds one.
func marked(nodes []uint64, i uint32) bool { return nodes[i/64]>>(i%64)&1 != 0 }

// above marks the nodes up to the level that read the tests of a slot. The slot is -1
// where no test was left once the graph was grown.
func (p *Plan) above(slot int) []uint64 {
	marks := make([]uint64, p.findingsEnd/64)
	if slot < 0 {
		return marks
	}
	s := &p.slots[slot]
	for i := s.first; i < s.first+uint32(len(s.tests)); i++ {
		marks[i/64] |= 1 << (i % 64)
	}
	for i := range p.findingsEnd {
		for _, a := range p.argsOf(i) {
			if marked(marks, a) {
				marks[i/64] |= 1 << (i % 64)
			}
		}
	}
	return marks
}

// unknownOf is nothing known, by Fact.Index.
func unknownOf(p *policy.Policy) (values []value) {
	for _, f := range p.Vocabulary.Facts {
		values = append(values, f.Unknown())
	}
	return values
}
