package comparison_test

import (
	"testing"

	"windscreen/engine/comparison"
	rec "windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// side is a made-up side by its levels, the text of a part that it met, and what stands
// in the way of the next level.
func side(recommended, atMost int, met string, whyNot ...rec.Obstacle) comparison.Side {
	return comparison.Side{WhyNot: whyNot, Level: rec.Level{Recommended: recommended, AtMost: atMost, Criterion: rec.Criterion{
		Parts: []rec.Part{{Text: met, Value: term.IsMet}, {Text: "domains(4) >= 2", Value: term.NotMet}}}}}
}

func obstacle(part string, value term.Met) rec.Obstacle {
	return rec.Obstacle{Part: part, Value: value}
}

func TestWhatStandsInTheWayIsWhatMakesTheLevelsDiffer(t *testing.T) {
	count, s47, s20 := obstacle("tally(3) >= 2", term.NotMet), obstacle("ground.s47", term.NotMet), obstacle("ground.s20", term.Open)
	wide := obstacle("domains(4) >= 2", term.NotMet)
	for _, x := range []struct {
		name  string
		sides []comparison.Side
		want  []string
	}{
		{"the lower side by what the higher met",
			[]comparison.Side{side(3, 3, "tally(3) >= 2", s47), side(2, 2, "tally(2) >= 1", s47, count)}, []string{"", "tally(3) >= 2"}},
		{"else by the first", []comparison.Side{side(4, 4, "decisive(4)"), side(2, 2, "tally(2) >= 1", s47, count)},
			[]string{"", "ground.s47"}},
		{"not by what the higher did not meet", []comparison.Side{side(4, 4, "decisive(4)"), side(2, 2, "tally(2) >= 1", s47, wide)},
			[]string{"", "ground.s47"}},
		{"one level, and one of them may be higher",
			[]comparison.Side{side(3, 4, "tally(3) >= 2", s47, s20), side(3, 3, "tally(3) >= 2", s47)},
			[]string{"ground.s20", "ground.s47"}},
		{"the same level, whatever stands in the way",
			[]comparison.Side{side(3, 4, "tally(3) >= 2", s20), side(3, 4, "tally(3) >= 2", s20)}, []string{"", ""}},
		{"nothing in the way of the lower side",
			[]comparison.Side{side(4, 4, "decisive(4)"), side(3, 3, "tally(3) >= 2")}, []string{"", ""}},
	} {
		t.Run(x.name, func(t *testing.T) {
			c := &comparison.Comparison{Policies: x.sides}
			for i, want := range x.want {
				got := ""
				if o := c.Nearest(i); o != nil {
					got = o.Part
				}
				if got != want {
					t.Errorf("side %d: %q, not %q", i, got, want)
				}
			}
		})
	}
}
