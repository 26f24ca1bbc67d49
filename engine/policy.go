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
	// Council is the name under which a case may ask for whichever edition is in force on
	// its day.
	Council string
	// InForceFrom and InForceTo are the first and last day of the edition's life, as the
	// start of that day in London; zero where there is none.
	InForceFrom, InForceTo time.Time
	// Levels are the policy's levels, lowest first.
	Levels []recommendation.Rung
	// Rules is how many rules it has, and Clauses how many clauses its registers hold,
	// those of what it builds on included.
	Rules, Clauses int
}

// MarshalJSON writes the description with its days as YYYY-MM-DD, empty where there is none.
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

// Info describes the policy; it is the caller's to change.
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
