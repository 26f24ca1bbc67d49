package engine

import (
	"encoding/json"
	"time"

	"windscreen/engine/internal/catalogue"
	"windscreen/engine/recommendation"
)

// Policy is one edition of one partnership's threshold document, ready to run. It
// is immutable and safe for concurrent use.
type Policy struct {
	engine *Engine
	unit   *catalogue.Policy
}

// PolicyInfo describes a policy.
type PolicyInfo struct {
	ID        string
	Title     string
	Publisher string
	Edition   string
	// Council is the council that a case may name instead, for the edition in force on its
	// date.
	Council string
	// InForceFrom and InForceTo are the first and last day on which the edition is in force,
	// each as the start of that day in London; zero if there is none.
	InForceFrom, InForceTo time.Time
	// Levels are the policy's levels, lowest first.
	Levels []recommendation.Rung
	// Rules is the number of rules, and Clauses the number of clauses in the registers, both
	// including those of the policies that it builds on.
	Rules, Clauses int
}

// MarshalJSON writes the description with its days as YYYY-MM-DD, or empty if there is none.
func (d PolicyInfo) MarshalJSON() ([]byte, error) {
	day := func(t time.Time) string {
		if t.IsZero() {
			return ""
		}
		return t.Format(time.DateOnly)
	}
	return json.Marshal(struct {
		ID          string                `json:"id"`
		Title       string                `json:"title"`
		Publisher   string                `json:"publisher"`
		Edition     string                `json:"edition"`
		InForceFrom string                `json:"in_force_from"`
		InForceTo   string                `json:"in_force_to"`
		Council     string                `json:"council"`
		Levels      []recommendation.Rung `json:"levels"`
		Rules       int                   `json:"rules"`
		Clauses     int                   `json:"clauses"`
	}{d.ID, d.Title, d.Publisher, d.Edition, day(d.InForceFrom), day(d.InForceTo), d.Council, d.Levels, d.Rules, d.Clauses})
}

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
		InForceFrom: p.day(of.From), InForceTo: p.day(of.To), Rules: len(of.Rules), Clauses: len(of.Clauses)}
	for _, l := range of.Levels {
		d.Levels = append(d.Levels, recommendation.Rung{Level: l.Number, Name: l.Name})
	}
	return d
}

// day is the start of a day in London; linking has seen to it that it is a date or empty.
func (p *Policy) day(text string) time.Time {
	day, err := time.ParseInLocation(time.DateOnly, text, p.engine.catalogue.London())
	if err != nil {
		return time.Time{}
	}
	return day
}
