package recommend

import (
	"windscreen/engine/internal/logic"
	"windscreen/engine/recommendation"
)

// cautions lists the warnings that apply.
func (b *builder) cautions() []recommendation.Caution {
	out := room[recommendation.Caution](b, b.policy.Cautions)
	for _, c := range b.policy.Cautions {
		if b.holds(c.Rule) == logic.True {
			out = append(out, recommendation.Caution{Rule: b.ruleAfter(c.Rule), Says: c.Says, NotCommenced: c.NotCommenced})
		}
	}
	return out
}
