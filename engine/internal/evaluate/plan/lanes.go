package plan

import "math/bits"

// lanes hold 64 cases side by side: each node has a word of whether it is so and a
// word of whether it may be so, a bit for each case.
//
// Only the nodes marked in are held; the rest are the same in every lane, as back
// has them. That is how looking both ways evaluates up to 64 cells of one case.
type lanes struct {
	plan *Plan
	in   []uint64
	back []uint8
	// is and may are by node, sums by number.
	is, may []uint64
	sums    []laneSum
	// steps counts what was worked out, by what it reads.
	steps uint64
}

// planes are columns of binary digits, the lowest first, a number in each lane.
type planes [maxPlanes]uint64

// maxPlanes bounds what a sum can come to: 2^maxPlanes - 1.
const maxPlanes = 16

// laneSum is a number in each lane, of which bounds are known. base is added to that of
// every lane.
type laneSum struct {
	is, may planes
	base    number
}

const allLanes = ^uint64(0)

// newLanes makes room for the nodes before a multiple of 64.
func (p *Plan) newLanes(nodes uint32) lanes {
	return lanes{
		plan: p,
		in:   make([]uint64, nodes/64),
		is:   make([]uint64, nodes),
		may:  make([]uint64, nodes),
		sums: make([]laneSum, p.numbers),
	}
}

// holds reports whether a node is held in lanes.
func (l *lanes) holds(i uint32) bool { return l.in[i/64]>>(i%64)&1 != 0 }

// get is the value of a node in every lane.
func (l *lanes) get(i uint32) (is, may uint64) {
	if l.holds(i) {
		return l.is[i], l.may[i]
	}
	v := l.back[i]
	return -uint64(v >> 1), -uint64(v & 1)
}

// work works out the nodes held, from one multiple of 64 to another, in order.
// Leaves are filled in before.
func (l *lanes) work(from, to uint32) {
	for w := from / 64; w < to/64; w++ {
		for held := l.in[w]; held != 0; held &= held - 1 {
			i := w*64 + uint32(bits.TrailingZeros64(held))
			l.workNode(i)
		}
	}
}

// workAgain works out again the marked nodes that are held, and those that read a node
// which changed. It uses up the marks.
func (l *lanes) workAgain(marks []uint64) {
	p := l.plan
	for w := range marks {
		for marks[w]&l.in[w] != 0 {
			at := bits.TrailingZeros64(marks[w] & l.in[w])
			marks[w] &^= 1 << at
			i := uint32(w*64 + at)
			is, may := l.is[i], l.may[i]
			if p.op[i] != sum { // which is put right at each change of what it counts
				if l.workNode(i); l.is[i] == is && l.may[i] == may {
					continue
				}
			}
			for _, reader := range p.readersOf(i) {
				if reader >= p.findingsEnd {
					continue
				}
				marks[reader/64] |= 1 << (reader % 64)
				if p.op[reader] == sum {
					n := &l.sums[p.number[reader]]
					n.is.change(is, l.is[i])
					n.may.change(may, l.may[i])
				}
			}
		}
	}
}

func (l *lanes) workNode(i uint32) {
	p := l.plan
	args := p.argsOf(i)
	l.steps += uint64(len(args))
	switch p.op[i] {
	case and:
		is, may := allLanes, allLanes
		for _, a := range args {
			x, y := l.get(a)
			is, may = is&x, may&y
		}
		l.is[i], l.may[i] = is, may
	case or:
		var is, may uint64
		for _, a := range args {
			x, y := l.get(a)
			is, may = is|x, may|y
		}
		l.is[i], l.may[i] = is, may
	case not:
		is, may := l.get(args[0])
		l.is[i], l.may[i] = ^may, ^is
	case choose:
		is, may := l.get(args[0])
		thenIs, thenMay := l.get(args[1])
		otherIs, otherMay := l.get(args[2])
		open := may &^ is
		l.is[i], l.may[i] = is&thenIs|^may&otherIs, is&thenMay|^may&otherMay|open
	case isOpen:
		is, may := l.get(args[0])
		l.is[i], l.may[i] = may&^is, may&^is
	case isCertain:
		is, _ := l.get(args[0])
		l.is[i], l.may[i] = is, is
	case sum:
		l.sum(&l.sums[p.number[i]], args)
	case within:
		n := &l.sums[p.number[i]]
		l.is[i], l.may[i] = n.within(p.lo[i], p.hi[i], p.digits)
	case leaf, given:
		// These are filled in.
	}
}

