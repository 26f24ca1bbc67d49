package mutation_test

import (
	"math"
	"testing"

	"windscreen/engine/mutation"
)

// ranged is the range of the share of changes of which some are noticed.
func ranged(noticed, changes int) mutation.Range {
	c := mutation.Counting{Sample: &mutation.Sample{Tried: changes, Of: 10 * changes, Seed: 1}}
	for i := range changes {
		came := mutation.Unnoticed
		if i < noticed {
			came = mutation.Noticed
		}
		c.Add(mutation.Change{}, came)
	}
	return *c.Report(nil).Total.Range
}

// TestARangeHoldsTheSharesUnderWhichTheSampleIsLikely: the limits of Wilson's interval are the shares p at which the share seen
// is as far from p as 1.96 standard deviations at p.
func TestARangeHoldsTheSharesUnderWhichTheSampleIsLikely(t *testing.T) {
	for _, x := range []struct{ noticed, changes int }{{0, 1}, {1, 1}, {0, 40}, {40, 40}, {1, 40}, {30, 40}, {500, 1000}, {990, 1000}} {
		low, high := 100, 0
		for percent := range 101 {
			p, n := float64(percent)/100, float64(x.changes)
			if math.Abs(float64(x.noticed)/n-p) <= 1.96*math.Sqrt(p*(1-p)/n) {
				low, high = min(low, percent), max(high, percent)
			}
		}
		got := ranged(x.noticed, x.changes)
		if got.Low > low || got.Low < low-1 || got.High < high || got.High > high+1 {
			t.Errorf("%d of %d noticed: %+v, and the whole per cents in it are %d to %d", x.noticed, x.changes, got, low, high)
		}
	}
}

func TestWithoutASampleThereIsNoRange(t *testing.T) {
	var c mutation.Counting
	c.Add(mutation.Change{}, mutation.Noticed)
	r := c.Report(nil)
	if r.Sample != nil || r.Total.Range != nil || r.ByRule[0].Range != nil {
		t.Errorf("all were tried, and the report says %+v", r)
	}
}
