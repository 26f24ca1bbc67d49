package recommend

import (
	"slices"

	"windscreen/engine/internal/logic"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// services lists the services that fit, then those that may.
func (b *builder) services() []recommendation.Service {
	out := []recommendation.Service{}
	for _, s := range b.policy.Services {
		x := recommendation.Service{Says: s.Says, Organisation: s.Organisation, ListedAt: s.ListedAt, Agreement: s.Agreement}
		switch b.holds(s.Rule) {
		case logic.False:
			continue
		case logic.True:
			x.State, x.Rule = term.Fits, b.ruleAfter(s.Rule)
		case logic.Unknown:
			x.State, x.Rule = term.Possible, b.rule(s.Rule, []recommendation.Fact{})
			x.WaitsOn = b.paths(b.openFacts(s.Rule))
		}
		x.Contact = b.contact(s.Contact)
		out = append(out, x)
	}
	slices.SortStableFunc(out, func(a, c recommendation.Service) int {
		return order(a.State == term.Fits, c.State == term.Fits)
	})
	return out
}
