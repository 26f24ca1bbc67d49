package casefile

import (
	"bytes"
	"encoding/binary"
	"math/bits"
)

// names are the texts that may stand in some place of a case, such as the names of a domain's
// facts, each with its number. None is empty or has a quote in it.
//
// A name is looked up by its first sixteen characters. To read a full case of 12 kB alone then takes about 17 µs. It takes
// about 22 µs if a hash is made of eight characters after eight, up to the end, and about 30 µs if Go's maps are asked.
type names struct {
	list  []string
	spelt []spelling
	// places are the numbers by hash, each there or in a place soon after. Each is stored as the
	// number plus one; 0 is a free place. There are a power of two, and most are free.
	places []uint16
	shift  int
}

// look is how many characters are looked at together.
const look = 16

// spelling is how a text begins, and its size. If it has no more than sixteen characters, that is all of it.
type spelling struct {
	head, tail uint64
	size       int
}

// odd and other are numbers without a pattern, to make hashes with.
const odd, other = 0x9E3779B97F4A7C15, 0xD6E8FEB86659FD93

// noName is the number of a text that is none of the names.
const noName = -1

func newNames(list []string) names {
	width := bits.Len(uint(4 * len(list)))
	n := names{list, make([]spelling, len(list)), make([]uint16, 1<<width), 64 - width}
	for i, name := range list {
		spelt, hash := spell(append([]byte(name+`"`), make([]byte, beyond)...))
		at := hash >> n.shift
		for n.places[at] != 0 {
			at = n.after(at)
		}
		n.spelt[i], n.places[at] = spelt, uint16(i+1)
	}
	return n
}

// after is the place after another.
func (n *names) after(at uint64) uint64 { return (at + 1) & uint64(len(n.places)-1) }

// oneOf takes a text, and gives its number.
func (s *scanner) oneOf(n *names) int {
	if s.peek() != '"' {
		s.fail()
		return noName
	}
	from := s.at + 1
	spelt, hash := spell(s.data[from:])
	s.at = from + spelt.size + 1
	for at := hash >> n.shift; ; at = n.after(at) {
		i := int(n.places[at]) - 1
		if i == noName || n.spelt[i] == spelt && (spelt.size <= look || n.list[i] == string(s.data[from:from+spelt.size])) {
			return i
		}
	}
}

// keyOf takes the name of a member, which is one of several; it is empty where it is none.
func (s *scanner) keyOf(n *names) (key string) {
	if i := s.oneOf(n); i != noName {
		key = n.list[i]
	}
	s.take(':')
	return key
}

// spell looks at what stands before the next quote, and gives a hash of it. Where there is no quote, it is
// no name: its size is -1. The text must have room for what is looked at together; zero bytes at its end will do.
func spell(text []byte) (x spelling, hash uint64) {
	x.head, x.tail = binary.LittleEndian.Uint64(text), binary.LittleEndian.Uint64(text[8:])
	inHead, inTail := quotes(x.head), quotes(x.tail)
	// Asking which of the two words has the quote would cost more, because the processor cannot
	// foresee the answer.
	ends := -((inHead | -inHead) >> 63) // every bit, if the text ends in its head
	x.head &= before(inHead)
	x.tail &= before(inTail) &^ ends
	x.size = bits.TrailingZeros64(inHead)/8 + int(uint64(bits.TrailingZeros64(inTail)/8)&^ends)
	if x.size == look && text[look] != '"' {
		x.size = bytes.IndexByte(text, '"')
	}
	return x, (x.head ^ x.tail*other ^ uint64(x.size)) * odd
}

// quotes marks the first quote among eight characters by the highest bit of its byte, and
// perhaps bytes after it; it is 0 where there is none.
func quotes(w uint64) uint64 {
	w ^= '"' * ones
	return (w - ones) &^ w & tops
}

// before has every bit of the characters before the first that is marked.
func before(marks uint64) uint64 { return (marks&-marks)>>7 - 1 }
