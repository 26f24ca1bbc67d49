package plan

// column is the tests of some facts, packed into the 64 bits of a word that each case of a batch has.
// Only the tests that there are take up bits: transposing the words is most of what reading cases
// costs.
type column struct{ pieces []piece }

// piece is up to eight tests of a fact: bits from shift on for which of them are so, followed by as
// many for which of them may be.
type piece struct {
	fact, slot uint32
	// first is the node of the first test, word its place among the words of the slot.
	first, word  uint32
	tests, shift uint8
	// set, size, least, base and words are as in slot.
	set         bool
	size        uint64
	least       int64
	base, words uint32
}

// columnsOf packs the tests of all facts.
func columnsOf(slots []slot) (columns []column) {
	used := 64
	for i := range slots {
		x := &slots[i]
		for word := range x.words {
			tests := min(8, len(x.tests)-int(8*word))
			if used+2*tests > 64 {
				columns, used = append(columns, column{}), 0
			}
			c := &columns[len(columns)-1]
			c.pieces = append(c.pieces, piece{
				fact: x.fact, slot: uint32(i), first: x.first + 8*word, word: word, tests: uint8(tests), shift: uint8(used),
				set: x.set, size: uint64(x.size), least: x.least, base: x.base, words: x.words,
			})
			used += 2 * tests
		}
	}
	return columns
}

// loadColumn makes the tests of a column case by case, and turns them into lanes.
func (b *Batch) loadColumn(c *column) {
	var m [64]uint64
	for i := range c.pieces {
		b.loadPiece(&c.pieces[i], &m)
	}
	transpose(&m)
	for i := range c.pieces {
		x := &c.pieces[i]
		is, may := m[x.shift:][:x.tests], m[x.shift+x.tests:][:x.tests]
		copy(b.is[x.first:], is)
		copy(b.may[x.first:], may)
	}
}

// loadPiece puts some tests of a fact into the words of the cases.
func (b *Batch) loadPiece(x *piece, m *[64]uint64) {
	shift := x.shift & 63
	if x.set {
		every := uint64(1)<<x.tests - 1
		for lane := range b.cases {
			v := b.cases[lane].Values[x.fact]
			is, may := uint64(v.Lo)>>(8*x.word)&every, uint64(v.Hi)>>(8*x.word)&every
			m[lane&63] |= (is | may<<x.tests) << shift
		}
		return
	}
	rows := b.plan.tables.pairs[x.base:]
	for lane := range b.cases {
		v := b.cases[lane].Values[x.fact]
		lo, hi := uint64(v.Lo-x.least), uint64(v.Hi-x.least)
		if lo < x.size && hi < x.size {
			m[lane&63] |= uint64(rows[(lo*x.size+hi)*uint64(x.words)+uint64(x.word)]) << shift
		} else {
			m[lane&63] |= uint64(b.plan.slots[x.slot].pair(v, int(8*x.word), x.tests)) << shift
		}
	}
}

// pair is some tests of a fact from one on, made one by one.
func (s *slot) pair(v value, from int, tests uint8) uint16 {
	var row [8]uint8
	for i := range row[:tests] {
		row[i] = s.tests[from+i].test(v)
	}
	return packed(row[:tests])
}

// packed is up to eight values as bits.
func packed(row []uint8) (bits uint16) {
	for i, v := range row {
		bits |= uint16(v)>>1<<i | uint16(v)&1<<(i+len(row))
	}
	return bits
}
