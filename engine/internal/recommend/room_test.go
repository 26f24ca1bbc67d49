package recommend

import (
	"cmp"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestEntriesAreSortedInTheirPlacesAndWhatIsEqualKeepsItsOrder(t *testing.T) {
	type entry struct{ key, place int }
	rapid.Check(t, func(t *rapid.T) {
		var list []entry
		for i, key := range rapid.SliceOf(rapid.IntRange(0, 5)).Draw(t, "keys") {
			list = append(list, entry{key, i})
		}
		want := slices.Clone(list)
		slices.SortStableFunc(want, func(a, b entry) int { return cmp.Compare(a.key, b.key) })
		if got := sorted(list, func(a, b *entry) int { return cmp.Compare(a.key, b.key) }); !slices.Equal(got, want) {
			t.Fatalf("%v, want %v", got, want)
		}
	})
}
