// Package arena gives out room that is used again, for values that last no longer than a piece of work.
package arena

// Arena gives out room, a block at a time. The zero value is ready for use.
type Arena[T any] struct {
	blocks [][]T
	// block is which block is in use, and used how much of it.
	block, used int
}

// Take is room for n values, all zero. Blocks hold so many, or n if that is more.
func (a *Arena[T]) Take(n, size int) []T {
	for ; a.block < len(a.blocks); a.block, a.used = a.block+1, 0 {
		if b := a.blocks[a.block]; a.used+n <= len(b) {
			a.used += n
			return b[a.used-n : a.used : a.used]
		}
	}
	b := make([]T, max(n, size))
	a.blocks, a.used = append(a.blocks, b), n
	return b[:n:n]
}

// Reset takes all of it back, and clears it. What was taken must not be used any more.
func (a *Arena[T]) Reset() {
	for i, b := range a.blocks[:min(a.block+1, len(a.blocks))] {
		if i == a.block {
			b = b[:a.used]
		}
		clear(b)
	}
	a.block, a.used = 0, 0
}
