package authoring

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"windscreen/engine/diagnostic"
	"windscreen/engine/impact"
	working "windscreen/engine/internal/impact"
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
	c := &comparing{ImpactOptions: o, old: old, now: now}
	if err := c.compare(ctx, pairs); err != nil {
		return nil, err
	}
	if out.PassedOver, err = c.count(ctx); err != nil {
		return nil, err
	}
	for _, p := range c.policies {
		out.Policies = append(out.Policies, *p.report())
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

// ReadAcknowledged reads an acknowledgement file, which lists the differences that are meant: see
// impact.Report.Acknowledge. Name appears in diagnostics. The error is a *diagnostic.Failure if the file has faults.
func ReadAcknowledged(name string, data []byte) ([]impact.Entry, error) {
	entries, list := working.Acknowledged(name, data)
	return entries, list.Err()
}
