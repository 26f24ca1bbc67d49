package engine

import (
	"windscreen/engine/coverage"
	"windscreen/engine/internal/policy"
)

// Checklist holds every policy against what the policies that it builds on say a
// threshold document must set out: each item with the rules that answer it, or the gap
// that the policy owns up to. A policy that no checklist is for has no items.
func (e *Engine) Checklist() *coverage.Checklist {
	out := &coverage.Checklist{Policies: []coverage.PolicyChecklist{}}
	for _, p := range e.policies {
		items := []coverage.Item{}
		for _, i := range p.maker.Policy.Checklist {
			items = append(items, item(i))
		}
		out.Policies = append(out.Policies, coverage.PolicyChecklist{ID: p.ID, Totals: coverage.SumItems(items), Items: items})
	}
	return out
}

func item(i policy.Item) coverage.Item {
	out := coverage.Item{ID: i.ID, Title: i.Title, Policy: i.Origin, Cite: i.Cite, Answer: coverage.Nothing,
		Rules: []coverage.ItemRule{}, Note: i.Note, Gap: i.Gap, File: i.File, Start: i.Start}
	for _, r := range i.Rules {
		out.Rules = append(out.Rules, coverage.ItemRule{ID: r.ID, Title: r.Title, Kind: r.Kind.String(), Policy: r.Origin, Cite: r.Cite})
	}
	switch {
	case len(out.Rules) > 0:
		out.Answer = coverage.Answered
	case out.Gap != "":
		out.Answer = coverage.Gap
	}
	return out
}
