package catalogue

import (
	"context"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/check"
	"windscreen/engine/internal/link"
)

// All makes every policy ready, and returns all that is wrong with any of them and with
// the root as a whole, and warnings. What has errors is not ready. The error is that of
// the context.
func (c *Catalogue) All(ctx context.Context) (diagnostic.List, error) {
	if !c.complete {
		return c.unlinked(), nil
	}
	var list, whole diagnostic.List
	var all []*link.Linked
	for _, p := range c.root.SharedPolicies() {
		l, faults := c.link(c.sharedDraft(p.ID))
		all, list = append(all, l), append(list, faults...)
	}
	for _, p := range c.root.Policies() {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		r := c.policies[p.ID].get(func() result { return c.load(p) })
		list = append(list, r.list...)
		if r.policy != nil {
			all = append(all, r.policy.Linked)
			continue
		}
		// It could not be loaded, but the rest is held against it all the same.
		l, _ := c.link(c.head(p))
		all = append(all, l)
	}
	if len(all) == 0 {
		whole = append(whole, diagnostic.Diagnostic{File: ".", Severity: diagnostic.Error, Code: diagnostic.MissingFile, Message: "there is no policy here",
			Remedy: "write one in authorities/COUNCIL/EDITION/policy.yaml"})
	}
	return Tidy(append(list, c.below(append(whole, check.Root(all)...))...)), nil
}

// unlinked is what is wrong with the files by themselves.
func (c *Catalogue) unlinked() diagnostic.List {
	var list diagnostic.List
	for _, p := range c.root.SharedPolicies() {
		list = append(list, c.sharedDraft(p.ID).Faults...)
	}
	for _, p := range c.root.Policies() {
		list = append(list, c.root.Draft(c.head(p)).Faults...)
	}
	return Tidy(c.below(list))
}
