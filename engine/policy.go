package engine

import (
	"errors"
	"fmt"
	"slices"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/recommend"
	"windscreen/engine/recommendation"
)

// errForeign is misuse: facts are numbered by the vocabulary of one engine.
var errForeign = errors.New("the case was not read by this engine")

// Policy is one edition of one partnership's threshold document, ready to run. It
// is immutable and safe for concurrent use.
type Policy struct {
	PolicyInfo
	engine *Engine
	maker  *recommend.Maker
}

// PolicyInfo describes a policy.
type PolicyInfo struct {
	ID        string `json:"id"`
	Title     string `json:"title"`
	Publisher string `json:"publisher"`
	Edition   string `json:"edition"`
	// InForceFrom and InForceTo are days as YYYY-MM-DD; InForceTo is empty while the
	// edition is in force.
	InForceFrom string `json:"in_force_from"`
	InForceTo   string `json:"in_force_to"`
	// Family is the name that the editions of one document share, under which a case may
	// ask for whichever is in force on its day; empty where there is none.
	Family string `json:"family"`
	// Levels are the policy's levels, lowest first.
	Levels []recommendation.Rung `json:"levels"`
	// Rules is how many rules it has, and Clauses how many clauses its registers hold,
	// those of what it builds on included.
	Rules   int `json:"rules"`
	Clauses int `json:"clauses"`
}

// info describes a policy.
func info(p *policy.Policy) PolicyInfo {
	d := PolicyInfo{ID: p.ID, Title: p.Title, Publisher: p.Publisher, Edition: p.Edition, InForceFrom: p.From, InForceTo: p.To,
		Family: p.Family, Rules: len(p.Rules), Clauses: len(p.Clauses)}
	for _, l := range p.Levels {
		d.Levels = append(d.Levels, recommendation.Rung{Level: l.Number, Name: l.Name})
	}
	return d
}

// Recommend gives the explained recommendation for a case under this policy,
// whichever policy the case names. A judgement recorded with the case is by the
// levels of the policy that the case names, and is left out under any other.
//
// The error is a *diagnostic.Failure where the case records a judgement of a level
// that the policy does not have; any other error is misuse or a fault of the
// engine.
func (p *Policy) Recommend(c *Case, options ...Option) (*recommendation.Recommendation, error) {
	return p.recommend(c, "", options)
}

// recommend does that; family is set where this edition was asked for by the name of
// its family rather than by the case.
func (p *Policy) recommend(c *Case, family string, options []Option) (*recommendation.Recommendation, error) {
	if c == nil || c.engine != p.engine {
		return nil, errForeign
	}
	own, err := p.under(c.c)
	if err != nil {
		return nil, err
	}
	if family != "" {
		chosen := *own
		chosen.Policy, chosen.Family = p.ID, family
		own = &chosen
	}
	return p.maker.RecommendWith(own, optionsOf(options))
}

// under is the case as this policy sees it.
func (p *Policy) under(c *casefile.Case) (*casefile.Case, error) {
	j := c.Judgement
	if j == nil {
		return c, nil
	}
	if c.Policy != "" && c.Policy != p.ID {
		other := *c
		other.Judgement = nil
		return &other, nil
	}
	levels := p.maker.Policy.Levels
	if slices.ContainsFunc(levels, func(l *policy.Level) bool { return l.Number == j.Level }) {
		return c, nil
	}
	d := c.JudgementAt
	d.Code, d.Severity = diagnostic.OffScale, diagnostic.Error
	d.Message = fmt.Sprintf("%s has no level %d", p.ID, j.Level)
	d.Remedy = fmt.Sprintf("its levels run from %d to %d", levels[0].Number, levels[len(levels)-1].Number)
	return nil, diagnostic.List{d}.Err()
}
