package authoring

import (
	"cmp"
	"context"
	"slices"

	"windscreen/engine/coverage"
	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/link"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/scenario"
	"windscreen/engine/term"
)

// Cover runs the scenarios of the files, as Run does. For every policy it says which clauses
// the rules put into practice, and which results each rule had in the scenarios. If the
// report is not OK there is no coverage, because scenarios that did not run or failed prove
// nothing.
func (r *Root) Cover(ctx context.Context, files []ScenarioFile) (*scenario.Report, *coverage.Report, error) {
	run, err := r.Run(ctx, files)
	if err != nil || !run.OK() {
		return run, nil, err
	}
	report := &coverage.Report{Policies: []coverage.Policy{}}
	cited := map[link.ClauseKey][]policy.Citation{}
	err = r.catalogue.Each(ctx, r.catalogue.IDs(), func(p *catalogue.Policy) error {
		for key, by := range p.Cited {
			cited[key] = append(cited[key], by...)
		}
		report.Policies = append(report.Policies, r.covered(p.Policy, run))
		return nil
	})
	if err != nil {
		return run, nil, err
	}
	for i := range report.Policies {
		complete(&report.Policies[i], cited)
	}
	return run, report, nil
}

// covered is the coverage of one policy, without what cites its clauses.
func (r *Root) covered(p *policy.Policy, run *scenario.Report) coverage.Policy {
	out := coverage.Policy{ID: p.ID, Clauses: []coverage.Clause{}, Rules: []coverage.Rule{}}
	for _, result := range run.Results {
		if result.Policy == p.ID {
			out.Cases++
		}
	}
	for _, c := range p.Clauses {
		out.Clauses = append(out.Clauses, coveredClause(c))
	}
	for _, rule := range p.Rules {
		covered := coveredRule(rule, run.Seen[p.ID][rule.ID])
		covered.Rungs = run.Rungs[p.ID][rule.ID]
		out.Rules = append(out.Rules, covered)
	}
	for i := range out.Clauses {
		out.Clauses[i].File = r.catalogue.File(out.Clauses[i].File)
	}
	for i := range out.Rules {
		out.Rules[i].File = r.catalogue.File(out.Rules[i].File)
	}
	slices.SortFunc(out.Clauses, func(a, b coverage.Clause) int { return inFiles(a.File, a.Start, b.File, b.Start) })
	slices.SortFunc(out.Rules, func(a, b coverage.Rule) int { return inFiles(a.File, a.Start, b.File, b.Start) })
	return out
}

// complete says what cites each clause: in the policy that registers it and, where that is
// shared, in every policy that builds on it.
func complete(p *coverage.Policy, cited map[link.ClauseKey][]policy.Citation) {
	for i := range p.Clauses {
		c := &p.Clauses[i]
		for _, by := range policy.SortCitations(slices.Clone(cited[link.ClauseKey{Policy: c.Policy, ID: c.ID}])) {
			c.CitedBy = append(c.CitedBy, coverage.Citation{Policy: by.Policy, Kind: by.Kind, ID: by.ID})
		}
	}
	p.Totals = coverage.Sum(p.ID, p.Clauses, p.Rules)
}

// inFiles orders two places.
func inFiles(a string, at diagnostic.Position, b string, bt diagnostic.Position) int {
	return cmp.Or(cmp.Compare(a, b), cmp.Compare(at.Line, bt.Line), cmp.Compare(at.Column, bt.Column))
}

func coveredClause(c policy.Clause) coverage.Clause {
	out := coverage.Clause{ID: c.ID, Section: c.Section, Page: c.Page, Says: c.Says, Policy: c.Origin, File: c.File, Start: c.Start,
		CitedBy: []coverage.Citation{}}
	if c.NoRule != nil {
		out.NoRule = &coverage.NoRule{Kind: c.NoRule.Kind, Why: c.NoRule.Why}
	}
	return out
}

func coveredRule(r *policy.Rule, seen coverage.Seen) coverage.Rule {
	out := coverage.Rule{ID: r.ID, Title: r.Title, Kind: r.Kind, Policy: r.Origin, File: r.File, Start: r.Start, Seen: seen,
		MustBeSeen: mustBeSeen(r.When.Root), NeverSeen: []term.Truth{}}
	for _, t := range out.MustBeSeen {
		if seen.Of(t) == 0 {
			out.NeverSeen = append(out.NeverSeen, t)
		}
	}
	return out
}

// mustBeSeen is what some scenario has to see of a condition: nothing where it
// always holds.
func mustBeSeen(n *lang.Node) []term.Truth {
	switch {
	case n.Op == lang.Const && n.Value == logic.True:
		return []term.Truth{}
	case n.NeverUnknownInACase():
		return []term.Truth{term.True, term.False}
	default:
		return term.TableOf[term.Truth]().Values()
	}
}
