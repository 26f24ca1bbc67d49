package recommend

import (
	"cmp"

	"windscreen/engine/internal/logic"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// pathway lists how help is reached, in the order of its parts.
func (b *builder) pathway() []recommendation.Step {
	out := room[recommendation.Step](b, b.policy.Pathway)
	for _, s := range b.policy.Pathway {
		if b.holds(s.Rule) == logic.True {
			out = append(out, recommendation.Step{
				Rule: b.ruleAfter(s.Rule), Part: s.Part, Force: s.Force, Says: b.toReader(s.Rule, s.Says),
				Contact: b.contactTo(s.Rule, s.Contact), Doing: recommendation.Doing(s.Doing),
			})
		}
	}
	return sorted(out, func(a, c *recommendation.Step) int { return cmp.Compare(term.Order(a.Part), term.Order(c.Part)) })
}
