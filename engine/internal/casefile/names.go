package casefile

import (
	"encoding/binary"
	"math/bits"
)

// names are the texts that may stand in some place of a case, such as the names of a domain's
// facts, each with its number. None is empty or has a quote in it.
//
// Looking one up costs about a third of finding where the text ends and looking in a map.
type names struct {
	list []string
	// places hold the names by hash, each there or in a place soon after. There are a power
	// of two, and at least half are free.
	places []place
	shift  int
}

// place is a name, or is free.
type place struct {
	spelling
	// number is one more than the number of the name, or 0 where it is free.
	number int
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
	n := names{list, make([]place, 1<<width), 64 - width}
	var s scanner
	for i, name := range list {
		s.begin([]byte(name + `"`))
		spelt, hash := s.spell()
		at := hash >> n.shift
		for n.places[at].number != 0 {
			at = n.after(at)
		}
		n.places[at] = place{spelt, i + 1}
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
	s.at++
	from := s.at
	spelt, hash := s.spell()
	for at := hash >> n.shift; n.places[at].number != 0; at = n.after(at) {
		x := &n.places[at]
		if x.spelling == spelt && (spelt.size <= look || n.list[x.number-1] == string(s.data[from:from+spelt.size])) {
			return x.number - 1
		}
	}
	return noName
}

// spell takes what stands before the next quote, and the quote. It gives a hash as well.
func (s *scanner) spell() (x spelling, hash uint64) {
	text := s.data[s.at : s.at+look]
	x.head, x.tail = binary.LittleEndian.Uint64(text), binary.LittleEndian.Uint64(text[8:])
	inHead, inTail := quotes(x.head), quotes(x.tail)
	// Asking which of the two words has the quote would cost more, because the processor cannot
	// foresee the answer.
	ends := -((inHead | -inHead) >> 63) // every bit, if the text ends in its head
	x.head &= before(inHead)
	x.tail &= before(inTail) &^ ends
	x.size = bits.TrailingZeros64(inHead)/8 + int(uint64(bits.TrailingZeros64(inTail)/8)&^ends)
	hash = (x.head ^ x.tail*other) * odd
	if x.size < look || s.data[s.at+look] == '"' {
		s.at += x.size + 1
		return x, hash
	}
	return s.spellOn(x, hash)
}

// spellOn does the same for a text that goes on after sixteen characters.
func (s *scanner) spellOn(x spelling, hash uint64) (spelling, uint64) {
	from := s.at
	for s.at += look; ; s.at += 8 {
		if s.at > s.end {
			s.fail()
			return x, hash
		}
		w := binary.LittleEndian.Uint64(s.data[s.at:])
		quote := quotes(w)
		hash = (bits.RotateLeft64(hash, 29) ^ w&before(quote)) * odd
		if quote != 0 {
			s.at += bits.TrailingZeros64(quote) / 8
			x.size = s.at - from
			s.at++
			return x, hash
		}
	}
}

// quotes marks the first quote among eight characters by the highest bit of its byte, and
// perhaps bytes after it; it is 0 where there is none.
func quotes(w uint64) uint64 {
	w ^= '"' * ones
	return (w - ones) &^ w & tops
}

// before has every bit of the characters before the first that is marked.
func before(marks uint64) uint64 { return (marks&-marks)>>7 - 1 }
