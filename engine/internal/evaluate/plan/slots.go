package plan

import (
	"encoding/binary"

	"windscreen/engine/internal/vocabulary"
)

// value is what is known of a fact.
type value = vocabulary.Value

// slot is one fact and all tests of it, which stand side by side, eight to a word.
type slot struct {
	fact  int
	tests []source
	// first is the node of the first test, words how many words the tests take.
	first, words uint32
	// What is known of a fact of size values from least on picks a row of words from
	// the tables, from base on; size is 0 where there are too many rows and each test
	// is made by itself.
	least, size int64
	base        uint32
}

// mostRows bounds the words of one table.
const mostRows = 1 << 12

// placeSlots places the tests of facts and makes their tables.
func (f *flattener) placeSlots() {
	p := f.plan
	by := make([][]int, len(p.unknown))
	for i, v := range f.vertices {
		if v.op == leaf && v.source.kind >= inRange && v.source.kind <= member {
			by[v.source.fact] = append(by[v.source.fact], i)
		}
	}
	for fact, tests := range by {
		if len(tests) == 0 {
			continue
		}
		f.align(8)
		s := slot{fact: fact, first: uint32(len(p.op)), words: uint32(len(tests)+7) / 8}
		for _, i := range tests {
			s.tests = append(s.tests, f.vertices[i].source)
			f.place(i)
		}
		if all := p.unknown[fact]; f.policy.Vocabulary.Facts[fact].Kind != vocabulary.Choices {
			s.least = all.Lo
			if size := all.Hi - all.Lo + 1; size > 0 && size < 64 && size*size*int64(s.words) <= mostRows {
				s.size = size
			}
		}
		p.slots = append(p.slots, s)
		p.tabulate(&p.slots[len(p.slots)-1])
	}
	f.align(8)
}

// tabulate works out the table of a slot.
func (p *Plan) tabulate(s *slot) {
	s.base = uint32(len(p.tables))
	row := make([]uint8, 8*s.words)
	for lo := range s.size {
		for hi := range s.size {
			if hi >= lo {
				s.make(value{Lo: s.least + lo, Hi: s.least + hi}, row)
			}
			for w := range s.words {
				p.tables = append(p.tables, binary.LittleEndian.Uint64(row[8*w:]))
			}
		}
	}
}

// make makes each test of the slot.
func (s *slot) make(v value, row []uint8) {
	for i, t := range s.tests {
		row[i] = t.test(v)
	}
}

// test makes one test of a fact.
func (t *source) test(v value) uint8 {
	switch t.kind {
	case member:
		return pair(v.Lo>>t.lo&1 != 0, v.Hi>>t.lo&1 != 0)
	case oneOf:
		if !v.Known() {
			return open
		}
		return of(t.words>>v.Lo&1 != 0)
	default: // inRange
		return pair(v.Lo >= t.lo && v.Hi <= t.hi, v.Hi >= t.lo && v.Lo <= t.hi)
	}
}

// row is where the tables hold the tests of a value.
func (s *slot) row(v value) (uint32, bool) {
	lo, hi := v.Lo-s.least, v.Hi-s.least
	if uint64(lo) >= uint64(s.size) || uint64(hi) >= uint64(s.size) {
		return 0, false
	}
	return s.base + uint32(lo*s.size+hi)*s.words, true
}

// fill writes the tests of a slot.
func (p *Plan) fill(x *slot, v value, to []uint8) {
	if row, ok := x.row(v); ok {
		for _, word := range p.tables[row : row+x.words] {
			binary.LittleEndian.PutUint64(to, word)
			to = to[8:]
		}
		return
	}
	x.make(v, to)
}
