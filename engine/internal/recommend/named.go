package recommend

import (
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// conditions lists the named conditions that a rule uses, in the order of the text, each
// before those that it uses itself; then those under unless.
func (b *builder) conditions(r *policy.Rule) []recommendation.Condition {
	return b.conditionsIn(r.When.Root)
}

// conditionsIn does the same for a part of a condition.
func (b *builder) conditionsIn(n *lang.Node) []recommendation.Condition {
	if len(b.policy.Conditions) == 0 {
		return nil
	}
	var out []recommendation.Condition
	seen := map[*lang.NamedCondition]bool{}
	n.Walk(1, func(n *lang.Node, _ int) {
		if n.Op != lang.Named || seen[n.Named] {
			return
		}
		seen[n.Named] = true
		out = append(out, recommendation.Condition{
			Name: n.Named.Name, Title: n.Named.Title, Value: b.value(n), When: n.Named.Text,
		})
	})
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
	out := &recommendation.Unless{Says: u.Says, When: u.When.Text}
	if u.When.Root.Truth(b.env) == logic.Unknown {
		out.Open, out.WaitsOn = true, b.paths(b.openIn(u.When.Root))
	}
	return out
}
