package casefile

import (
	"encoding/binary"
	"math/bits"
)

// names are the texts that may stand in some place of a case, such as the names of a domain's
// facts, each with its number. None has a quote in it.
type names struct {
	list []string
	// places are the numbers, by hash and from there on, each one more than it is; 0 is no name.
	// There are a power of two, and at least half are 0.
	places []uint16
}

// noName is the number of a text that is none of the names.
const noName = -1

func newNames(list []string) names {
	n := names{list, make([]uint16, 1<<bits.Len(uint(2*len(list))))}
	var s scanner
	for i, name := range list {
		s.begin([]byte(name + `"`))
		at := n.place(s.hash())
		for n.places[at] != 0 {
			at = n.place(uint64(at) + 1)
		}
		n.places[at] = uint16(i + 1)
	}
	return n
}

// place is where to look for a hash.
func (n *names) place(hash uint64) int { return int(hash) & (len(n.places) - 1) }

// find is the number of a text with this hash.
func (n *names) find(hash uint64, text []byte) int {
	for at := n.place(hash); n.places[at] != 0; at = n.place(uint64(at) + 1) {
		if i := int(n.places[at]) - 1; n.list[i] == string(text) {
			return i
		}
	}
	return noName
}

// oneOf takes a text, and gives its number.
func (s *scanner) oneOf(n *names) int {
	s.take('"')
	from := s.at
	hash := s.hash()
	i := n.find(hash, s.data[from:s.at])
	s.take('"')
	return i
}

// hash goes to the next quote, or else to the end, and gives a hash of what stands before it.
// It looks at eight characters at a time.
func (s *scanner) hash() (h uint64) {
	const odd = 0x9E3779B97F4A7C15
	for {
		w := binary.LittleEndian.Uint64(s.data[s.at:])
		quotes := w ^ '"'*ones
		// The lowest bit that is set belongs to the first quote; see plain.
		quotes = (quotes - ones) &^ quotes & tops
		if quotes != 0 {
			s.at += bits.TrailingZeros64(quotes) / 8
			h = (h ^ w&(quotes&-quotes>>7-1)) * odd
			return h >> 32
		}
		h = bits.RotateLeft64((h^w)*odd, 29)
		if s.at += 8; s.at > s.end {
			s.fail()
			return 0
		}
	}
}
