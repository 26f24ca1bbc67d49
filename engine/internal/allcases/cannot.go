package allcases

import (
	"windscreen/engine/internal/formula"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/term"
)

// cannot rules out the cases that the vocabulary refuses.
func (c *Cases) cannot() {
	for _, refused := range c.refused() {
		for _, v := range c.Variables(refused) {
			c.Require(v, refused.Not())
		}
	}
}

// refused are the conditions under which a case is refused. Only what is stated, and what follows from that,
// contradicts anything.
func (c *Cases) refused() []formula.Ref {
	standing := func(f *vocabulary.Fact) value {
		s := &c.said[f.Index]
		v := s.value
		if f.AheadOf != nil {
			v = c.expected(f)
		}
		return c.either(s.silent, c.known(f, f.Unknown()), v)
	}
	var list []formula.Ref
	for _, of := range c.refusals() {
		list = append(list, c.condition(of.Root(), standing, nil).Is)
	}
	return list
}

// refusals are the conditions under which a case is refused.
func (c *Cases) refusals() []lang.OfFacts {
	var list []lang.OfFacts
	for _, conflict := range c.Policy.Vocabulary.Conflicts {
		if of, ok := conflict.When.(lang.OfFacts); ok && conflict.Severity == term.ConflictError {
			list = append(list, of)
		}
	}
	return list
}

// refusable are the facts of which a case that states them could be refused, and that silence could settle
// in its place.
func (c *Cases) refusable() []*vocabulary.Fact {
	var list []*vocabulary.Fact
	seen := map[*vocabulary.Fact]bool{}
	for _, of := range c.refusals() {
		of.Facts(func(f *vocabulary.Fact) {
			if !seen[f] && f.Nothing != nil && f.Presumed == nil {
				list = append(list, f)
			}
			seen[f] = true
		})
	}
	return list
}
