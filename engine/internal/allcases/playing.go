package allcases

import (
	"slices"

	"windscreen/engine/internal/formula"
	"windscreen/engine/internal/sat"
	"windscreen/engine/internal/vocabulary"
)

// inPlay collects the facts that play a part, and what makes a case of them likely.
func (s *search) inPlay() {
	in, judged := s.playing(s.clauses.Variables())
	if s.old != nil {
		more, too := s.old.playing(s.clauses.Variables())
		s.old.together(in, more)
		s.stated, judged = s.old.onlyTheirs(more), judged || too
		s.plain = append(s.plain, s.old.plain(s.clauses, more)...)
	}
	for _, f := range s.facts() {
		if in[f.Index] {
			s.stated = append(s.stated, s.Cases.stated(f))
		}
	}
	s.plain = append(s.plain, s.Cases.plain(s.clauses, in)...)
	if judged {
		s.stated = append(s.stated, s.Or(s.judged...))
	}
	for _, r := range s.stated {
		s.clauses.Literal(r)
	}
}

// playing are, by Fact.Index, the facts that some variables are about, and whether one is about the judgement.
func (c *Cases) playing(variables []formula.Ref) (in []bool, judged bool) {
	in = make([]bool, len(c.facts()))
	for _, r := range variables {
		v, ok := c.variables[r]
		if !ok {
			continue
		}
		judged = judged || v.about == judgedAt
		if v.fact != nil {
			in[v.fact.Index] = true
		}
		if v.about == certainly || v.about == impossible {
			c.spans[v.at].node.Facts(func(f *vocabulary.Fact) { in[f.Index] = true })
		}
	}
	return in, judged
}

// plain is what holds of a case that says nothing unlikely of the facts that play a part.
func (c *Cases) plain(clauses *formula.Clauses, in []bool) []sat.Lit {
	var list []sat.Lit
	for _, l := range c.likely {
		if !slices.ContainsFunc(l.facts, func(f *vocabulary.Fact) bool { return !in[f.Index] }) {
			list = append(list, clauses.Literal(l.Ref))
		}
	}
	return list
}
