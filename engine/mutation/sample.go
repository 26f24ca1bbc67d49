package mutation

import "math"

// Sample says that a part of the changes was tried. They were drawn evenly over policies, kinds of rule and kinds of
// change, and each had the same chance.
type Sample struct {
	// Tried is how many changes were tried, of Of. The same Seed draws the same changes of the same rules.
	Tried int    `json:"tried"`
	Of    int    `json:"of"`
	Seed  uint64 `json:"seed"`
}

// Range is where the share noticed of all changes lies with a confidence of 95 per cent, when a sample of them was tried.
// Low is rounded down, and High up.
type Range struct {
	Low  int `json:"low"`
	High int `json:"high"`
}

// confidence95 is how many standard deviations on both sides of the mean hold 95 per cent of a normal distribution.
const confidence95 = 1.96

// rangeOf is the score interval of Wilson, which also holds for few changes and for shares near 0 and 100 per cent. Nobody
// knows anything of a share of no changes.
func rangeOf(noticed, changes int) *Range {
	if changes == 0 {
		return &Range{0, 100}
	}
	n, z := float64(changes), confidence95
	p := float64(noticed) / n
	middle := (p + z*z/(2*n)) / (1 + z*z/n)
	half := z / (1 + z*z/n) * math.Sqrt(p*(1-p)/n+z*z/(4*n*n))
	low, high := math.Floor(100*(middle-half)), math.Ceil(100*(middle+half))
	// At the ends the interval is 0 or 100 itself, which the sums miss by a little.
	if noticed == 0 {
		low = 0
	}
	if noticed == changes {
		high = 100
	}
	return &Range{int(max(low, 0)), int(min(high, 100))}
}
