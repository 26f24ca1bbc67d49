package recommend

import (
	"slices"

	"windscreen/engine/internal/logic"
	"windscreen/engine/recommendation"
)

// people are those whom a copy of the page can be for, each with what has to be known first where no rule lets them have
// one yet. A brief recommendation leaves that out: no copy is made of it.
func (b *builder) people() []recommendation.Person {
	c := b.policy.Vocabulary.CopyFor
	if c == nil {
		return nil
	}
	out := make([]recommendation.Person, 0, len(c.Fact.Words))
	for _, w := range c.Fact.Words {
		p := recommendation.Person{Name: w.Name, Title: w.Says, Own: slices.Contains(c.Own, w.Name)}
		if !b.options.Brief {
			p.WaitsOn = b.copyWaitsOn(w.Name)
		}
		out = append(out, p)
	}
	return out
}

// copyWaitsOn are the open facts that could let somebody have a copy of their own; none if they have one, or if what is
// known rules it out.
func (b *builder) copyWaitsOn(person string) []string {
	facts := b.newSet()
	for _, l := range b.policy.Consent {
		switch {
		case l.CopyTo != person || b.shut(l.Rule):
		case b.holds(l.Rule) == logic.True:
			return nil
		case b.prospect(l.Rule, b.outlook()).future&stays(logic.True) != 0:
			b.unsettled(b.outlook(), l.Rule, b.addWaits(facts))
		}
	}
	return b.paths(b.inOrder(facts))
}
