package recommend

import (
	"cmp"
	"slices"

	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// grounds lists the statutory bases that hold or may hold, those that hold first, the gravest of each first; a brief answer has
// only the former.
func (b *builder) grounds() []recommendation.Ground {
	out, gravity := []recommendation.Ground{}, map[string]int{}
	for n, s := range b.policy.Statutes {
		state := b.outcome.Grounds[n]
		if state == logic.False || state == logic.Unknown && b.options.screenOnly() {
			continue
		}
		g := recommendation.Ground{Name: s.Name, ID: s.Section, Limb: s.Limb, Title: s.Title, Short: s.Short, State: term.Holds,
			Rules: []string{}, Because: []recommendation.Fact{}}
		gravity[s.Name] = s.Gravity
		var cite []string
		open, reads := b.newSet(), b.newSet()
		by := state
		if b.noneHolds(n) {
			by = logic.Unknown
		}
		for _, r := range b.index.groundRules[n] {
			if b.holds(r) != by {
				continue
			}
			g.Rules = append(g.Rules, r.ID)
			cite = append(cite, r.Cite...)
			reads.addAll(b.index.reads[r.Index])
			if state == logic.Unknown && !b.options.Brief && b.explains() {
				open.addAll(b.waits(r.When.Root))
			}
		}
		slices.Sort(g.Rules)
		slices.Sort(cite)
		g.Cite = b.cite(slices.Compact(cite))
		switch {
		case state == logic.Unknown:
			g.State, g.WaitsOn = term.Possible, b.paths(b.inOrder(open))
		case b.explains():
			holds := &lang.Node{Op: lang.Ground, N: n}
			g.Because = b.list(b.becauseFindings(logic.True, reads, conclusion{node: holds, want: logic.True}))
		}
		out = append(out, g)
	}
	slices.SortStableFunc(out, func(a, c recommendation.Ground) int {
		return cmp.Or(order(a.State == term.Holds, c.State == term.Holds), cmp.Compare(gravity[c.Name], gravity[a.Name]),
			order(b.bearsOnLevel(a.Name), b.bearsOnLevel(c.Name)))
	})
	return out
}

// bearsOnLevel reports whether a level criterion reads a ground.
func (b *builder) bearsOnLevel(name string) bool {
	found := false
	for _, l := range b.policy.Levels {
		l.When.Root.Walk(1, func(n *lang.Node, _ int) {
			found = found || n.Op == lang.Ground && b.policy.Statutes[n.N].Name == name
		})
	}
	return found
}

// noneHolds reports whether none of a ground's rules is known to hold. The ground can hold all the
// same: one rule holds if an unknown fact is so, and another if it is not.
func (b *builder) noneHolds(statute int) bool {
	return !slices.ContainsFunc(b.index.groundRules[statute], func(r *policy.Rule) bool { return b.holds(r) == logic.True })
}
