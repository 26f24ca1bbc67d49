package recommend

import (
	"cmp"
	"slices"

	"windscreen/engine/internal/logic"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// pathway lists how help is reached, in the order of its parts.
func (b *builder) pathway() []recommendation.Step {
	out := []recommendation.Step{}
	for _, s := range b.policy.Pathway {
		if b.holds(s.Rule) == logic.True {
			out = append(out, recommendation.Step{
				Rule: b.ruleAfter(s.Rule), Part: s.Part, Force: s.Force, Says: s.Says, Contact: b.contact(s.Contact),
				Doing: recommendation.Doing(s.Doing),
			})
		}
	}
	slices.SortStableFunc(out, func(a, c recommendation.Step) int {
		return cmp.Compare(term.Order(a.Part), term.Order(c.Part))
	})
	return out
}
