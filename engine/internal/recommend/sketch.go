package recommend

import (
	"errors"
	"slices"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/recommendation"
)

// Parts are some parts of a recommendation.
type Parts uint8

// The parts.
const (
	// PartAnswers are the single answers of the consent position, and the lines of it that hold.
	PartAnswers Parts = 1 << iota
	// PartConsent is the consent position: also what its answers could yet be.
	PartConsent
	// PartActions are the escalations, the pathway and the services.
	PartActions
	// PartFindings are the level, the grounds, the indicators and the cautions.
	PartFindings
	// PartAsked are the questions about some facts and domains, in no order, and PartQuestions are all in theirs.
	PartAsked
	PartQuestions
)

// Sketch makes some parts of the recommendation and leaves out the others. Of a rule they have only which it is and what it
// cites, and beside it only what a scenario can expect: a state, a value, a contact, a deadline. What explains and words them is
// left out: of the consent position and the actions it is most of the work, of the questions the smaller part. PartAsked makes
// the questions about the facts and domains that about names.
func (m *Maker) Sketch(c *casefile.Case, parts Parts, about ...string) (*recommendation.Recommendation, error) {
	b, err := m.builder(c, Options{})
	if err != nil {
		return nil, err
	}
	defer b.end()
	b.sketch = parts
	if parts&PartAsked != 0 && parts&PartQuestions == 0 {
		b.wanted = b.asksAbout(about)
	}
	r := &recommendation.Recommendation{}
	if parts&PartFindings != 0 {
		r.Level.Cite = b.recommended().Cite
		r.Grounds, r.Indicators, r.Cautions = b.grounds(), b.indicators(r.Level.Criterion), b.cautions()
	}
	if parts&(PartAnswers|PartConsent) != 0 {
		r.Consent = b.consent()
		b.err = errors.Join(b.err, b.checkLines(r.Consent))
	}
	if parts&PartActions != 0 {
		r.Escalations, r.Pathway, r.Services = b.escalations(), b.pathway(), b.services()
	}
	if parts&(PartAsked|PartQuestions) != 0 {
		r.Questions = b.questions()
	}
	return r, b.err
}

// explains is whether the answer says why something is so, and what it waits on.
func (b *builder) explains() bool { return b.sketch == 0 }

// ranks is whether questions are put in order.
func (b *builder) ranks() bool { return b.explains() || b.sketch&PartQuestions != 0 }

// asksAbout are the facts that have to be looked at to tell which questions about some facts and domains are asked.
// A scenario names a few of some 400, so many rules need not be looked at.
func (b *builder) asksAbout(names []string) factSet {
	v, out := b.policy.Vocabulary, b.newSet()
	for _, f := range v.Facts {
		if slices.Contains(names, f.Path) || slices.Contains(names, f.Domain) {
			out.add(f)
		}
	}
	return out
}

// wants is whether questions about any of some facts are wanted.
func (b *builder) wants(facts factSet) bool { return b.wanted == nil || b.wanted.meets(facts) }
