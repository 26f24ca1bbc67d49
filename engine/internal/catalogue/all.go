package catalogue

import (
	"context"
	"fmt"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/check"
	"windscreen/engine/internal/link"
	"windscreen/engine/internal/room"
)

// All makes every policy ready, and returns all that is wrong with any of them and with
// the root as a whole, and warnings, beside what was found when it was opened. What has
// errors is not ready. The error is that of the context.
func (c *Catalogue) All(ctx context.Context, opened diagnostic.List) (diagnostic.List, error) {
	var faults room.Room
	faults.AddAll(opened)
	if !c.complete {
		c.unlinked(&faults)
		return faults.Sorted(), nil
	}
	faults.AddAll(c.frequencies.get().list)
	var all []*link.Linked
	for p := range room.While(&faults, c.root.SharedPolicies()) {
		alone := c.shared[p.ID].alone.get()
		all = append(all, alone.Linked)
		faults.AddAll(c.below(alone.list))
	}
	for p := range room.While(&faults, c.root.Policies()) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		r := c.policies[p.ID].get()
		faults.AddAll(r.list)
		all = append(all, r.linked)
	}
	if !faults.Full() && len(c.root.Policies()) > 0 { // without a document everything shared seems to be left over
		faults.AddAll(c.below(check.Root(all)))
		faults.AddAll(c.below(check.Vocabulary(c.files, all)))
		if !faults.HasErrors() {
			faults.AddAll(c.below(check.Unread(c.files, all)))
			faults.AddAll(c.below(check.Twice(all)))
		}
	}
	return faults.Sorted(), nil
}

// EveryCase returns what only looking at every case finds in the policies that are ready: see check.EveryCase. It
// takes seconds. The error is that of the context, or a fault of the engine.
func (c *Catalogue) EveryCase(ctx context.Context) (diagnostic.List, error) {
	var all []*link.Linked
	for _, p := range c.Ready() {
		all = append(all, p.Linked)
	}
	list, err := check.EveryCase(ctx, all)
	if err != nil {
		return nil, fmt.Errorf("look at every case: %w", err)
	}
	return c.below(list), nil
}

// unlinked adds what is wrong with the files by themselves.
func (c *Catalogue) unlinked(faults *room.Room) {
	for p := range room.While(faults, c.root.SharedPolicies()) {
		faults.AddAll(c.below(c.sharedDraft(p.ID).Faults))
	}
	for p := range room.While(faults, c.root.Policies()) {
		faults.AddAll(c.below(c.root.Draft(c.head(p)).Faults))
	}
}
