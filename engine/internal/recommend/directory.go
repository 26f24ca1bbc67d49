package recommend

import (
	"slices"
	"strings"

	"windscreen/engine/directory"
	"windscreen/engine/internal/policy"
	"windscreen/engine/recommendation"
)

// Directory lists every service of the policy, whomever it is for.
func (m *Maker) Directory() directory.Policy {
	b := &builder{policy: m.Policy, index: m.index, desk: m.index.newDesk()}
	services := []recommendation.Service{}
	for _, s := range byID(m.Policy.Services, m.Policy.Listed) {
		services = append(services, recommendation.Service{
			Rule: b.rule(s.Rule, []recommendation.Fact{}), Says: s.Says, Organisation: s.Organisation,
			ListedAt: s.ListedAt, Agreement: s.Agreement, Contact: b.contact(s.Contact),
		})
	}
	return directory.New(m.Policy.ID, documentOf(m.Policy), scale(m.Policy), services, nil, b.citedClauses())
}

// byID joins two lists of services into one, in order of id.
func byID(a, b []*policy.Service) []*policy.Service {
	all := slices.Concat(a, b)
	slices.SortFunc(all, func(x, y *policy.Service) int { return strings.Compare(x.ID, y.ID) })
	return all
}

// scale is every level of a policy, lowest first.
func scale(p *policy.Policy) []recommendation.Rung {
	scale := []recommendation.Rung{}
	for _, l := range p.Levels {
		rung := recommendation.Rung{Level: l.Number, Name: l.Name}
		if l.Family != nil {
			rung.ForFamily = l.Family.Says
		}
		scale = append(scale, rung)
	}
	return scale
}