// sum counts how many of some nodes hold in each lane. Those held are added four at a time.
func (l *lanes) sum(n *laneSum, nodes []uint32) {
	*n = laneSum{}
	var four [4]uint32
	held := 0
	for _, a := range nodes {
		if !l.holds(a) {
			v := l.back[a]
			n.base.lo += int32(v >> 1)
			n.base.hi += int32(v & 1)
			continue
		}
		four[held&3] = a
		if held++; held&3 == 0 {
			n.is.addFour(l.is[four[0]], l.is[four[1]], l.is[four[2]], l.is[four[3]])
			n.may.addFour(l.may[four[0]], l.may[four[1]], l.may[four[2]], l.may[four[3]])
		}
	}
	for _, a := range four[:held&3] {
		n.is.add(l.is[a])
		n.may.add(l.may[a])
	}
}

// within is whether the number lies from lo to hi.
func (n *laneSum) within(lo, hi int32, digits int) (is, may uint64) {
	least, most := n.base.wide().Lo, n.base.wide().Hi
	above := int64(hi) + 1
	is = n.is.atLeast(int64(lo)-least, digits) &^ n.may.atLeast(above-most, digits)
	may = n.may.atLeast(int64(lo)-most, digits) &^ n.is.atLeast(above-least, digits)
	return is, may
}

// joined is the number that covers that of every lane.
func (n *laneSum) joined(digits int) number {
	return number{n.base.lo + n.is.least(digits), n.base.hi + n.may.most(digits)}
}

// add adds one in some lanes.
func (c *planes) add(lanes uint64) {
	for i := 0; lanes != 0 && i < maxPlanes; i++ {
		c[i], lanes = c[i]^lanes, c[i]&lanes
	}
}

// addFour adds what add does of each: the four come to one digit, and two carries to the next.
func (c *planes) addFour(w, x, y, z uint64) {
	first, carry := fullAdd(c[0], w, x)
	first, other := fullAdd(first, y, z)
	second, lanes := fullAdd(c[1], carry, other)
	c[0], c[1] = first, second
	for i := 2; lanes != 0 && i < maxPlanes; i++ {
		c[i], lanes = c[i]^lanes, c[i]&lanes
	}
}

// fullAdd adds three binary digits in each lane.
func fullAdd(x, y, z uint64) (digit, carry uint64) {
	either := x ^ y
	return either ^ z, x&y | either&z
}

// remove takes one away in some lanes, in none of which the number is 0.
func (c *planes) remove(lanes uint64) {
	for i := 0; lanes != 0 && i < maxPlanes; i++ {
		c[i], lanes = c[i]^lanes, lanes&^c[i]
	}
}

// change counts something that held in some lanes and now does in others.
func (c *planes) change(was, is uint64) {
	c.add(is &^ was)
	c.remove(was &^ is)
}

// put gives a number in lanes that hold 0.
func (c *planes) put(lanes uint64, k int) {
	for i := 0; k>>i != 0; i++ {
		if k>>i&1 != 0 {
			c[i] |= lanes
		}
	}
}

// atLeast is the lanes in which the number is k or more.
func (c *planes) atLeast(k int64, digits int) uint64 {
	switch {
	case k <= 0:
		return allLanes
	case k >= 1<<digits:
		return 0
	}
	more := allLanes
	for i := range digits {
		if k>>i&1 != 0 {
			more &= c[i]
		} else {
			more |= c[i]
		}
	}
	return more
}

// least and most are the ends over all lanes.
func (c *planes) least(digits int) (k int32) {
	among := allLanes
	for i := digits - 1; i >= 0; i-- {
		if less := among &^ c[i]; less != 0 {
			among = less
		} else {
			k |= 1 << i
		}
	}
	return k
}

func (c *planes) most(digits int) (k int32) {
	among := allLanes
	for i := digits - 1; i >= 0; i-- {
		if more := among & c[i]; more != 0 {
			among, k = more, k|1<<i
		}
	}
	return k
}

// joined is what a node is in every lane alike, or unknown.
func (l *lanes) joined(i uint32) uint8 {
	is, may := l.get(i)
	return pair(is == allLanes, may != 0)
}
