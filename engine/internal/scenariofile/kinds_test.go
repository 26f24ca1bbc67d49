package scenariofile

import (
	"slices"
	"testing"

	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/mutate"
	"windscreen/engine/internal/policy"
)

// TestLooksOfOneKindComeToTheSame holds what changed rules come to and leave open, as it is worked out once for all looks that read
// the same in them, against working it out for each look. Among the changes are some by which a rule reads more than before: it gets
// the condition of another.
func TestLooksOfOneKindComeToTheSame(t *testing.T) {
	if testing.Short() {
		t.Skip("to run scenarios takes long")
	}
	trials, changes := someTrials(t, "bournemouth-2017", "authorities/bournemouth/2017/levels-and-responses.yaml",
		"authorities/bournemouth/2017/agreement.yaml")
	var all []*mutate.Changed
	for i := 0; i < len(changes); i += 200 {
		changed, err := changes[i].Apply()
		if err != nil {
			t.Fatal(err)
		}
		if changed.Conditions {
			all = append(all, changed)
		}
	}
	p := trials.unit.Policy
	for i := 1; i < len(p.Rules); i += 60 {
		q, r := *p, *p.Rules[i]
		r.When = p.Rules[i-1].When
		q.Rules = slices.Clone(p.Rules)
		q.Rules[i] = &r
		all = append(all, &mutate.Changed{Policy: &q, Rules: []int{i}, Conditions: true})
	}
	seen, fewer := map[logic.Truth]int{}, 0
	for _, changed := range all {
		y := trials.Try(changed)
		for _, i := range changed.Rules {
			before, after := p.Rules[i], changed.Policy.Rules[i]
			for _, one := range trials.trials {
				for at := range one.looks {
					l := &one.looks[at]
					want := logic.False
					if after.InForce(l.input.AsOf) {
						want = after.When.Root.Truth(l.env)
					}
					if got := y.truth(i, l); got != want {
						t.Fatalf("%s comes to %v, want %v", after.ID, got, want)
					}
					seen[want]++
					if got, want := y.left(i, l), leftAlone(before, after, l); got != want {
						t.Fatalf("%s leaves open %q, want %q", after.ID, got, want)
					}
				}
			}
			if y.comes(i).kinds.count < trials.looks {
				fewer++
			}
		}
	}
	if seen[logic.False] == 0 || seen[logic.Unknown] == 0 || seen[logic.True] == 0 || fewer == 0 {
		t.Errorf("seen %v, and %d rules read the same at several looks", seen, fewer)
	}
}

// leftAlone is what a changed rule leaves open at one look, as trying.left has it.
func leftAlone(before, after *policy.Rule, l *look) string {
	if before == after || !before.InForce(l.input.AsOf) {
		return ""
	}
	key := func(r *policy.Rule) string { return string(new(lang.Leaver).Left(r.When.Root, l.env).AppendKey(nil)) }
	if left := key(after); left != key(before) {
		return left
	}
	return ""
}
