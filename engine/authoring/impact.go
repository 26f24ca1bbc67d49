package authoring

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"windscreen/engine/diagnostic"
	"windscreen/engine/impact"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/draw"
	"windscreen/engine/internal/generate"
	working "windscreen/engine/internal/impact"
	"windscreen/engine/internal/scenariofile"
	"windscreen/engine/term"
)

// ImpactOptions say what to compare, and in which cases to count.
type ImpactOptions struct {
	// OldName and NewName are what the report calls the two roots.
	OldName, NewName string
	// Policy is the policy, or the council, to compare; empty for every policy.
	Policy string
	// OldPolicy and NewPolicy are two policies to compare with one another, one of each root; both or neither.
	OldPolicy, NewPolicy string
	// Scenarios are files whose cases are counted in. Those at fault under the newer rules are passed over.
	Scenarios []ScenarioFile
	// MadeUp is how many cases are made up to count in, and Seed decides them.
	MadeUp int
	Seed   uint64
}

// What a caller of Impact can get wrong.
var errPair = errors.New("authoring: OldPolicy and NewPolicy belong together, without Policy")

// The shares by which cases are made up to count in: whole cases, at every level.
const (
	knownInSample    = 100
	concernsInSample = 30
)

// Impact works out, for all cases, in which respects the answers of two rule roots differ. For each difference it gives
// the smallest case that could be found, which the reference evaluator answered by both, the rules responsible, and in
// how many of some cases it shows. Where there is none, it was proved that no case tells the two apart in that respect;
// where that was not decided within bounds, the report says so. It takes seconds.
//
// Facts of the two are matched by path, rungs and words by name. What has no counterpart is listed.
//
// The error is a *diagnostic.Failure if a policy has faults, if there is no such policy, or if only one of the roots has
// the policy asked for. Any other error is misuse, that of the context, or a fault of the engine.
func Impact(ctx context.Context, old, now *Root, o ImpactOptions) (*impact.Report, error) {
	for _, r := range []*Root{old, now} {
		if err := r.within(ctx); err != nil {
			return nil, err
		}
	}
	if (o.OldPolicy == "") != (o.NewPolicy == "") || o.OldPolicy != "" && o.Policy != "" {
		return nil, errPair
	}
	out := &impact.Report{Old: o.OldName, Now: o.NewName, Policies: []impact.Policy{}, Removed: []string{}, Added: []string{},
		PassedOver: []string{}, Sample: impact.Sample{Seed: o.Seed, Known: knownInSample, Concerns: concernsInSample}}
	pairs, err := paired(old, now, o, out)
	if err != nil {
		return nil, err
	}
	if err := inCommon(old, now); err != nil {
		return nil, err
	}
	for _, ids := range pairs {
		c := &comparing{ImpactOptions: o, old: old, now: now}
		p, err := c.policy(ctx, ids[0], ids[1])
		if err != nil {
			return nil, err
		}
		for _, name := range c.passedOver {
			if !slices.Contains(out.PassedOver, name) {
				out.PassedOver = append(out.PassedOver, name)
			}
		}
		out.Policies = append(out.Policies, *p)
	}
	return out, nil
}

// paired are the ids of the policies to compare, the older first, and notes which policies only one root has.
func paired(old, now *Root, o ImpactOptions, out *impact.Report) ([][2]string, error) {
	if o.OldPolicy != "" {
		for _, side := range []struct {
			root        *Root
			name, root2 string
		}{{old, o.OldPolicy, o.OldName}, {now, o.NewPolicy, o.NewName}} {
			if !slices.Contains(side.root.catalogue.IDs(), side.name) {
				return nil, notIn(side.root, side.name, side.root2, "")
			}
		}
		return [][2]string{{o.OldPolicy, o.NewPolicy}}, nil
	}
	ids := func(r *Root) []string {
		if o.Policy == "" {
			return r.catalogue.IDs()
		}
		if editions := r.catalogue.Editions(o.Policy); len(editions) > 0 {
			return editions
		}
		return slices.DeleteFunc(r.catalogue.IDs(), func(id string) bool { return id != o.Policy })
	}
	before, after := ids(old), ids(now)
	var pairs [][2]string
	for _, id := range after {
		if slices.Contains(before, id) {
			pairs = append(pairs, [2]string{id, id})
		} else {
			out.Added = append(out.Added, id)
		}
	}
	for _, id := range before {
		if !slices.Contains(after, id) {
			out.Removed = append(out.Removed, id)
		}
	}
	if o.Policy == "" || len(pairs) > 0 {
		return pairs, nil
	}
	remedy := "to compare it with another policy, name both with --old-policy and --new-policy"
	if len(after) == 0 {
		return nil, notIn(now, o.Policy, o.NewName, when(len(before) > 0, remedy))
	}
	return nil, notIn(old, o.Policy, o.OldName, remedy)
}

// when is a text under a condition.
func when(so bool, text string) string {
	if so {
		return text
	}
	return ""
}

// notIn is the failure that one of the roots has no such policy.
func notIn(r *Root, name, root, remedy string) error {
	d := r.catalogue.NoPolicy(name, diagnostic.Diagnostic{File: root})
	d.Message = fmt.Sprintf("there is no policy called %s in %s", name, root)
	if remedy != "" {
		d.Remedy = remedy
	}
	return diagnostic.List{d}.Err()
}

