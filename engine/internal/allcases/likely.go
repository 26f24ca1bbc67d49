package allcases

import (
	"slices"

	"windscreen/engine/internal/formula"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/term"
)

// likely is something that holds of a case that says nothing unlikely, and the facts that it is about.
type likely struct {
	formula.Ref
	facts []*vocabulary.Fact
}

// likelihood works out what holds of a case that says nothing unlikely. A question is first asked of such cases: a
// baby that plays truant would answer many, and help nobody.
func (c *Cases) likelihood() {
	for _, f := range c.facts() {
		said := &c.said[f.Index]
		parts := []formula.Ref{said.unknown.Not(), said.alleged.Not(), said.silent.Not()}
		if f.Dated() {
			parts = append(parts, c.Implies(said.some, said.exact))
		}
		if f.Applies != nil {
			parts = append(parts, c.Implies(said.some, c.ofFacts(f.Applies).May))
		}
		c.likely = append(c.likely, likely{c.And(parts...), []*vocabulary.Fact{f}})
	}
	for _, conflict := range c.Policy.Vocabulary.Conflicts {
		of, ok := conflict.When.(lang.OfFacts)
		if !ok || conflict.Severity != term.ConflictNote {
			continue
		}
		says := c.condition(of.Root(), func(f *vocabulary.Fact) value { return c.said[f.Index].value }, nil)
		var facts []*vocabulary.Fact
		of.Facts(func(f *vocabulary.Fact) {
			if !slices.Contains(facts, f) {
				facts = append(facts, f)
			}
		})
		c.likely = append(c.likely, likely{says.Is.Not(), facts})
	}
}
