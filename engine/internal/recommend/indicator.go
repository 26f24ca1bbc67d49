package recommend

import (
	"windscreen/engine/internal/logic"
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
	shown := make([]int, 0, len(b.index.signs))
	for _, n := range b.index.signs {
		i := b.policy.Indicators[n]
		switch {
		case b.holds(i.Rule) != logic.True:
		case read == nil || read[i.ID]:
			shown = append(shown, n)
		default:
			b.omit(i.Rule, nil, &b.omitted.Indicators)
		}
	}
	out := make([]recommendation.Indicator, 0, len(shown))
	for _, n := range shown {
		i := b.policy.Indicators[n]
		var because []recommendation.Fact
		if b.explains() {
			because = b.list(b.becauseRule(i.Rule, logic.True))
		}
		out = append(out, recommendation.Indicator{
			Rule:  b.rule(i.Rule, because),
			Level: b.policy.Levels[i.Level].Number, Domain: b.policy.Domains[i.Domain],
			Strength: i.Strength, Concept: b.policy.Concepts[i.Concept],
			Counted: b.outcome.Counted[n] == logic.True,
		})
	}
	return out
}
