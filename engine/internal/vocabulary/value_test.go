package vocabulary_test

import (
	"testing"
	"time"

	"windscreen/engine/internal/vocabulary"
)

func TestOneOfWhatIsCountedIsSaidInTheSingular(t *testing.T) {
	for _, x := range []struct {
		unit   string
		lo, hi int64
		want   string
	}{
		{"years", 1, 1, "1 year"},
		{"years", 0, 1, "1 year, or less"},
		{"years", 2, 2, "2 years"},
		{"years", 0, 0, "under 1 year"},
		{"agencies", 1, 9, "1 agency, or more"},
		{"agencies", 1, 2, "from 1 to 2 agencies"},
		{"", 1, 1, "1"},
	} {
		f := &vocabulary.Fact{Kind: vocabulary.Whole, Min: 0, Max: 9, Unit: x.unit}
		if got := f.Says(vocabulary.Value{Lo: x.lo, Hi: x.hi}, time.UTC); got != x.want {
			t.Errorf("%d to %d %s: %q, not %q", x.lo, x.hi, x.unit, got, x.want)
		}
	}
}
