package engine

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/recommendation"
)

// PolicyOn returns the policy that a name asks for on a day: the policy with that
// id, whatever its days, or else the edition of the family with that name that was
// in force on the London day of the moment. The error is a *diagnostic.Failure.
func (e *Engine) PolicyOn(name string, at time.Time) (*Policy, error) {
	p, _, list := e.choose(name, at, diagnostic.Diagnostic{})
	return p, list.Err()
}

// EvaluateUnder gives the explained recommendation for a case under the policy that
// PolicyOn finds by this name on the case's day, whichever the case itself names.
// The error is as for PolicyOn and Policy.Recommend.
func (e *Engine) EvaluateUnder(c *Case, name string, options ...Option) (*recommendation.Recommendation, error) {
	if c == nil || c.engine != e {
		return nil, errForeign
	}
	p, family, list := e.choose(name, c.c.AsOf, diagnostic.Diagnostic{File: c.c.Name, Private: true})
	if err := list.Err(); err != nil {
		return nil, err
	}
	return p.recommend(c, family, options)
}

// choose finds the policy that a name asks for, and the family where the name is
// that of one. What is wrong is said at a place.
func (e *Engine) choose(name string, asOf time.Time, at diagnostic.Diagnostic) (p *Policy, family string, faults diagnostic.List) {
	if p := e.policy(name); p != nil {
		return p, "", nil
	}
	day := e.day(asOf)
	editions := e.editions(name)
	for _, p := range editions {
		if p.inForce(day) {
			return p, name, nil
		}
	}
	if len(editions) == 0 {
		return nil, "", diagnostic.List{e.noPolicy(name, at)}
	}
	var lives []string
	for _, p := range editions {
		lives = append(lives, p.ID+" "+p.life())
	}
	at.Severity, at.Code = diagnostic.Error, diagnostic.NotInForce
	at.Message = fmt.Sprintf("no edition of %s was in force on %s", name, day)
	at.Remedy = "check as_of, or name an edition: " + strings.Join(lives, "; ")
	return nil, "", diagnostic.List{at}
}

// editions are the policies of a family, the earliest first.
func (e *Engine) editions(family string) []*Policy {
	var out []*Policy
	for _, p := range e.policies {
		if family != "" && p.Family == family {
			out = append(out, p)
		}
	}
	slices.SortStableFunc(out, func(a, b *Policy) int { return strings.Compare(a.InForceFrom, b.InForceFrom) })
	return out
}

// edition is the id of the edition that choose finds.
func (e *Engine) edition(family string, asOf time.Time, at diagnostic.Diagnostic) (string, diagnostic.List) {
	p, _, faults := e.choose(family, asOf, at)
	if p == nil {
		return "", faults
	}
	return p.ID, nil
}

// families are the names of the families, in order.
func (e *Engine) families() []string {
	var names []string
	for _, p := range e.root.Policies {
		if p.Family != "" && !slices.Contains(names, p.Family) {
			names = append(names, p.Family)
		}
	}
	slices.Sort(names)
	return names
}

// names are what a case may write after policy: ids, and then families.
func (e *Engine) names() []string { return append(e.root.IDs(), e.families()...) }

// settle finds the policy that a case names, and gives its warnings. It is part of
// reading the case.
func (e *Engine) settle(c *casefile.Case) (warnings, faults diagnostic.List) {
	if c.Policy == "" {
		return nil, nil
	}
	p, family, faults := e.choose(c.Policy, c.AsOf, c.PolicyAt)
	if p == nil {
		return nil, faults
	}
	c.Policy, c.Family = p.ID, family
	day := e.day(c.AsOf)
	if p.inForce(day) {
		return nil, nil
	}
	d := c.PolicyAt
	d.Severity, d.Code, d.Remedy = diagnostic.Warning, diagnostic.NotInForce, "check as_of"
	d.Message = fmt.Sprintf("%s was not in force on %s: it ran %s", p.ID, day, p.life())
	if other, _, _ := e.choose(p.Family, c.AsOf, d); other != nil && p.Family != "" {
		d.Remedy = fmt.Sprintf("check as_of, or write policy: %s for the edition of that day, %s", p.Family, other.ID)
	}
	return diagnostic.List{d}, nil
}

// day is the London day of a moment, as YYYY-MM-DD.
func (e *Engine) day(at time.Time) string { return at.In(e.root.London).Format(time.DateOnly) }

// inForce reports whether a policy was in force on a day.
func (p *PolicyInfo) inForce(day string) bool {
	return (p.InForceFrom == "" || day >= p.InForceFrom) && (p.InForceTo == "" || day <= p.InForceTo)
}

// life is the days of an edition's life in words.
func (p *PolicyInfo) life() string {
	switch {
	case p.InForceTo == "":
		return "from " + p.InForceFrom
	case p.InForceFrom == "":
		return "to " + p.InForceTo
	default:
		return "from " + p.InForceFrom + " to " + p.InForceTo
	}
}