// inCommon is a failure if no fact of one vocabulary is in the other: then no case can be asked of both.
func inCommon(old, now *Root) error {
	for _, path := range now.catalogue.Vocabulary().Paths() {
		if old.catalogue.Vocabulary().Fact(path) != nil {
			return nil
		}
	}
	return diagnostic.List{{File: "vocabulary", Severity: diagnostic.Error, Code: diagnostic.Conflict,
		Message: "the two versions have no fact in common, so no case can be asked of both",
		Remedy:  "compare two versions of the same rules"}}.Err()
}

// comparing is one comparison.
type comparing struct {
	ImpactOptions
	old, now *Root
	// passedOver are the files of scenarios in which nothing was counted.
	passedOver []string
}

// policy compares two policies.
func (c *comparing) policy(ctx context.Context, oldID, nowID string) (*impact.Policy, error) {
	before, err := c.old.catalogue.Once(oldID)
	if err != nil {
		return nil, err
	}
	after, err := c.now.catalogue.Once(nowID)
	if err != nil {
		return nil, err
	}
	r, err := working.Compare(ctx, before.Policy, after.Policy, working.Budget)
	if err != nil {
		return nil, fmt.Errorf("compare %s with %s: %w", oldID, nowID, err)
	}
	out := &impact.Policy{Old: oldID, Now: nowID, Identical: r.Identical, Moments: []string{}, Respects: respects(r),
		Differences: []impact.Difference{}, Unmatched: r.Unmatched}
	if out.Unmatched == nil {
		out.Unmatched = []impact.Unmatched{}
	}
	for _, at := range r.Moments {
		out.Moments = append(out.Moments, at.Format(time.RFC3339))
	}
	counting := working.Counting{Old: before.Policy, Now: after.Policy, ByOld: before.Maker.Evaluator, ByNow: after.Maker.Evaluator,
		Differences: r.Differences}
	scenarios, err := c.scenarios(ctx, after, counting)
	if err != nil {
		return nil, err
	}
	made, err := c.made(ctx, after, counting)
	if err != nil {
		return nil, err
	}
	out.Scenarios = impact.Count{Cases: scenarios.Cases, Touched: scenarios.Touched, Refused: scenarios.Refused}
	out.Made = impact.Count{Cases: made.Cases, Touched: made.Touched, Refused: made.Refused}
	for i, d := range r.Differences {
		d.Scenarios, d.Made = scenarios.Shows[i], made.Shows[i]
		out.Differences = append(out.Differences, c.difference(d))
	}
	return out, nil
}

// difference is a difference with the files of rules as each root calls them.
func (c *comparing) difference(d *working.Output) impact.Difference {
	out := d.Difference
	out.Rules = slices.Clone(out.Rules)
	for i, r := range out.Rules {
		root := c.now
		if r.How == "removed" {
			root = c.old
		}
		out.Rules[i].File = root.catalogue.File(r.File)
	}
	return out
}

// respects are what came of each respect.
func respects(r *working.Result) []impact.Decided {
	list := []impact.Decided{}
	for _, respect := range term.TableOf[impact.Respect]().Values() {
		d := impact.Decided{Respect: respect, State: impact.Same}
		for _, o := range r.Outputs {
			if o.Respect != respect {
				continue
			}
			d.Asked++
			switch o.State {
			case impact.Differs:
				d.Different++
			case impact.GaveUp:
				d.Undecided++
			case impact.Same:
			}
		}
		switch {
		case d.Different > 0:
			d.State = impact.Differs
		case d.Undecided > 0:
			d.State = impact.GaveUp
		}
		list = append(list, d)
	}
	return list
}

// scenarios counts in the cases of scenarios.
func (c *comparing) scenarios(ctx context.Context, p *catalogue.Policy, counting working.Counting) (*working.Counted, error) {
	var inputs []scenariofile.Input
	for _, f := range c.Scenarios {
		inputs = append(inputs, f.input())
	}
	runner := scenariofile.Runner{Reader: c.now.reader, Catalogue: c.now.catalogue}
	families, passedOver, err := runner.Cases(ctx, inputs, p)
	if err != nil {
		return nil, err
	}
	c.passedOver = passedOver
	return counting.Count(ctx, families)
}

// made counts in cases that are made up.
func (c *comparing) made(ctx context.Context, p *catalogue.Policy, counting working.Counting) (*working.Counted, error) {
	if c.MadeUp == 0 || len(counting.Differences) == 0 {
		return counting.Count(ctx, nil)
	}
	frequencies, err := c.now.catalogue.Frequencies()
	if err != nil {
		return nil, err
	}
	g := generate.New(c.now.catalogue.Vocabulary(), frequencies, generate.Options{Seed: c.Seed, AsOf: draw.AsOf, Known: knownInSample,
		Concerns: concernsInSample})
	var families [][]*casefile.Case
	for range c.MadeUp {
		children, err := g.Read(g.Next(), p.Policy)
		if err != nil {
			return nil, fmt.Errorf("make up a case: %w", err)
		}
		families = append(families, children)
	}
	return counting.Count(ctx, families)
}

// ReadAcknowledged reads an acknowledgement file, which lists the differences that are meant: see
// impact.Report.Acknowledge. Name appears in diagnostics. The error is a *diagnostic.Failure if the file has faults.
func ReadAcknowledged(name string, data []byte) ([]impact.Entry, error) {
	entries, list := working.Acknowledged(name, data)
	return entries, list.Err()
}
