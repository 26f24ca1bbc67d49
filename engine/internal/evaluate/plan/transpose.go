package plan

// transpose turns a square of 64 by 64 bits about its diagonal: bit j of word i
// becomes bit i of word j. It swaps ever smaller blocks.
func transpose(m *[64]uint64) {
	mask := uint64(1)<<32 - 1
	for width := 32; width > 0; width >>= 1 {
		for i := 0; i < 64; i = (i + width + 1) &^ width {
			t := (m[i]>>width ^ m[i+width]) & mask
			m[i] ^= t << width
			m[i+width] ^= t
		}
		mask ^= mask << (width / 2)
	}
}
