package scenariofile

import (
	"fmt"
	"slices"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/shape"
	"windscreen/engine/recommendation"
	"windscreen/engine/scenario"
	"windscreen/engine/term"
)

// citing is how an answer says that a clause is not cited, may be, and is.
var citing = wording{"is not cited", "is cited only by what is possible", "is cited by what holds"}

func (s Cites) states() []state {
	return []state{claimed("hold", logic.True, s.Hold), claimed("possible", logic.Unknown, s.Possible), claimed("not", logic.False, s.Not)}
}

// cites reads the clauses that the answer is expected to rest on, or not.
func (e *expecting) cites(x Cites) {
	for _, s := range x.states() {
		for _, t := range s.names {
			rules := e.clauseExpected(t, "cites."+s.key, s.want)
			if rules == nil {
				continue
			}
			got := func(a *answer) logic.Truth { return cited(a.explained)[t.Value] }
			most := func(a *answer) int64 { return int64(got(a)) }
			e.checkMost("cites."+s.key, t.Node, most, func(a *answer) *scenario.Failure {
				got := got(a)
				if got == s.want {
					return nil
				}
				shown := rules
				if got != logic.False {
					shown = a.like(rules, got)
				}
				return a.failure(t.Value+" "+citing[s.want], "it "+citing[got], shown...)
			})
			e.explained(readsCites, t.Value)
		}
	}
}

// clauseExpected returns the rules that cite a clause, or nil and a fault where
// the expectation makes no sense.
func (e *expecting) clauseExpected(t shape.Text, list string, want logic.Truth) []*policy.Rule {
	rules := e.citedBy(t)
	always := slices.ContainsFunc(rules, alwaysSpeaks)
	e.specific = e.specific || !always || want != logic.True
	switch {
	case len(rules) == 0 || !e.claim("clause "+t.Value, list, want, t):
		return nil
	case always && want != logic.True:
		e.fault(t.Node, diagnostic.Conflict,
			fmt.Sprintf("a rule without a condition cites %s, so every answer cites it", t.Value), "remove it")
		return nil
	}
	return rules
}

// citedBy are the rules that cite a clause, as their own or for a deadline; a fault
// where there are none, since then nothing could come of it.
func (e *expecting) citedBy(t shape.Text) []*policy.Rule {
	if !e.registered(t) {
		return nil
	}
	due := map[*policy.Rule]bool{}
	for _, x := range e.policy.Escalations {
		if slices.ContainsFunc(x.Due, func(d policy.Due) bool { return d.Clause == t.Value }) {
			due[x.Rule] = true
		}
	}
	var rules []*policy.Rule
	for _, r := range e.policy.Rules {
		if slices.Contains(r.Cite, t.Value) || due[r] {
			rules = append(rules, r)
		}
	}
	if len(rules) == 0 {
		deadlines := map[*policy.Rule][]string{}
		for _, x := range e.policy.Escalations {
			deadlines[x.Rule] = dueClauses(x)
		}
		var known []string
		for _, r := range e.policy.Rules {
			known = append(append(known, r.Cite...), deadlines[r]...)
		}
		e.clause(t, fmt.Sprintf("no rule of %s cites the clause %s", e.policy.ID, t.Value), known)
	}
	return rules
}

// alwaysSpeaks reports whether a rule has a say in every answer. One without a
// condition has not where another may take its place: a level, or a line of the
// consent position.
func alwaysSpeaks(r *policy.Rule) bool {
	return r.Always && r.Kind != term.KindLevel && r.Kind != term.KindConsent
}

// cited are the clauses that an answer cites: true where something that holds does, and
// unknown where only something possible does. Two things count for nothing: what the
// answer says of the next level up, which is not so yet, and the clause in which a
// contact's details are printed, for which a scenario names the contact.
func cited(r *recommendation.Recommendation) map[string]logic.Truth {
	out := map[string]logic.Truth{}
	cite := func(t logic.Truth, ids []string) {
		for _, id := range ids {
			out[id] = max(out[id], t)
		}
	}
	cite(logic.True, r.Level.Cite)
	for _, g := range r.Grounds {
		cite(shownAs(g.State), g.Cite)
	}
	for _, i := range r.Indicators {
		cite(logic.True, i.Cite)
	}
	for _, l := range r.Consent.Why {
		cite(logic.True, l.Cite)
	}
	for _, l := range slices.Concat(r.Consent.Answered, r.Consent.From, r.Consent.Record, r.Consent.Refused) {
		cite(logic.True, l.Cite)
	}
	for _, c := range r.Consent.CouldBe {
		cite(logic.Unknown, c.Cite)
	}
	for _, x := range r.Escalations {
		cite(shownAs(x.State), x.Cite)
		for _, d := range x.Due {
			cite(logic.True, []string{d.Clause})
		}
	}
	for _, s := range r.Pathway {
		cite(logic.True, s.Cite)
	}
	for _, s := range r.Services {
		cite(shownAs(s.State), s.Cite)
	}
	for _, c := range r.Cautions {
		cite(logic.True, c.Cite)
	}
	return out
}

// shownAs is the truth behind the state in which an answer shows something.
func shownAs(s term.State) logic.Truth {
	if s == term.Possible {
		return logic.Unknown
	}
	return logic.True
}
