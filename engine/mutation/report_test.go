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
