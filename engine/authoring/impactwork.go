package authoring

import (
	"context"
	"fmt"
	"slices"
	"time"

	"windscreen/engine/impact"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/draw"
	"windscreen/engine/internal/generate"
	working "windscreen/engine/internal/impact"
	"windscreen/engine/internal/parallel"
	"windscreen/engine/internal/scenariofile"
)

// comparing is one comparison of two roots.
type comparing struct {
	ImpactOptions
	old, now *Root
	policies []*compared
}

// compared is what came of two policies.
type compared struct {
	*comparing
	before, after   *catalogue.Policy
	result          *working.Result
	scenarios, made *working.Counted
}

// compare compares policies, the older first in each pair. They do not depend on one another, so all cores are used.
func (c *comparing) compare(ctx context.Context, pairs [][2]string) error {
	c.policies = make([]*compared, len(pairs))
	return each(len(pairs), func(i int) error {
		p := &compared{comparing: c}
		c.policies[i] = p
		oldID, nowID := pairs[i][0], pairs[i][1]
		var err error
		if p.before, err = c.old.catalogue.Once(oldID); err != nil {
			return err
		}
		if p.after, err = c.now.catalogue.Once(nowID); err != nil {
			return err
		}
		if p.result, err = working.Compare(ctx, p.before.Policy, p.after.Policy, working.Budget); err != nil {
			return fmt.Errorf("compare %s with %s: %w", oldID, nowID, err)
		}
		return nil
	})
}

// each does n pieces of work on all cores, and gives the first error, in their order.
func each(n int, do func(i int) error) error {
	faults := make([]error, n)
	parallel.Each(n, func(i int) { faults[i] = do(i) })
	if i := slices.IndexFunc(faults, func(err error) bool { return err != nil }); i >= 0 {
		return faults[i]
	}
	return nil
}

// count counts in scenarios and in cases that are made up, and names the files of scenarios that were passed over.
func (c *comparing) count(ctx context.Context) (passedOver []string, err error) {
	if len(c.policies) == 0 { // no file need be read
		return []string{}, nil
	}
	var inputs []scenariofile.Input
	for _, f := range c.Scenarios {
		inputs = append(inputs, f.input())
	}
	var units []*catalogue.Policy
	for _, p := range c.policies {
		units = append(units, p.after)
	}
	runner := scenariofile.Runner{Reader: c.now.reader, Catalogue: c.now.catalogue}
	families, passedOver, err := runner.Cases(ctx, inputs, units)
	if err != nil {
		return nil, err
	}
	err = each(len(c.policies), func(i int) error {
		p := c.policies[i]
		var err error
		if p.scenarios, err = p.counting().Count(ctx, families[i]); err != nil {
			return err
		}
		p.made, err = p.countMade(ctx)
		return err
	})
	if err != nil {
		return nil, err
	}
	return append([]string{}, passedOver...), nil
}

// counting is what counts the differences of the two in cases.
func (p *compared) counting() working.Counting {
	return working.Counting{Old: p.before.Policy, Now: p.after.Policy, ByOld: p.before.Maker.Evaluator, ByNow: p.after.Maker.Evaluator,
		Differences: p.result.Differences}
}

// countMade counts in cases that are made up, for each policy anew, since a case is read under its policy.
func (p *compared) countMade(ctx context.Context) (*working.Counted, error) {
	if p.MadeUp == 0 || len(p.result.Differences) == 0 {
		return p.counting().Count(ctx, nil)
	}
	frequencies, err := p.now.catalogue.Frequencies()
	if err != nil {
		return nil, err
	}
	g := generate.New(p.now.catalogue.Vocabulary(), frequencies, generate.Options{Seed: p.Seed, AsOf: draw.AsOf, Known: knownInSample,
		Concerns: concernsInSample})
	var families [][]*casefile.Case
	for range p.MadeUp {
		children, err := g.Read(g.Next(), p.after.Policy)
		if err != nil {
			return nil, fmt.Errorf("make up a case: %w", err)
		}
		families = append(families, children)
	}
	return p.counting().Count(ctx, families)
}

// report is what came of the two, with the files of rules as each root calls them.
func (p *compared) report() *impact.Policy {
	r := p.result
	out := &impact.Policy{Old: p.before.Policy.ID, Now: p.after.Policy.ID, Identical: r.Identical, Moments: []string{},
		Respects: respects(r), Differences: []impact.Difference{}, Unmatched: append([]impact.Unmatched{}, r.Unmatched...),
		Scenarios: countOf(p.scenarios), Made: countOf(p.made)}
	for _, at := range r.Moments {
		out.Moments = append(out.Moments, at.Format(time.RFC3339))
	}
	for i, d := range r.Differences {
		d.Scenarios, d.Made = p.scenarios.Shows[i], p.made.Shows[i]
		out.Differences = append(out.Differences, p.difference(d))
	}
	return out
}

// countOf is a count as reports have it.
func countOf(c *working.Counted) impact.Count {
	return impact.Count{Cases: c.Cases, Touched: c.Touched, Refused: c.Refused}
}

// difference is a difference with the files of rules as each root calls them.
func (p *compared) difference(d *working.Output) impact.Difference {
	out := d.Difference
	out.Rules = slices.Clone(out.Rules)
	for i, r := range out.Rules {
		root := p.now
		if r.How == "removed" {
			root = p.old
		}
		out.Rules[i].File = root.catalogue.File(r.File)
	}
	return out
}
