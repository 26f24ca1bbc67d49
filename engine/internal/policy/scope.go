package policy

import "windscreen/engine/internal/lang"

// Scope is what the names in conditions of the policy mean. A condition that is bound by it may
// read everything: that each rule reads only what was settled before it was checked when the
// policy was linked.
func (p *Policy) Scope() *lang.Scope {
	s := &lang.Scope{
		Vocabulary: p.Vocabulary, Parameters: p.Parameters, Conditions: make(map[string]*lang.NamedCondition, len(p.Conditions)),
		Stratum: lang.WithJudgement, NeverASign: true,
	}
	for _, c := range p.Conditions {
		s.Conditions[c.Name] = c
	}
	for _, b := range p.Statutes {
		s.Grounds = append(s.Grounds, b.Name)
	}
	for _, l := range p.Levels {
		s.Levels = append(s.Levels, l.Number)
	}
	return s
}
