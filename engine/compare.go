package engine

import (
	"slices"

	"windscreen/engine/comparison"
	"windscreen/engine/recommendation"
)

// Compare evaluates a case under several policies and sets the answers side by side.
// The policies are named as for PolicyOn, each counts once; without a name they are
// all policies, whether or not in force on the case's day. A judgement recorded with
// the case is by the levels of the policy that the case names, and of no other; of a
// case that names none it is left out.
//
// The error is as for PolicyOn and Policy.Recommend.
func (e *Engine) Compare(c *Case, names ...string) (*comparison.Comparison, error) {
	if c == nil || c.engine != e {
		return nil, errForeign
	}
	if len(names) == 0 {
		names = e.root.IDs()
	}
	if own := *c.c; own.Policy == "" && own.Judgement != nil {
		own.Judgement = nil
		c = &Case{c: &own, engine: e}
	}
	var answers []*recommendation.Recommendation
	for _, name := range names {
		r, err := e.EvaluateUnder(c, name)
		if err != nil {
			return nil, err
		}
		if !slices.ContainsFunc(answers, func(o *recommendation.Recommendation) bool { return o.Policy == r.Policy }) {
			answers = append(answers, r)
		}
	}
	return comparison.Of(c.c.Policy, answers), nil
}
