package mutation_test

import (
	"testing"

	"windscreen/engine/mutation"
)

// TestWhatNobodyHasSetIsNotNoticed: a result that was forgotten must not look like one that scenarios keep.
func TestWhatNobodyHasSetIsNotNoticed(t *testing.T) {
	var forgotten mutation.Came
	var c mutation.Counting
	c.Add(mutation.Change{ID: "x"}, forgotten)
	if r := c.Report(nil); r.Total.Noticed > 0 || r.Total.Alike > 0 || len(r.Unnoticed) != 1 {
		t.Errorf("it is counted as %+v, and %d are not noticed", r.Total, len(r.Unnoticed))
	}
}

// TestWhatIsLeftIsNotNoticed: a reason does not make scenarios better.
func TestWhatIsLeftIsNotNoticed(t *testing.T) {
	c := mutation.Counting{Left: &mutation.Left{}}
	c.Add(mutation.Change{ID: "x"}, mutation.Noticed)
	c.Add(mutation.Change{ID: "x", Why: "The document is silent"}, mutation.Unnoticed)
	c.Add(mutation.Change{ID: "x"}, mutation.Unnoticed)
	c.Add(mutation.Change{ID: "x", Why: "Needless"}, mutation.Alike)
	r := c.Report(nil)
	want := mutation.Share{Changes: 3, Alike: 1, Noticed: 1, Left: 1, Percent: 33}
	if r.Total != want || r.ByPolicy[0].Share != want || r.Left.Missing != 1 || len(r.Unnoticed) != 2 || r.Left.OK() {
		t.Errorf("it is counted as %+v, with %d missing", r.Total, r.Left.Missing)
	}
}
