package mutate_test

import (
	"math"
	"slices"
	"testing"

	"windscreen/engine/internal/mutate"
	"windscreen/engine/term"
)

// keys are the keys of changes, in order.
func keys(changes []*mutate.Change) []string {
	var out []string
	for _, c := range changes {
		out = append(out, c.Key())
	}
	slices.Sort(out)
	return out
}

func TestASampleHasTheSizeAskedForAndNoChangeTwice(t *testing.T) {
	all := made(t)
	for n := range len(all) + 2 {
		drawn := keys(mutate.Sample(all, n, 7))
		if want := min(n, len(all)); len(slices.Compact(drawn)) != want {
			t.Errorf("%d asked for, %d drawn", n, len(slices.Compact(drawn)))
		}
	}
}

func TestTheSeedAloneDecidesWhatIsDrawn(t *testing.T) {
	all := made(t)
	turned := slices.Clone(all)
	slices.Reverse(turned)
	first := keys(mutate.Sample(all, 5, 7))
	if again := keys(mutate.Sample(turned, 5, 7)); !slices.Equal(first, again) {
		t.Errorf("in another order, %q is drawn instead of %q", again, first)
	}
	if other := keys(mutate.Sample(all, 5, 8)); slices.Equal(first, other) {
		t.Errorf("another seed draws %q too", other)
	}
}

// TestASampleIsEven holds what is drawn of each policy, each kind of rule and each kind of change against its share of all. Where
// changes alike in these stand together, what is drawn of them is at most one from their share.
func TestASampleIsEven(t *testing.T) {
	parser, policies := linked(t)
	all := mutate.Of(parser, policies[0])
	drawn := mutate.Sample(all, len(all)/9, 3)
	type part struct {
		origin string
		target mutate.Target
		rule   term.Kind
		kind   term.Change
	}
	count := map[part][2]int{}
	for i, list := range [][]*mutate.Change{all, drawn} {
		for _, c := range list {
			p := part{c.Origin, c.Target, c.Rule, c.Kind}
			n := count[p]
			n[i]++
			count[p] = n
		}
	}
	for p, n := range count {
		if want := float64(n[0]) * float64(len(drawn)) / float64(len(all)); math.Abs(float64(n[1])-want) >= 1 {
			t.Errorf("of %d changes %+v, %d were drawn", n[0], p, n[1])
		}
	}
}

// TestEachChangeHasTheSameChance draws by many seeds: a change that is drawn far more or less often than others would tilt the
// share.
func TestEachChangeHasTheSameChance(t *testing.T) {
	all := made(t)
	const times = 2000
	n := len(all) / 3
	count := map[string]int{}
	for seed := range uint64(times) {
		for _, key := range keys(mutate.Sample(all, n, seed)) {
			count[key]++
		}
	}
	p := float64(n) / float64(len(all))
	within := 5 * math.Sqrt(times*p*(1-p))
	for _, key := range keys(all) {
		if off := math.Abs(float64(count[key]) - times*p); off > within {
			t.Errorf("%q was drawn %d times of %d, and should be drawn about %.0f times", key, count[key], times, times*p)
		}
	}
}
