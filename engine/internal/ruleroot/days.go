package ruleroot

import (
	"fmt"
	"time"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/rulefile"
	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/source"
)

// Days are the first and the last day of a span, each nil where the span has none, or none
// that can be read. The faults say what is wrong with them. The days have no zone.
func Days(f *source.File, e rulefile.InForce) (first, last *time.Time, faults diagnostic.List) {
	day := func(t shape.Text) *time.Time {
		if t.Value == "" {
			return nil
		}
		d, err := time.Parse(time.DateOnly, t.Value)
		if err != nil {
			faults = append(faults, f.At(t.Node, diagnostic.UnreadableDate, fmt.Sprintf("%q is not a date", t.Value),
				"write year-month-day, for example 2020-02-01"))
			return nil
		}
		return &d
	}
	first, last = day(e.From), day(e.To)
	if first != nil && last != nil && last.Before(*first) {
		faults = append(faults, f.At(e.To.Node, diagnostic.Conflict, "the last day comes before the first",
			"write the earlier day at from"))
	}
	return first, last, faults
}
