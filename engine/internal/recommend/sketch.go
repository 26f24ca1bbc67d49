package recommend

import (
	"errors"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/recommendation"
)

// Parts are some parts of a recommendation.
type Parts uint8

// The parts.
const (
	// PartConsent is the consent position.
	PartConsent Parts = 1 << iota
	// PartActions are the escalations, the pathway and the services.
	PartActions
	// PartFindings are the level, the grounds, the indicators and the cautions.
	PartFindings
	// PartQuestions are the questions.
	PartQuestions
)

// Sketch makes some parts of the recommendation, as Recommend makes them, and leaves out the
// others. It takes a fraction of the time.
func (m *Maker) Sketch(c *casefile.Case, parts Parts) (*recommendation.Recommendation, error) {
	b, err := m.builder(c, Options{})
	if err != nil {
		return nil, err
	}
	defer b.end()
	r := &recommendation.Recommendation{}
	if parts&PartFindings != 0 {
		r.Level = b.level()
		r.Grounds, r.Indicators, r.Cautions = b.grounds(), b.indicators(r.Level.Criterion), b.cautions()
	}
	if parts&PartConsent != 0 {
		r.Consent = b.consent()
		b.err = errors.Join(b.err, b.checkLines(r.Consent))
	}
	if parts&PartActions != 0 {
		r.Escalations, r.Pathway, r.Services = b.escalations(), b.pathway(), b.services()
	}
	if parts&PartQuestions != 0 {
		r.Questions = b.questions()
	}
	return r, b.err
}
