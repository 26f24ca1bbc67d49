package engine

import (
	"windscreen/engine/internal/catalogue"
	"windscreen/engine/recommendation"
)

// Policy is one edition of one partnership's threshold document, ready to run. It
// is immutable and safe for concurrent use.
type Policy struct {
	engine *Engine
	unit   *catalogue.Policy
}

// PolicyInfo is what is known of a policy beside its rules.
type PolicyInfo struct {
	// ID is the id by which a case names the policy.
	ID string `json:"id"`
	// Title is the title of the document.
	Title string `json:"title"`
	// Publisher is who published the document.
	Publisher string `json:"publisher"`
	// Edition is the edition of the document.
	Edition string `json:"edition"`
	// InForceFrom and InForceTo are the first and last day on which the edition is in force;
	// zero if there is none.
	InForceFrom recommendation.Day `json:"in_force_from"`
	InForceTo   recommendation.Day `json:"in_force_to"`
	// Council is the council that a case may name as its policy instead of ID, for the edition in force on its
	// date.
	Council string `json:"council"`
	// Levels are the policy's levels, lowest first.
	Levels []recommendation.Rung `json:"levels"`
	// Rules is the number of rules, and Clauses the number of clauses in the registers, both
	// including those of the policies that it builds on.
	Rules   int `json:"rules"`
	Clauses int `json:"clauses"`
}

// PolicyList is a list of policies for programs, each described.
type PolicyList struct {
	// Format is the version of this structure; it grows when a key changes meaning.
	Format int `json:"format"`
	// Policies are in order of id.
	Policies []PolicyInfo `json:"policies"`
}

// PoliciesFormat is the Format that this version of the engine writes.
const PoliciesFormat = 1

// ID is the id of the policy; empty for the zero Policy.
func (p *Policy) ID() string {
	if p.usable() != nil {
		return ""
	}
	return p.unit.Policy.ID
}

// Info describes the policy. The caller may change what it returns.
func (p *Policy) Info() PolicyInfo {
	if p.usable() != nil {
		return PolicyInfo{}
	}
	of := p.unit.Policy
	d := PolicyInfo{ID: of.ID, Title: of.Title, Publisher: of.Publisher, Edition: of.Edition, Council: of.Council,
		InForceFrom: recommendation.DayOf(of.From), InForceTo: recommendation.DayOf(of.To), Rules: len(of.Rules), Clauses: len(of.Clauses)}
	for _, l := range of.Levels {
		d.Levels = append(d.Levels, recommendation.Rung{Level: l.Number, Name: l.Name})
	}
	return d
}
