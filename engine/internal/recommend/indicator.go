package recommend

import (
	"slices"
	"strings"

	"windscreen/engine/internal/logic"
	"windscreen/engine/recommendation"
)

// indicators lists the signs that hold, highest level first, then by domain.
func (b *builder) indicators() []recommendation.Indicator {
	out := []recommendation.Indicator{}
	for level, rung := range slices.Backward(b.policy.Levels) {
		start := len(out)
		for n, i := range b.policy.Indicators {
			if i.Level != level || b.holds(i.Rule) != logic.True {
				continue
			}
			out = append(out, recommendation.Indicator{
				Rule:  b.rule(i.Rule, b.becauseRule(i.Rule, logic.True)),
				Level: rung.Number, Domain: b.policy.Domains[i.Domain].Name,
				Strength: i.Strength, Concept: b.policy.Concepts[i.Concept],
				Counted: b.outcome.Counted[n] == logic.True,
			})
		}
		slices.SortStableFunc(out[start:], func(a, c recommendation.Indicator) int { return strings.Compare(a.Domain, c.Domain) })
	}
	return out
}
