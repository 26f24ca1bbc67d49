package engine

import (
	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/recommend"
	"windscreen/engine/recommendation"
)

// Evaluate gives the explained recommendation for a case, under the policy that the case
// names or the council's edition in force on its date. Under chooses another. A judgement
// recorded in the case uses the levels of the policy that the case names. Under any other
// policy it is left out.
//
// The error is a *diagnostic.Failure if no policy is named, if there is none of that name or
// none in force, if the policy has faults, or if the case records a judgement of a level
// that the policy does not have. Any other error is misuse, or a fault of the engine.
func (e *Engine) Evaluate(c *Case, options ...Option) (*recommendation.Recommendation, error) {
	if err := e.takes(c); err != nil {
		return nil, err
	}
	q, err := requestOf(options)
	if err != nil {
		return nil, err
	}
	name, council := c.c.Policy, c.c.Council
	if q.under != nil {
		choice, faults := e.catalogue.Choose(*q.under, c.c.AsOf, c.c.Whole())
		if err := faults.Err(); err != nil {
			return nil, err
		}
		name, council = choice.ID, choice.Council
	}
	if name == "" {
		d := c.c.Whole()
		d.Severity, d.Code = diagnostic.Error, diagnostic.UnknownPolicy
		d.Message, d.Remedy = "the case names no policy", "write policy: in the case; "+e.catalogue.Listed()
		return nil, diagnostic.List{d}.Err()
	}
	unit, err := e.catalogue.Policy(name)
	if err != nil {
		return nil, err
	}
	return explain(unit, c, council, q)
}

// explain gives the recommendation under one policy. Council is set where the edition was
// chosen by date.
func explain(unit *catalogue.Policy, c *Case, council string, q request) (*recommendation.Recommendation, error) {
	own, faults := recommend.Own(unit.Policy, c.c)
	if err := faults.Err(); err != nil {
		return nil, err
	}
	if council != "" {
		chosen := *own
		chosen.Policy, chosen.Council = unit.Policy.ID, council
		own = &chosen
	}
	return unit.Maker.RecommendWith(own, q.Options)
}
