package engine

import (
	"context"
	"slices"

	"windscreen/engine/comparison"
	"windscreen/engine/family"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/catalogue"
	"windscreen/engine/recommendation"
)

// Compare evaluates a case about one child under several policies and sets the answers side by
// side. Names are as for Under, and each policy counts once. Without names it takes all
// policies, whether or not they were in force on the case's date. It prepares policies one at a
// time. A judgement recorded in the case uses the levels of the policy that the case names, and
// no others. If the case names none, the judgement is left out.
//
// The error is as for Evaluate, or that of the context.
func (e *Engine) Compare(ctx context.Context, c *Case, names ...string) (*comparison.Comparison, error) {
	if err := e.takes(c); err != nil {
		return nil, err
	}
	if _, err := c.child(nil); err != nil {
		return nil, err
	}
	children, err := e.CompareFamily(ctx, c, names...)
	if err != nil {
		return nil, err
	}
	return children[0].Comparison, nil
}

// CompareFamily is Compare for each child of a case, in the order of the case. A case about one
// child gives one, whose label is empty.
func (e *Engine) CompareFamily(ctx context.Context, c *Case, names ...string) ([]comparison.Child, error) {
	return e.compare(ctx, c, names, nil)
}

// CompareAnswers is CompareFamily with the whole answers that it compares: one for each policy, in the order of the sides of
// the comparison.
func (e *Engine) CompareAnswers(ctx context.Context, c *Case, names ...string) ([]comparison.Child, []*family.Answer, error) {
	var answers []*family.Answer
	children, err := e.compare(ctx, c, names, func(a *family.Answer) { answers = append(answers, a) })
	if err != nil {
		return nil, nil, err
	}
	return children, answers, nil
}

// compare compares the answers of policies, and passes on each, if somebody wants it.
func (e *Engine) compare(ctx context.Context, c *Case, names []string, keep func(*family.Answer)) ([]comparison.Child, error) {
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
	c = c.unjudged()
	labels := []string{""}
	if c.children != nil {
		labels = c.Children()
	}
	answers := make([][]*recommendation.Recommendation, len(labels)) // by child
	err := e.catalogue.Each(ctx, ids, func(unit *catalogue.Policy) error {
		own, err := e.owned(unit, c, councils[unit.Policy.ID])
		if err != nil {
			return err
		}
		var children []family.Child
		for i, of := range own {
			r, err := unit.Maker.Recommend(of)
			if err != nil {
				return err
			}
			answers[i] = append(answers[i], r)
			if keep != nil {
				children = append(children, family.Child{Child: of.Child, Otherwise: unit.Maker.Otherwise(of), Recommendation: r})
			}
		}
		if keep != nil {
			keep(family.Together(children))
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	var out []comparison.Child
	for i, label := range labels {
		out = append(out, comparison.Child{Child: label, OneOf: len(labels), Comparison: comparison.Of(c.c.Policy, answers[i])})
	}
	return out, nil
}

// unjudged is the case without its judgements if it names no policy: nobody can tell by whose
// levels they are.
func (c *Case) unjudged() *Case {
	if c.c.Policy != "" {
		return c
	}
	without := func(of *casefile.Case) *casefile.Case {
		own := *of
		own.Judgement = nil
		return &own
	}
	out := *c
	out.c, out.children = without(c.c), nil
	for _, child := range c.children {
		out.children = append(out.children, casefile.Child{Label: child.Label, Case: without(child.Case)})
	}
	return &out
}
