package authoring

import (
	"context"

	"windscreen/engine/coverage"
	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/policy"
	"windscreen/engine/term"
)

// Checklist compares policies with what the policies that they build on say a threshold
// document must set out. It gives each item with the rules that answer it, or the gap that
// the policy admits. A policy without a checklist has no items. Without ids it takes every
// policy, one at a time. The error is a *diagnostic.Failure if a policy has faults.
func (r *Root) Checklist(ctx context.Context, ids ...string) (*coverage.Checklist, error) {
	if err := r.within(ctx); err != nil {
		return nil, err
	}
	if len(ids) == 0 {
		ids = r.catalogue.IDs()
	}
	out := &coverage.Checklist{Policies: []coverage.PolicyChecklist{}}
	err := r.catalogue.Each(ctx, ids, func(p *catalogue.Policy) error {
		items := []coverage.Item{}
		for _, i := range p.Policy.Checklist {
			one := item(i)
			one.File = r.catalogue.File(one.File)
			items = append(items, one)
		}
		out.Policies = append(out.Policies, coverage.PolicyChecklist{ID: p.Policy.ID, Totals: coverage.SumItems(items), Items: items})
		return nil
	})
	return out, err
}

// item is one item of a checklist and how it is answered.
func item(i policy.Item) coverage.Item {
	out := coverage.Item{ID: i.ID, Title: i.Title, Policy: i.Origin, Cite: i.Cite, Answer: term.Unanswered,
		Rules: []coverage.ItemRule{}, Note: i.Note, Gap: i.Gap, File: i.File, Start: i.Start}
	for _, r := range i.Rules {
		out.Rules = append(out.Rules, coverage.ItemRule{ID: r.ID, Title: r.Title, Kind: r.Kind, Policy: r.Origin, Cite: r.Cite})
	}
	switch {
	case len(out.Rules) > 0:
		out.Answer = term.AnsweredByRules
	case out.Gap != "":
		out.Answer = term.AnsweredByGap
	}
	return out
}
