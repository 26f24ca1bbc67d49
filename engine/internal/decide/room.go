package decide

// room is room for lists of sets, which last as long as a work.
type room struct {
	blocks [][]Set
	// block is which block is in use, and used how much of it.
	block, used int
}

// roomForSets is how many sets a block holds.
const roomForSets = 512

// list is an empty list with room for n sets.
func (r *room) list(n int) []Set {
	for ; r.block < len(r.blocks); r.block, r.used = r.block+1, 0 {
		if b := r.blocks[r.block]; r.used+n <= len(b) {
			r.used += n
			return b[r.used-n : r.used-n : r.used]
		}
	}
	b := make([]Set, max(n, roomForSets))
	r.blocks, r.used = append(r.blocks, b), n
	return b[:0:n]
}

// reset takes all of it back.
func (r *room) reset() { r.block, r.used = 0, 0 }
