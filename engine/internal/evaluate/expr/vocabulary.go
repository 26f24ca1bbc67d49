package expr

import (
	"fmt"

	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/vocabulary"
)

// ofVocabulary compiles the conditions of the vocabulary.
func (p *programs) ofVocabulary() error {
	voc := p.policy.Vocabulary
	for _, f := range voc.Facts {
		if err := p.ofFacts("applies of "+f.Path, f.Applies); err != nil {
			return err
		}
		if err := p.ofFacts("what is asked before "+f.Path, f.AnswersFirst); err != nil {
			return err
		}
		for _, t := range f.ThenAsk {
			if err := p.ofFacts(fmt.Sprintf("where %s leads to %s", f.Path, t.Fact.Path), t.When); err != nil {
				return err
			}
		}
	}
	for _, c := range voc.Conflicts {
		if err := p.ofFacts(fmt.Sprintf("%s:%d: what cannot be true", c.File, c.Line), c.When); err != nil {
			return err
		}
	}
	return nil
}

// ofFacts compiles one; of is nil where there is none.
func (p *programs) ofFacts(what string, of vocabulary.Condition) error {
	if of == nil {
		return nil
	}
	r, ok := of.(rooted)
	if !ok {
		return fmt.Errorf("%s: it has no tree", what)
	}
	c, err := p.condition(r.Root())
	if err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	p.vocabulary = append(p.vocabulary, vocabularyCondition{condition: *c, what: what, of: of})
	return nil
}

// CheckVocabulary runs the conditions of the vocabulary on the case, and calls differ for each
// that does not come to what its own reader says.
func (s *session) CheckVocabulary(differ func(what string, of vocabulary.Condition, theirs, own logic.Truth)) error {
	for i := range s.vocabulary {
		c := &s.vocabulary[i]
		own, err := s.run(&c.condition)
		if err != nil {
			return fmt.Errorf("%s: %w", c.what, err)
		}
		if theirs := c.of.Truth(s.values, s.asOf); theirs != own {
			differ(c.what, c.of, theirs, own)
		}
	}
	return nil
}
