package mutate

import (
	"cmp"
	"math/rand/v2"
	"slices"
)

// Sample draws n changes, or gives all of them where there are no more. They are drawn evenly over policies, kinds of rule and
// kinds of change: in the order of these, and by chance among those alike in them, each change that follows the last by the same
// distance is taken. So each has the same chance. The same changes and seed give the same sample, in whatever order the
// changes come.
func Sample(changes []*Change, n int, seed uint64) []*Change {
	sorted := slices.Clone(changes)
	slices.SortFunc(sorted, func(a, b *Change) int { return cmp.Compare(a.Key(), b.Key()) })
	random := rand.New(rand.NewPCG(seed, 0))
	random.Shuffle(len(sorted), func(i, j int) { sorted[i], sorted[j] = sorted[j], sorted[i] })
	slices.SortStableFunc(sorted, func(a, b *Change) int {
		return cmp.Or(cmp.Compare(a.Origin, b.Origin), cmp.Compare(a.Target, b.Target), cmp.Compare(a.Rule, b.Rule),
			cmp.Compare(a.Kind, b.Kind))
	})
	if n >= len(sorted) {
		return sorted
	}
	out := make([]*Change, n)
	distance, first := float64(len(sorted))/float64(n), random.Float64()
	for i := range out {
		out[i] = sorted[int((float64(i)+first)*distance)]
	}
	return out
}
