package catalogue

import (
	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/check"
	"windscreen/engine/internal/link"
	"windscreen/engine/internal/room"
	"windscreen/engine/internal/ruleroot"
)

// shared is a policy that others build on, parsed, linked and checked once each.
type shared struct {
	draft *lazy[*ruleroot.Draft]
	// alone is what came of linking it by itself.
	alone *lazy[linked]
}

// linked is what came of linking a policy. The list names files as the root does.
type linked struct {
	*link.Linked
	list diagnostic.List
}

// share prepares a policy that others build on.
func (c *Catalogue) share(p ruleroot.Place) *shared {
	s := &shared{draft: newLazy(func() *ruleroot.Draft { return c.root.Draft(c.root.Head(p)) })}
	s.alone = newLazy(func() linked { return c.link(s.draft.get()) })
	return s
}

// sharedDraft is a policy that others build on, parsed; nil where there is none.
func (c *Catalogue) sharedDraft(id string) *ruleroot.Draft {
	if s := c.shared[id]; s != nil {
		return s.draft.get()
	}
	return nil
}

// link links and checks a policy. What is wrong with a policy that it builds on is wrong
// with it as well, so that none answers by rules that have errors.
func (c *Catalogue) link(draft *ruleroot.Draft) linked {
	var faults room.Room
	readable := !draft.NoHead
	for _, b := range draft.Policy.BuildsOn {
		if s := c.shared[b.Value]; s != nil && !draft.Shared() {
			alone := s.alone.get()
			faults.AddAll(alone.list)
			readable = readable && !alone.Draft.NoHead
		}
	}
	faults.AddAll(draft.Faults)
	if !readable {
		return linked{link.Unlinked(draft), faults.Sorted()}
	}
	l := link.Link(c.tools, draft)
	faults.AddAll(l.Room.Sorted())
	if !l.Room.Full() {
		faults.AddAll(check.Policy(l))
	}
	return linked{l, faults.Sorted()}
}
