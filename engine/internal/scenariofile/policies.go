package scenariofile

import (
	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/recommend"
	"windscreen/engine/internal/source"
)

// known reports whether a policy, or a council, is called so.
func (p *reading) known(name string) bool {
	return p.isPolicy(name) || len(p.Catalogue.Editions(name)) > 0
}

// isPolicy reports whether a policy is called so.
func (p *reading) isPolicy(name string) bool { return p.Catalogue.Council(name) != "" }

// policy checks the name of the policy, or of the council, that a scenario is judged by. It
// is nil where there is none.
func (p *reading) policy(s *Scenario, named *yaml.Node) *yaml.Node {
	if named == nil {
		if !p.broken {
			p.fault(s.Here.Node, diagnostic.UnknownPolicy, "the scenario names no policy",
				"write policy: at the top of the file, or in the case")
		}
		return nil
	}
	switch {
	case p.known(named.Value):
		return named
	case named != p.shape.Policy.Node: // that at the head is reported once
		p.noPolicy(named)
	}
	return nil
}

// named is where a scenario names its policy: in its case, or else at the head of the
// file; nil where it does in neither.
func (p *reading) named(layers []casefile.Layer) *yaml.Node {
	named := p.shape.Policy.Node
	for _, l := range layers {
		if n := source.Value(l.Node, policyKey); n != nil {
			named = n
		}
	}
	return named
}

// everyPolicy is where a scenario says that it is run under every policy: in its matrix,
// or else at the head of the file; nil where it does not.
func (p *reading) everyPolicy(s *Scenario, layers []casefile.Layer) *yaml.Node {
	if listed, ok := s.Matrix.Get(policyKey); ok {
		return listed.Word.Node
	}
	if named := p.named(layers); value(named) == policy.Every && named == p.shape.Policy.Node {
		return named
	}
	return nil
}

// head checks the policy at the head of the file.
func (p *reading) head() {
	head := p.shape.Policy
	switch {
	case !head.IsSet() || p.known(head.Value):
	case head.Value == policy.Every && len(p.Catalogue.IDs()) > 0:
	default:
		p.noPolicy(head.Node)
	}
}

// noPolicy reports the name of a policy that does not exist.
func (p *reading) noPolicy(n *yaml.Node) {
	d := p.Catalogue.NoPolicy(n.Value, p.file.At(n, "", "", ""))
	if n.Value == policy.Every {
		d.Remedy = "for every policy, write policy: all at the top of the file, or matrix: {policy: all}"
	}
	p.add(diagnostic.List{d})
}

// edition is the id of the policy that a case is judged by, where a council is named by the
// day of the case; empty where there is none.
func (p *reading) edition(policy *yaml.Node, c *casefile.Case) string {
	choice, faults := p.Catalogue.Choose(policy.Value, c.AsOf, p.file.At(policy, "", "", ""))
	p.add(faults)
	return choice.ID
}

// maker gives what recommends under the policy of a pass; nil, and its faults, where it
// cannot be used.
func (p *reading) maker(of *pass) *recommend.Maker {
	unit, faults := of.policy()
	p.add(faults)
	if unit == nil {
		return nil
	}
	return unit.Maker
}

// value is the text of a node that may be nil.
func value(n *yaml.Node) string {
	if n == nil {
		return ""
	}
	return n.Value
}
