package plan

import (
	"slices"

	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/vocabulary"
)

// cells are the combinations of ways in which the facts read both ways can turn out, one
// in each lane. With fewer than 64 they repeat.
type cells struct {
	lanes
	// on is whether any fact is looked at both ways. chosen are those facts, and ways are
	// their ways; before and waysBefore are those of the last look.
	on               bool
	chosen, before   []chosen
	ways, waysBefore []value
	// left are the facts for which there was no room.
	left []int
	// moved marks the nodes that were worked out again since the last look.
	moved []uint64
	// tests has a bit for each test of the fact that is being looked at: whether an open
	// rule makes it.
	tests []uint64
	row   []uint8
}

// chosen is a fact looked at both ways: ways[from:to] are its ways.
type chosen struct {
	reader   *reader
	from, to int
}

// Six facts of two ways each make 64 cells. A fact that is being looked at may have too
// many ways; they are listed after those of the facts already chosen.
const (
	maxChosen = 6
	maxWays   = 4 * evaluate.MaxCells
)

// newCells makes room for cells.
func (p *Plan) newCells() cells {
	tests, words := 0, uint32(0)
	for i := range p.readers {
		tests = max(tests, len(p.readers[i].tests))
	}
	for i := range p.slots {
		words = max(words, p.slots[i].words)
	}
	return cells{
		lanes: p.newLanes(p.findingsEnd), moved: make([]uint64, p.findingsEnd/64),
		chosen: make([]chosen, 0, maxChosen), ways: make([]value, 0, maxWays),
		before: make([]chosen, 0, maxChosen), waysBefore: make([]value, 0, maxWays),
		tests: make([]uint64, (tests+63)/64), row: make([]uint8, 8*words),
	}
}

// look looks at each way in which the facts read both ways can turn out, if there are
// such facts. Where those are the same facts and ways as last time, it works out again
// only what has changed since.
func (s *State) look() {
	c := &s.cells
	again := c.on
	if !s.chosen {
		c.chosen, c.before = c.before, c.chosen
		c.ways, c.waysBefore = c.waysBefore, c.ways
		s.chooseFacts()
		again = again && slices.Equal(c.chosen, c.before) && slices.Equal(c.ways, c.waysBefore)
		s.chosen = true
	}
	c.on = len(c.chosen) > 0
	switch {
	case !c.on:
	case again:
		c.workAgain(c.moved)
	default:
		c.fill(s.node)
	}
	clear(c.moved)
}

// fill works out every cell from nothing.
func (c *cells) fill(node []uint8) {
	clear(c.in)
	c.back = node
	stride := 1
	for _, x := range c.chosen {
		for i, word := range x.reader.above {
			c.in[i] |= word
		}
		c.spread(x, stride)
		stride *= x.to - x.from
	}
	c.work(0, c.plan.findingsEnd)
}

// chooseFacts chooses the facts to look at both ways and lists the ways of each. It does
// so as package evaluate does: it goes through the facts that are not known, those first that
// can tell most, and takes those that open rules read both ways, but for those with which
// there would be too many cells.
func (s *State) chooseFacts() {
	c, p := &s.cells, s.plan
	c.chosen, c.ways, c.left = c.chosen[:0], c.ways[:0], c.left[:0]
	fewer := false
	for i, node := range p.levels {
		fewer = fewer || p.fewer[i] && s.node[node] == open
	}
	total := 1
	for i := range p.readers {
		x := &p.readers[i]
		v := s.values[x.fact]
		if v.Known() || !c.bothWays(x, s.node, fewer) {
			continue
		}
		from := len(c.ways)
		if x.choice {
			c.choices(x, v)
		} else {
			c.stretches(x, v)
		}
		n := len(c.ways) - from
		if n < 2 {
			c.ways = c.ways[:from]
			continue
		}
		if total*n > evaluate.MaxCells {
			c.ways, c.left = c.ways[:from], append(c.left, x.fact)
			continue
		}
		total *= n
		c.chosen = append(c.chosen, chosen{x, from, from + n})
	}
}

// bothWays collects the tests that open rules make of a fact, and reports whether
// they read it both ways.
func (c *cells) bothWays(x *reader, node []uint8, fewer bool) bool {
	clear(c.tests)
	var way evaluate.Way
	several, last := false, -1
	for i := range x.uses {
		u := &x.uses[i]
		if node[u.rule] != open {
			continue
		}
		way |= u.way
		several = several || last >= 0 && u.test != last
		last = u.test
		c.tests[u.test/64] |= 1 << (u.test % 64)
	}
	if fewer && last >= 0 {
		way |= evaluate.Either
	}
	return way.Both(several)
}

// made reports whether an open rule makes this test of the fact that is being looked at.
func (c *cells) made(test int) bool { return c.tests[test/64]>>(test%64)&1 != 0 }

// stretches lists the stretches of a number that no test divides. Where there are more
// than can be looked at, it lists one more than that and stops.
func (c *cells) stretches(x *reader, v value) {
	from := len(c.ways)
	lo := v.Lo
	for i := range x.cuts {
		at := x.cuts[i].at
		if at <= lo || at > v.Hi || len(c.ways)-from >= evaluate.MaxCells || !slices.ContainsFunc(x.cuts[i].tests, c.made) {
			continue
		}
		c.ways = append(c.ways, value{Lo: lo, Hi: at - 1})
		lo = at
	}
	c.ways = append(c.ways, value{Lo: lo, Hi: v.Hi})
}

// choices lists one word for each group that no test tells apart.
func (c *cells) choices(x *reader, v value) {
	from := len(c.ways)
	for word := v.Lo; word <= v.Hi; word++ {
		if !slices.ContainsFunc(c.ways[from:], func(w value) bool { return c.alike(x, w.Lo, word) }) {
			c.ways = append(c.ways, vocabulary.Exactly(word))
		}
	}
}

// alike reports whether no test tells two words apart.
func (c *cells) alike(x *reader, a, b int64) bool {
	for i := range x.tests {
		if set := x.tests[i].Set; c.made(i) && set>>a&1 != set>>b&1 {
			return false
		}
	}
	return true
}

// spread gives the tests of a chosen fact their values in each lane. The fact's way
// changes every stride lanes.
func (c *cells) spread(x chosen, stride int) {
	if x.reader.slot < 0 {
		return
	}
	p := c.plan
	slot := &p.slots[x.reader.slot]
	clear(c.is[slot.first : slot.first+uint32(len(slot.tests))])
	clear(c.may[slot.first : slot.first+uint32(len(slot.tests))])
	n := x.to - x.from
	block := allLanes
	if stride < 64 {
		block = 1<<stride - 1
	}
	for w, v := range c.ways[x.from:x.to] {
		var mask uint64
		for at := w * stride; at < 64; at += n * stride {
			mask |= block << at
		}
		p.tables.fill(slot, v, c.row)
		for i := range slot.tests {
			at := slot.first + uint32(i)
			c.is[at] |= mask & -uint64(c.row[i]>>1)
			c.may[at] |= mask & -uint64(c.row[i]&1)
		}
	}
}

// recount corrects a sum for a change of a node that it counts, where that node is the
// same in every cell.
func (c *cells) recount(counted, sum uint32, lo, hi int32) {
	if c.on && sum < c.plan.findingsEnd && c.holds(sum) && !c.holds(counted) {
		n := &c.sums[c.plan.number[sum]]
		n.base.lo, n.base.hi = n.base.lo+lo, n.base.hi+hi
	}
}
