package formula

import "encoding/binary"

// Count counts how many of some formulas hold, in unary: the formula at place i holds if at least i+1
// of them do. It counts no further than to the cap, and no further than there are formulas.
//
// It halves the list, counts both halves and adds the counts up. A quorum is small, so the cap keeps
// each sum small, however long the list is. A part of a list that was counted before is not counted again.
func (g *Graph) Count(of []Ref, limit int) []Ref {
	switch {
	case limit <= 0 || len(of) == 0:
		return nil
	case len(of) == 1:
		return []Ref{of[0]}
	}
	key := string(appendRefs(binary.LittleEndian.AppendUint32(nil, uint32(limit)), of))
	if sum, ok := g.counts[key]; ok {
		return sum
	}
	before := len(g.parts)
	half := len(of) / 2
	a, b := g.Count(of[:half], limit), g.Count(of[half:], limit)
	sum := make([]Ref, min(limit, len(a)+len(b)))
	for n := range sum {
		var ways []Ref
		for i := max(0, n+1-len(b)); i <= min(n+1, len(a)); i++ { // i of the one half, and the rest of the other
			ways = append(ways, g.And(reached(a, i), reached(b, n+1-i)))
		}
		sum[n] = g.Or(ways...)
	}
	g.counts[key] = sum
	g.counted = append(g.counted, counted{key, before})
	return sum
}

// AtLeast holds if at least n of some formulas do.
func (g *Graph) AtLeast(n int, of []Ref) Ref {
	if n > len(of) {
		return False
	}
	return reached(g.Count(of, n), n)
}

// reached is whether a count comes to n; a count that stops below n does not.
func reached(count []Ref, n int) Ref {
	switch {
	case n <= 0:
		return True
	case n > len(count):
		return False
	}
	return count[n-1]
}
