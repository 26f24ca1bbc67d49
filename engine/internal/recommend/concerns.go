package recommend

import (
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/vocabulary"
)

// concern reports whether the case states something of a fact that is not what silence would mean.
func (b *builder) concern(f *vocabulary.Fact) bool {
	return b.c.Origins[f.Index].Stands() && f.Nothing != nil && b.input.Values[f.Index].Lo != f.Nothing.Lo
}

// gravity is, by Fact.Index, the highest level of a sign that counts and rests on what the case states of the fact; a
// ground that holds is as grave as the highest level. It is 0 if there is no such sign or ground.
func (b *builder) gravity() []int {
	out := make([]int, len(b.policy.Vocabulary.Facts))
	note := func(rule, level int) {
		for _, f := range b.inOrder(b.index.reads[rule]) {
			if b.c.Origins[f.Index].Stands() {
				out[f.Index] = max(out[f.Index], level)
			}
		}
	}
	for n, i := range b.policy.Indicators {
		if b.outcome.Counted[n] == logic.True {
			note(i.Index, b.policy.Levels[i.Level].Number)
		}
	}
	highest := b.policy.Levels[len(b.policy.Levels)-1].Number
	for _, g := range b.policy.Grounds {
		if b.outcome.Rules[g.Index] == logic.True {
			note(g.Index, highest)
		}
	}
	return out
}

// concerns are the domains that have a fact with gravity.
func (b *builder) concerns() map[string]bool {
	out := map[string]bool{}
	gravity := b.gravity()
	for _, f := range b.policy.Vocabulary.Facts {
		if gravity[f.Index] > 0 {
			out[f.Domain] = true
		}
	}
	return out
}
