package plan

import (
	"encoding/binary"

	"windscreen/engine/internal/vocabulary"
)

// value is what is known of a fact.
type value = vocabulary.Value

// slot is one fact and all tests of it, which stand side by side, eight to a word.
type slot struct {
	fact uint32
	// first is the node of the first test, words how many words the tests take.
	first, words uint32
	// least is the lowest value of the fact and size how many it has. What is known of
	// it, from a lowest to a highest value, picks a row of words from the tables; its
	// rows start at base. Where there would be too many rows, size is 0 and each test is
	// made by itself.
	least, size int64
	base        uint32
	// set is whether the fact is a set of choices. Such a slot has a test for each word,
	// in order, so that the bits of the value are the values of the tests.
	set bool
	// tests are the tests.
	tests []source
}

// tables are the values of the tests of facts, in two forms. In words, eight tests make a
// word. In pairs, they are bits as a piece has them: one for each test that is so, and then
// one for each that may be.
type tables struct {
	words []uint64
	pairs []uint16
}

// filling is what it takes to fill in the tests of a fact that has a row of one word for each
// value, as most have. It has the fields of its slot, and stands beside those of the other slots.
type filling struct {
	fact, first, base, size uint32
	least                   int64
}

// mostRows bounds the words of one table.
const mostRows = 1 << 12

// placeSlots places the tests of facts and makes their tables.
func (f *flattener) placeSlots() {
	by := make([][]int, len(f.plan.unknown))
	for i, v := range f.vertices {
		if v.op == leaf && v.source.kind >= inRange && v.source.kind <= member {
			by[v.source.fact] = append(by[v.source.fact], i)
		}
	}
	for fact, tests := range by {
		if len(tests) == 0 {
			continue
		}
		if f.policy.Vocabulary.Facts[fact].Kind == vocabulary.Choices {
			tests = f.byWord(tests)
		}
		f.placeSlot(fact, tests)
	}
	f.align(64)
}

// byWord puts the tests of a set of choices in the order of its words. A word that
// nothing tests gets 0, which is no test.
func (f *flattener) byWord(tests []int) []int {
	var words []int
	for _, i := range tests {
		word := int(f.vertices[i].source.lo)
		for len(words) <= word {
			words = append(words, 0)
		}
		words[word] = i
	}
	return words
}

// placeSlot places the tests of one fact.
func (f *flattener) placeSlot(fact int, tests []int) {
	p := f.plan
	f.align(8)
	s := slot{fact: uint32(fact), first: uint32(len(p.op)), words: uint32(len(tests)+7) / 8}
	for _, i := range tests {
		if i == 0 {
			f.node(leaf, 0, 0)
			s.tests = append(s.tests, source{kind: never})
			continue
		}
		s.tests = append(s.tests, f.vertices[i].source)
		f.place(i)
	}
	if all := p.unknown[fact]; f.policy.Vocabulary.Facts[fact].Kind == vocabulary.Choices {
		s.set = true
	} else {
		s.least = all.Lo
		if size := all.Hi - all.Lo + 1; size > 0 && size < 64 && size*size*int64(s.words) <= mostRows {
			s.size = size
		}
	}
	p.tables.add(&s)
	if s.size > 0 && s.words == 1 {
		p.fillings = append(p.fillings, filling{s.fact, s.first, s.base, uint32(s.size), s.least})
	} else {
		p.wider = append(p.wider, len(p.slots))
	}
	p.slots = append(p.slots, s)
	f.align(8)
}

// add makes the table of a slot.
func (t *tables) add(s *slot) {
	s.base = uint32(len(t.words))
	for lo := range s.size {
		for hi := range s.size {
			row := make([]uint8, 8*s.words)
			if hi >= lo {
				s.make(value{Lo: s.least + lo, Hi: s.least + hi}, row)
			}
			for at := 0; at < len(row); at += 8 {
				t.words = append(t.words, binary.LittleEndian.Uint64(row[at:]))
				t.pairs = append(t.pairs, packed(row[at:min(at+8, len(s.tests))]))
			}
		}
	}
}

// make makes each test of the slot.
func (s *slot) make(v value, row []uint8) {
	for i := range s.tests {
		row[i] = s.tests[i].test(v)
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
	case inRange:
		return pair(v.Lo >= t.lo && v.Hi <= t.hi, v.Hi >= t.lo && v.Lo <= t.hi)
	case never:
		// It stands for a word that nothing tests.
	case always, unsure, inexact, between, inForce, judged, judgedLevel, judgedOtherwise,
		ground, decisive, tally, domains, level:
		// These stand in no slot.
	}
	return no
}

// row is where the tables hold the tests of a value.
func (s *slot) row(v value) (uint32, bool) {
	lo, hi := v.Lo-s.least, v.Hi-s.least
	if uint64(lo) >= uint64(s.size) || uint64(hi) >= uint64(s.size) {
		return 0, false
	}
	return s.base + uint32(lo*s.size+hi)*s.words, true
}

// fillAll writes the values of the tests of all slots, a byte each.
func (p *Plan) fillAll(values []value, node []uint8) {
	words := p.tables.words
	for i := range p.fillings {
		x := &p.fillings[i]
		v := values[x.fact]
		lo, hi := uint64(v.Lo-x.least), uint64(v.Hi-x.least)
		if size := uint64(x.size); lo < size && hi < size {
			binary.LittleEndian.PutUint64(node[x.first:], words[uint64(x.base)+lo*size+hi])
			continue
		}
		s := &p.slots[p.facts[x.fact].slot]
		s.make(v, node[x.first:])
	}
	for _, i := range p.wider {
		x := &p.slots[i]
		p.tables.fill(x, values[x.fact], node[x.first:])
	}
}

// fill writes the values of the tests of a slot, a byte each.
func (t *tables) fill(x *slot, v value, to []uint8) {
	row, ok := x.row(v)
	switch {
	case ok && x.words == 1: // as most are
		binary.LittleEndian.PutUint64(to, t.words[row])
	case ok:
		for w := range x.words {
			binary.LittleEndian.PutUint64(to[8*w:], t.words[row+w])
		}
	case x.set:
		for w := range x.words {
			binary.LittleEndian.PutUint64(to[8*w:], spread(v, w))
		}
	default:
		x.make(v, to)
	}
}

// spread is the values of eight words of a set of choices.
func spread(v value, word uint32) uint64 {
	return bytesOf(uint8(v.Lo>>(8*word)))<<1 | bytesOf(uint8(v.Hi>>(8*word)))
}

// bytesOf makes a byte, 0 or 1, of each bit.
func bytesOf(bits uint8) uint64 {
	const ones, diagonal = 0x0101010101010101, 0x8040201008040201
	return ((uint64(bits)*ones&diagonal + 0x7f*ones) >> 7) & ones
}
