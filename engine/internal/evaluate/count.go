package evaluate

import (
	"slices"

	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/term"
)

// count fills in what counts, the tallies, the domains and what decides, from the
// truths of the indicators. A sign counts at its own level and at every level
// below, so it goes down from the highest level and only ever adds.
func (f *Findings) count(p *policy.Policy) {
	concepts := make([]logic.Truth, len(p.Concepts))
	domains := make([]logic.Truth, len(p.Domains))
	beside := firm(p, f)
	decisive := logic.False
	for level := range slices.Backward(p.Levels) {
		for n, i := range p.Indicators {
			if i.Level != level || i.Strength == term.StrengthContext {
				continue
			}
			t := f.Rules[i.Index]
			if i.Strength == term.StrengthModifies {
				t = logic.And(t, beside.other(level, i.Concept))
			}
			f.Counted[n] = t
			concepts[i.Concept] = logic.Or(concepts[i.Concept], t)
			domains[i.Domain] = logic.Or(domains[i.Domain], t)
			if i.Strength == term.StrengthDecides {
				decisive = logic.Or(decisive, t)
			}
		}
		f.Tally[level] = logic.Count(concepts)
		f.Domains[level] = logic.Count(domains)
		f.Decisive[level] = decisive
	}
}

// firmness is, by level and concept, whether a sign that decides or counts holds
// at that level or above.
type firmness [][]logic.Truth

// firm works it out.
func firm(p *policy.Policy, f *Findings) firmness {
	by := make(firmness, len(p.Levels))
	for level := range by {
		by[level] = make([]logic.Truth, len(p.Concepts))
		for _, i := range p.Indicators {
			if i.Strength.Counts() && i.Level >= level {
				by[level][i.Concept] = logic.Or(by[level][i.Concept], f.Rules[i.Index])
			}
		}
	}
	return by
}

// other is whether a firm sign of another concept holds at a level or above.
func (by firmness) other(level, concept int) logic.Truth {
	t := logic.False
	for c, firm := range by[level] {
		if c != concept {
			t = logic.Or(t, firm)
		}
	}
	return t
}
