package recommend

import (
	"slices"

	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// conditions lists the named conditions that a rule uses, in the order of the text, each
// before those that it uses itself; then those under unless.
func (b *builder) conditions(r *policy.Rule) []recommendation.Condition {
	if b.policy.Rules[r.Index] != r {
		return b.conditionsIn(r.When.Root) // a service that is only listed is not among the rules
	}
	return b.shown(b.index.named[r.Index])
}

// conditionsIn does the same for a part of a condition.
func (b *builder) conditionsIn(n *lang.Node) []recommendation.Condition {
	if len(b.policy.Conditions) == 0 {
		return nil
	}
	return b.shown(namedIn(n))
}

// namedIn are the named conditions that a condition uses, each where it stands first.
func namedIn(n *lang.Node) []*lang.Node {
	var out []*lang.Node
	n.Walk(1, func(n *lang.Node, _ int) {
		if n.Op == lang.Named && !slices.ContainsFunc(out, func(o *lang.Node) bool { return o.Named == n.Named }) {
			out = append(out, n)
		}
	})
	return out
}

// shown are named conditions as answers show them.
func (b *builder) shown(nodes []*lang.Node) []recommendation.Condition {
	if len(nodes) == 0 {
		return nil
	}
	out := cut(&b.scratch.conditions, len(nodes), roomForConditions)
	for i, n := range nodes {
		out[i] = recommendation.Condition{Name: n.Named.Name, Title: n.Named.Title, Value: b.value(n), When: n.Named.Text}
	}
	return out
}

// value is the value of a condition. In a directory without a case it is open.
func (b *builder) value(n *lang.Node) term.Met {
	if b.env == nil {
		return term.Open
	}
	return truth(n.Truth(b.env))
}

// unless is the exception that ends a rule, or nil.
func (b *builder) unless(r *policy.Rule) *recommendation.Unless {
	u := r.Unless
	if u == nil {
		return nil
	}
	out := &recommendation.Unless{Says: u.Says, Open: u.When.Root.Truth(b.env) == logic.Unknown}
	if b.options.screenOnly() {
		return out
	}
	if out.When = u.When.Text; out.Open {
		out.WaitsOn = b.paths(b.openIn(u.When.Root))
	}
	return out
}
