package engine

import (
	"cmp"
	"errors"
	"slices"

	"windscreen/engine/coverage"
	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/scenario"
)

// errNotOK is misuse: what did not run, or came out wrong, shows nothing.
var errNotOK = errors.New("coverage needs a report in which everything ran and passed")

// Coverage says of every policy which clauses its rules put into practice, and what
// the scenarios of a report saw of each rule. The report is one of RunScenarios of
// this engine, and OK; for any other there is an error. Nothing is evaluated again.
func (e *Engine) Coverage(r *scenario.Report) (*coverage.Report, error) {
	if r == nil || !r.OK() {
		return nil, errNotOK
	}
	report := &coverage.Report{Policies: []coverage.Policy{}}
	for _, p := range e.policies {
		report.Policies = append(report.Policies, covered(p.maker.Policy, r.Results))
	}
	return report, nil
}

// covered is the coverage of one policy.
func covered(p *policy.Policy, results []scenario.Result) coverage.Policy {
	out := coverage.Policy{ID: p.ID, Clauses: []coverage.Clause{}, Rules: []coverage.Rule{}}
	seen := map[string]coverage.Seen{}
	for _, r := range results {
		if r.Policy != p.ID {
			continue
		}
		out.Cases++
		for id, truth := range r.Rules.All() {
			s := seen[id]
			switch coverage.Truth(truth) {
			case coverage.True:
				s.True++
			case coverage.False:
				s.False++
			case coverage.Unknown:
				s.Unknown++
			}
			seen[id] = s
		}
	}
	for _, c := range p.Clauses {
		out.Clauses = append(out.Clauses, coveredClause(c))
	}
	for _, r := range p.Rules {
		out.Rules = append(out.Rules, coveredRule(r, seen[r.ID]))
	}
	slices.SortFunc(out.Clauses, func(a, b coverage.Clause) int { return inFiles(a.File, a.Start, b.File, b.Start) })
	slices.SortFunc(out.Rules, func(a, b coverage.Rule) int { return inFiles(a.File, a.Start, b.File, b.Start) })
	out.Totals = coverage.Sum(out.Clauses, out.Rules)
	return out
}

// inFiles orders two places.
func inFiles(a string, at diagnostic.Position, b string, bt diagnostic.Position) int {
	return cmp.Or(cmp.Compare(a, b), cmp.Compare(at.Line, bt.Line), cmp.Compare(at.Column, bt.Column))
}

func coveredClause(c policy.Clause) coverage.Clause {
	out := coverage.Clause{ID: c.ID, Section: c.Section, Page: c.Page, Says: c.Says, Policy: c.Origin, File: c.File, Start: c.Start,
		CitedBy: []coverage.Citation{}}
	for _, by := range c.CitedBy {
		out.CitedBy = append(out.CitedBy, coverage.Citation{Policy: by.Policy, Kind: by.Kind.String(), ID: by.ID})
	}
	if c.NoRule != nil {
		out.NoRule = &coverage.NoRule{Kind: c.NoRule.Kind, Why: c.NoRule.Why}
	}
	return out
}

func coveredRule(r *policy.Rule, seen coverage.Seen) coverage.Rule {
	out := coverage.Rule{ID: r.ID, Title: r.Title, Kind: r.Kind.String(), Policy: r.Origin, File: r.File, Start: r.Start, Seen: seen,
		MustBeSeen: mustBeSeen(r.When.Root), NeverSeen: []coverage.Truth{}}
	for _, t := range out.MustBeSeen {
		if seen.Of(t) == 0 {
			out.NeverSeen = append(out.NeverSeen, t)
		}
	}
	return out
}

// mustBeSeen is what some scenario has to see of a condition: nothing where it
// always holds.
func mustBeSeen(n *lang.Node) []coverage.Truth {
	switch {
	case n.Op == lang.Const && n.Value == logic.True:
		return []coverage.Truth{}
	case n.NeverUnknown():
		return []coverage.Truth{coverage.True, coverage.False}
	default:
		return coverage.Truths()
	}
}
