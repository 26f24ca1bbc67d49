package evaluate

import (
	"cmp"
	"slices"

	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
)

// Gain is what looking at a fact both ways can tell, by Fact.Index: how many tests of it pull
// apart, and then how many there are at all. It depends on the rules alone, and neither on
// their order nor on that of the vocabulary.
type Gain [][2]int

// Gains works it out for the rules of a policy up to the level.
func Gains(p *policy.Policy) Gain {
	up, down := make([]int, len(p.Vocabulary.Facts)), make([]int, len(p.Vocabulary.Facts))
	gains := make(Gain, len(up))
	for _, r := range p.Rules[:p.FindingsEnd] {
		Readings(r, func(f *vocabulary.Fact, _ Test, w Way) {
			if w&(Up|Either) != 0 {
				up[f.Index]++
			}
			if w&(Down|Either) != 0 {
				down[f.Index]++
			}
		})
	}
	for i := range gains {
		gains[i] = [2]int{min(up[i], down[i]), max(up[i], down[i])}
	}
	return gains
}

// Compare puts the fact first that can tell more.
func (g Gain) Compare(a, b *vocabulary.Fact) int {
	x, y := g[a.Index], g[b.Index]
	return cmp.Or(cmp.Compare(y[0], x[0]), cmp.Compare(y[1], x[1]), cmp.Compare(a.Path, b.Path))
}

// InOrder puts facts in the order of the vocabulary.
func InOrder(facts []*vocabulary.Fact) []*vocabulary.Fact {
	slices.SortFunc(facts, func(a, b *vocabulary.Fact) int { return cmp.Compare(a.Index, b.Index) })
	return facts
}
