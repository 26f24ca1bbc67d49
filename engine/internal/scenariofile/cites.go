package scenariofile

import (
	"fmt"
	"slices"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/shape"
	"windscreen/engine/scenario"
)

// cites reads the clauses that the answer is expected to rest on.
func (e *expecting) cites(x Cites) {
	for _, t := range x.Hold {
		if rules := e.clauseExpected(t, "cites.hold", logic.True); rules != nil {
			e.check("cites.hold", t.Node, func(a *answer) *scenario.Failure {
				if slices.ContainsFunc(rules, a.speaks) {
					return nil
				}
				return a.failure(t.Value+" is cited", "nothing that holds cites it", rules...)
			})
		}
	}
	for _, t := range x.Not {
		if rules := e.clauseExpected(t, "cites.not", logic.False); rules != nil {
			e.check("cites.not", t.Node, func(a *answer) *scenario.Failure {
				if citing := slices.DeleteFunc(slices.Clone(rules), func(r *policy.Rule) bool { return !a.speaks(r) }); len(citing) > 0 {
					return a.failure(t.Value+" is not cited", "it is, by what holds", citing...)
				}
				return nil
			})
		}
	}
}

// clauseExpected returns the rules that cite a clause, or nil and a fault where
// the expectation makes no sense.
func (e *expecting) clauseExpected(t shape.Text, list string, want logic.Truth) []*policy.Rule {
	rules := e.citing(t)
	always := slices.ContainsFunc(rules, alwaysSpeaks)
	e.specific = e.specific || !always || want != logic.True
	switch {
	case len(rules) == 0 || !e.claim("clause "+t.Value, list, want, t):
		return nil
	case always && want != logic.True:
		e.fault(t.Node, diagnostic.Conflict, fmt.Sprintf("a rule without a condition cites %s, so that every answer does", t.Value), "take it out")
		return nil
	}
	return rules
}

// citing are the rules that cite a clause, as their own or for a deadline; a fault
// where there are none, since then nothing could come of it.
func (e *expecting) citing(t shape.Text) []*policy.Rule {
	if !e.registered(t) {
		return nil
	}
	var rules []*policy.Rule
	var cited []string
	for _, r := range e.policy.Rules {
		cites := slices.Clone(r.Cite)
		for _, x := range e.policy.Escalations {
			if x.Rule == r {
				cites = append(cites, dueClauses(x)...)
			}
		}
		if slices.Contains(cites, t.Value) {
			rules = append(rules, r)
		}
		cited = append(cited, cites...)
	}
	if len(rules) == 0 {
		e.clause(t, fmt.Sprintf("no rule of %s cites the clause %s", e.policy.ID, t.Value), cited)
	}
	return rules
}

// alwaysSpeaks reports whether a rule has a say in every answer. One without a
// condition has not where another may take its place: a level, or a line of the
// consent position.
func alwaysSpeaks(r *policy.Rule) bool {
	return r.Always && r.Kind != policy.KindLevel && r.Kind != policy.KindConsent
}

// speaks reports whether a rule has a say in the answer: it holds and, of levels,
// is the one recommended, and of the lines of a single consent answer the first
// that holds.
func (a *answer) speaks(r *policy.Rule) bool {
	if a.outcome.Truths[r.Index] != logic.True {
		return false
	}
	for _, l := range a.policy.Levels {
		if l.Rule == r {
			return int64(l.Number) == a.outcome.Level.Lo
		}
	}
	answered := map[policy.Answer]bool{}
	for _, l := range a.policy.Consent {
		if l.Rule == r {
			return !l.Answer.Single() || !answered[l.Answer]
		}
		answered[l.Answer] = answered[l.Answer] || a.outcome.Truths[l.Index] == logic.True
	}
	return true
}
