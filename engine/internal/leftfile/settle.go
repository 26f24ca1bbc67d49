package leftfile

import (
	"fmt"
	"maps"
	"slices"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/english"
	"windscreen/engine/internal/mutate"
	"windscreen/engine/internal/source"
	"windscreen/engine/mutation"
)

// See notes that the rules have a change, whether it is tried or not.
func (l *List) See(c *mutate.Change) {
	if !slices.Contains(l.origins[c.ID], c.Origin) {
		l.origins[c.ID] = append(l.origins[c.ID], c.Origin)
	}
	if !l.ids[c.ID] {
		return
	}
	for _, e := range l.entries(c.ID, c.Origin, c.Says()) {
		e.key = c.Key()
	}
}

// entries are those of a change: with its policy, and without.
func (l *List) entries(id, policy, says string) (out []*entry) {
	for _, p := range []string{policy, ""} {
		if e := l.by[words{id, p, oneLine(says)}]; e != nil {
			out = append(out, e)
		}
	}
	return out
}

// Mark notes in a change that no scenario notices how the list names what is changed and, if it lists the change, why that
// is left.
func (l *List) Mark(c *mutation.Change) {
	c.Named = c.ID
	several := len(l.origins[c.ID]) > 1
	if several {
		c.Named += ofPolicy + c.Policy
	}
	e := l.by[words{c.ID, c.Policy, oneLine(c.Says)}]
	if e == nil && !several {
		e = l.by[words{c.ID, "", oneLine(c.Says)}]
	}
	if e != nil {
		c.Why = e.why
	}
}

// Faults are what is to be mended in the list. Came says what came of a change, by its key, if that was tried.
// Each call adds to the faults of the list, so call it once.
func (l *List) Faults(came func(key string) (c mutation.Came, tried bool)) diagnostic.List {
	seen := map[string]*entry{}
	for _, n := range l.names {
		if !l.known(n) {
			continue
		}
		for _, e := range n.changes {
			c, tried := came(e.key)
			if first := seen[e.key]; first != nil && e.key != "" {
				l.fault(e.node, diagnostic.DuplicateID, "remove one of the two",
					"this change is listed already, on line %d", first.node.Line)
				continue
			}
			seen[e.key] = e
			switch {
			case e.key == "":
				l.fault(e.node, diagnostic.UnknownName, "remove it, or write it as mutate prints it",
					"%s has no change in these words", n.id)
			case !tried || c == mutation.Unnoticed:
			case c == mutation.Alike:
				l.fault(e.node, mutation.LeftForNothing, "remove it", "this change makes no difference to any case")
			default:
				l.fault(e.node, mutation.LeftForNothing, "remove it", "a scenario notices this change by now")
			}
		}
	}
	return l.faults.List()
}

// known reports whether a name is that of one rule, condition or parameter. If not, that is a fault.
func (l *List) known(n *name) bool {
	of := slices.Sorted(slices.Values(l.origins[n.id]))
	switch {
	case len(of) == 0:
		remedy := "remove it with its changes"
		if !l.faults.Full() { // comparing takes long
			if near := source.DidYouMean(n.id, slices.Collect(maps.Keys(l.origins))); near != "" {
				remedy = near
			}
		}
		l.fault(n.node, diagnostic.UnknownName, remedy, "there is no rule, named condition or parameter called %s", source.Clip(n.id))
	case n.policy == "" && len(of) > 1:
		l.fault(n.node, diagnostic.NameClash, fmt.Sprintf("say which is meant, as in %s%s%s", n.id, ofPolicy, of[0]),
			"several policies have something called %s: %s", n.id, english.And(of))
	case n.policy != "" && !slices.Contains(of, n.policy):
		l.fault(n.node, diagnostic.UnknownName, "write "+n.id+ofPolicy+english.Or(of), "%s has nothing called %s of its own",
			source.Clip(n.policy), n.id)
	default:
		return true
	}
	return false
}
