package evaluate_test

import (
	"slices"
	"strings"
	"testing"

	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/evaluate/evaluatetest"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
)

// alwaysSo is a condition that always holds: either all of some things are so, or one of
// them is not. Kleene's rules cannot tell while none is known, and nor can looking both
// ways at all of the things but one.
func alwaysSo(things ...string) string {
	return strings.Join(things, " && ") + " || !(" + strings.Join(things, ") || !(") + ")"
}

// TestSixFactsAreLookedAtBothWays has a level that depends on six facts of which nothing is
// known, each of two ways to turn out. They make 64 cells, and all of them must be looked
// at to settle the level. A seventh fact would make 128, which are too many.
func TestSixFactsAreLookedAtBothWays(t *testing.T) {
	six := []string{"made_up.yes_a", "made_up.yes_b", "made_up.yes_c",
		`made_up.scale_a.atLeast("much")`, `made_up.scale_b.atLeast("high")`, `made_up.choice_a == "red"`}
	seven := append(slices.Clone(six), `made_up.choice_b == "left"`)
	for _, test := range []struct {
		name   string
		things []string
		level  logic.Range
	}{
		{"six facts", six, logic.Exactly(2)},
		{"seven facts", seven, logic.Range{Lo: 1, Hi: 2}},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := load(t, evaluatetest.Root(levelWhere(alwaysSo(test.things...)))).Policies[0]
			for _, e := range evaluators(t, p) {
				o, err := evaluate.Decide(e, nothingKnown(p))
				if err != nil {
					t.Fatal(err)
				}
				if all := o.Level.Known(); all != (len(o.Left) == 0) {
					t.Errorf("%s leaves out %v, and settles the level at %v", e.Name(), o.Left, o.Level)
				}
				if o.Level != test.level {
					t.Errorf("%s settles the level at %v, want %v", e.Name(), o.Level, test.level)
				}
			}
		})
	}
}

// TestTheFactsThatTellMostAreLookedAtFirst has a level that one fact settles, whichever way it turns out, beside six that
// settle nothing and stand before it in the vocabulary. With all seven there would be too many ways. The outcome says which
// facts were left out.
func TestTheFactsThatTellMostAreLookedAtFirst(t *testing.T) {
	six := []string{"made_up.yes_a", "made_up.yes_b", "made_up.yes_c",
		`made_up.scale_a.atLeast("much")`, `made_up.scale_b.atLeast("high")`, `made_up.choice_a == "red"`}
	settles := `made_up.choice_b == "left"`
	p := load(t, evaluatetest.Root(levelWhere(
		"(\"sun\" in made_up.set_a && ("+alwaysSo(six...)+")) || ("+alwaysSo(settles)+") || ("+alwaysSo(settles)+")"))).Policies[0]
	for _, e := range evaluators(t, p) {
		o, err := evaluate.Decide(e, nothingKnown(p))
		if err != nil {
			t.Fatal(err)
		}
		if o.Level != logic.Exactly(2) {
			t.Errorf("%s settles the level at %v", e.Name(), o.Level)
		}
		if len(o.Left) != 1 {
			t.Errorf("%s leaves out %v", e.Name(), o.Left)
		}
	}
}

// levelWhere is a policy of two levels, of which the second has a condition.
func levelWhere(condition string) string {
	return strings.Replace(conditionsAsRules(nil), "consent:\n",
		"  - id: level-2\n    title: L2\n    cite: [M-1]\n    level: 2\n    name: L2\n    when: |\n      "+condition+"\nconsent:\n", 1)
}

// nothingKnown is a case of which nothing is known.
func nothingKnown(p *policy.Policy) evaluate.Input {
	in := evaluate.Input{AsOf: evaluatetest.AsOf.Unix(), Values: make([]vocabulary.Value, len(p.Vocabulary.Facts))}
	for _, f := range p.Vocabulary.Facts {
		in.Values[f.Index] = f.Unknown()
	}
	return in
}
