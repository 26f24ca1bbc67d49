package expr

import (
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/term"
)

// counted is what follows from which rules hold, where that is known of each.
type counted struct {
	// signs are, by indicator, whether it counts; grounds are by statute; the rest by level.
	signs, grounds, decisive []bool
	tally, domains           []int64
}

// count counts the rules that hold. A sign counts at its own level and at every level below.
func (e *Evaluator) count(holds func(*policy.Rule) bool) counted {
	p := e.policy
	c := counted{signs: make([]bool, len(p.Indicators)), grounds: make([]bool, len(p.Statutes)), decisive: make([]bool, len(p.Levels)),
		tally: make([]int64, len(p.Levels)), domains: make([]int64, len(p.Levels))}
	for i, sign := range p.Indicators {
		if !holds(sign.Rule) {
			continue
		}
		c.signs[i] = e.counts(sign, holds)
		if sign.Ground >= 0 {
			c.grounds[sign.Ground] = true
		}
	}
	for _, g := range p.Grounds {
		if holds(g.Rule) {
			c.grounds[g.Statute] = true
		}
	}
	for level := range p.Levels {
		concepts, domains := make([]bool, len(p.Concepts)), make([]bool, len(p.Domains))
		for i, sign := range p.Indicators {
			if !c.signs[i] || sign.Level < level {
				continue
			}
			if sign.Strength == term.StrengthDecides {
				c.decisive[level] = true
			}
			concepts[sign.Concept], domains[sign.Domain] = true, true
		}
		c.tally[level], c.domains[level] = howManyOf(concepts), howManyOf(domains)
	}
	return c
}

// counts reports whether a sign that holds counts: one that only modifies needs a sign of
// something else beside it, at its level or above, that decides or counts by itself.
func (e *Evaluator) counts(sign *policy.Indicator, holds func(*policy.Rule) bool) bool {
	switch sign.Strength {
	case term.StrengthDecides, term.StrengthCounts:
		return true
	case term.StrengthContext:
		return false
	case term.StrengthModifies:
	}
	for _, other := range e.policy.Indicators {
		byItself := other.Strength == term.StrengthDecides || other.Strength == term.StrengthCounts
		if byItself && other.Level >= sign.Level && other.Concept != sign.Concept && holds(other.Rule) {
			return true
		}
	}
	return false
}

func howManyOf(list []bool) int64 {
	var n int64
	for _, b := range list {
		if b {
			n++
		}
	}
	return n
}

// findings fills in what follows from the truths of indicators and grounds. More rules that
// hold never make less of anything counted, so it is certain by the rules that certainly hold,
// and possible by those that may.
func (e *Evaluator) findings(f *evaluate.Findings) {
	certain := e.count(func(r *policy.Rule) bool { return f.Rules[r.Index] == logic.True })
	possible := e.count(func(r *policy.Rule) bool { return f.Rules[r.Index] != logic.False })
	for i := range f.Counted {
		f.Counted[i] = between(certain.signs[i], possible.signs[i])
	}
	for i := range f.Grounds {
		f.Grounds[i] = between(certain.grounds[i], possible.grounds[i])
	}
	for i := range f.Decisive {
		f.Decisive[i] = between(certain.decisive[i], possible.decisive[i])
		f.Tally[i] = logic.Range{Lo: certain.tally[i], Hi: possible.tally[i]}
		f.Domains[i] = logic.Range{Lo: certain.domains[i], Hi: possible.domains[i]}
	}
}

// between is the truth of what certainly holds, or may.
func between(certain, possible bool) logic.Truth {
	switch {
	case certain:
		return logic.True
	case possible:
		return logic.Unknown
	default:
		return logic.False
	}
}

// level is the level's range: from the highest level whose criterion certainly holds to the
// highest whose criterion may. The lowest level needs none.
func (e *Evaluator) level(f *evaluate.Findings) {
	lowest := int64(e.policy.Levels[0].Number)
	f.Level = logic.Range{Lo: lowest, Hi: lowest}
	for _, l := range e.policy.Levels {
		n, t := int64(l.Number), f.Rules[l.Index]
		if t == logic.True && n > f.Level.Lo {
			f.Level.Lo = n
		}
		if t != logic.False && n > f.Level.Hi {
			f.Level.Hi = n
		}
	}
}
