package engine

import (
	"context"
	"slices"

	"windscreen/engine/comparison"
	"windscreen/engine/internal/catalogue"
	"windscreen/engine/recommendation"
)

// Compare evaluates a case under several policies and sets the answers side by side. Names
// are as for Under, and each policy counts once. Without names it takes all policies,
// whether or not they were in force on the case's date. It prepares policies one at a time.
// A judgement recorded in the case uses the levels of the policy that the case names, and no
// others. If the case names none, the judgement is left out.
//
// The error is as for Evaluate, or that of the context.
func (e *Engine) Compare(ctx context.Context, c *Case, names ...string) (*comparison.Comparison, error) {
	if err := e.takes(c); err != nil {
		return nil, err
	}
	if err := e.within(ctx); err != nil {
		return nil, err
	}
	councils, ids := map[string]string{}, e.catalogue.IDs()
	if len(names) > 0 {
		ids = nil
		for _, name := range names {
			choice, faults := e.catalogue.Choose(name, c.c.AsOf, c.c.Whole())
			if err := faults.Err(); err != nil {
				return nil, err
			}
			if !slices.Contains(ids, choice.ID) {
				ids, councils[choice.ID] = append(ids, choice.ID), choice.Council
			}
		}
	}
	if own := *c.c; own.Policy == "" && own.Judgement != nil {
		own.Judgement = nil
		c = &Case{c: &own, catalogue: c.catalogue}
	}
	var answers []*recommendation.Recommendation
	err := e.catalogue.Each(ctx, ids, func(unit *catalogue.Policy) error {
		r, err := explain(unit, c, councils[unit.Policy.ID], request{})
		answers = append(answers, r)
		return err
	})
	if err != nil {
		return nil, err
	}
	return comparison.Of(c.c.Policy, answers), nil
}
