package recommend

import (
	"windscreen/engine/internal/logic"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// services lists the services that fit, then those that may.
func (b *builder) services() []recommendation.Service {
	if b.options.Brief {
		for _, s := range b.policy.Services {
			if b.holds(s.Rule) != logic.False {
				b.omit(s.Rule, s.Contact, &b.omitted.Services)
			}
		}
		return []recommendation.Service{}
	}
	out := roomForOpen[recommendation.Service](b, b.policy.Services)
	for _, s := range b.policy.Services {
		x := recommendation.Service{Says: s.Says, Organisation: s.Organisation, ListedAt: s.ListedAt, Agreement: s.Agreement}
		switch b.holds(s.Rule) {
		case logic.False:
			continue
		case logic.True:
			x.State, x.Rule = term.Fits, b.ruleAfter(s.Rule)
		case logic.Unknown:
			x.State, x.Rule = term.Possible, b.rule(s.Rule, []recommendation.Fact{})
			if b.explains() {
				x.WaitsOn = b.paths(b.openFacts(s.Rule))
			}
		}
		x.Contact = b.contact(s.Contact)
		out = append(out, x)
	}
	return sorted(out, func(a, c *recommendation.Service) int { return order(a.State == term.Fits, c.State == term.Fits) })
}
