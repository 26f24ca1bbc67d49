package authoring

import (
	"context"
	"fmt"

	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/evaluate/reference"
	"windscreen/engine/internal/prove"
	"windscreen/engine/internal/sat"
	"windscreen/engine/proof"
)

// Prove decides, for all cases, whether policies keep their invariants: those that they write themselves and those
// of the policies that they build on; and the laws, which compare two cases. For each that does not hold it gives a case
// that breaks it, as small as could be found, which the reference evaluator confirmed. Without ids it takes every policy, one
// at a time. It takes seconds. The error is a *diagnostic.Failure if a policy has faults, that of the context, or a fault of the
// engine.
func (r *Root) Prove(ctx context.Context, ids ...string) (*proof.Report, error) {
	if err := r.within(ctx); err != nil {
		return nil, err
	}
	if len(ids) == 0 {
		ids = r.catalogue.IDs()
	}
	out := &proof.Report{Policies: []proof.Policy{}}
	err := r.catalogue.Each(ctx, ids, func(p *catalogue.Policy) error {
		by, err := reference.New(p.Policy)
		if err != nil {
			return fmt.Errorf("prove the invariants of %s: %w", p.Policy.ID, err)
		}
		results, err := prove.Policy(ctx, p.Policy, by)
		if err != nil {
			return err
		}
		laws, err := prove.Laws(ctx, p.Policy, by)
		if err != nil {
			return err
		}
		of := proof.Policy{ID: p.Policy.ID, Invariants: []proof.Invariant{}}
		for _, x := range laws {
			of.Laws = append(of.Laws, kept(x))
		}
		for _, x := range results {
			of.Invariants = append(of.Invariants, r.invariant(x))
		}
		out.Policies = append(out.Policies, of)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// invariant is what came of one invariant.
func (r *Root) invariant(x prove.Result) proof.Invariant {
	out := proof.Invariant{ID: x.ID, Title: x.Title, Policy: x.Origin, File: r.catalogue.File(x.Invariant.File), Start: x.Invariant.At[0],
		Why: x.Invariant.Why, Cite: x.Cite, Holds: x.Holds.Text}
	switch x.Answer {
	case sat.Unsatisfiable:
		out.State = proof.Proved
	case sat.GaveUp:
		out.State, out.Reason = proof.GaveUp, x.Found.Why
	case sat.Satisfiable:
		out.State, out.Case, out.Smallest, out.Unlikely = proof.Refuted, x.Found.File, x.Smallest, x.Unlikely
		for _, rule := range x.Rules {
			out.Rules = append(out.Rules, proof.Rule{ID: rule.ID, Title: rule.Title, When: rule.Text(),
				File: r.catalogue.File(rule.File), Start: rule.Start})
		}
	}
	return out
}

// kept is what came of one law.
func kept(x prove.LawResult) proof.LawKept {
	out := proof.LawKept{Law: x.Law, Title: x.Law.Title(), Facts: x.Asked, Breaches: []proof.Breach{}}
	switch x.Answer {
	case sat.Unsatisfiable:
		out.State = proof.Proved
	case sat.GaveUp:
		out.State, out.Reason = proof.GaveUp, x.Why
	case sat.Satisfiable:
		out.State = proof.Refuted
	}
	for _, b := range x.Breaches {
		out.Breaches = append(out.Breaches, proof.Breach{Fact: b.Fact.Path, Case: b.File, Level: b.Before.Lo, AtMost: b.Before.Hi,
			Beside: b.Beside, BesideLevel: b.After.Lo, BesideAtMost: b.After.Hi, Smallest: b.Smallest, Unlikely: b.Unlikely})
	}
	return out
}
