package recommend

import (
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// indicators lists the signs that hold, highest level first, then by domain. A brief answer has only the
// signs that make a part of the criterion met.
func (b *builder) indicators(criterion recommendation.Criterion) []recommendation.Indicator {
	var read map[string]bool
	if b.options.Brief {
		read = map[string]bool{}
		for _, p := range criterion.Parts {
			for _, id := range p.Rules {
				read[id] = p.Value == term.IsMet || read[id]
			}
		}
	}
	shown := func(i *policy.Indicator) bool { return b.holds(i.Rule) == logic.True && (read == nil || read[i.ID]) }
	n := 0
	for _, i := range b.policy.Indicators {
		if shown(i) {
			n++
		}
	}
	out := make([]recommendation.Indicator, 0, n)
	for _, n := range b.index.signs {
		i := b.policy.Indicators[n]
		if !shown(i) {
			continue
		}
		out = append(out, recommendation.Indicator{
			Rule:  b.rule(i.Rule, b.becauseRule(i.Rule, logic.True)),
			Level: b.policy.Levels[i.Level].Number, Domain: b.policy.Domains[i.Domain],
			Strength: i.Strength, Concept: b.policy.Concepts[i.Concept],
			Counted: b.outcome.Counted[n] == logic.True,
		})
	}
	return out
}
