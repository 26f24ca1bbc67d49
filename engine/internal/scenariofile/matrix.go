package scenariofile

import (
	"fmt"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/source"
	"windscreen/engine/term"
)

// maxVariants bounds how many combinations one matrix may make.
const maxVariants = 256

// variant is one combination of a matrix.
type variant struct {
	// suffix is the combination in words, as it follows the scenario's name.
	suffix string
	// layer is the facts of the combination as a case document; empty for a scenario
	// without a matrix.
	layer []casefile.Layer
}

// policyKey is the key of a matrix under which stand policies instead of values of a fact.
const policyKey = "policy"

// over puts the combination over the layers of the scenario.
func (v variant) over(layers []casefile.Layer) []casefile.Layer {
	return append(layers[:len(layers):len(layers)], v.layer...)
}

// axis is one fact of a matrix, or the policy, and its values.
type axis struct {
	// at are the keys under which it stands in a case.
	at     []string
	key    *yaml.Node
	values []shape.Any
}

// ofPolicy reports whether an axis is that of policies.
func (a axis) ofPolicy() bool { return len(a.at) == 1 }

// policyAxis is one of every policy, standing where the word for all of them does.
func policyAxis(at *yaml.Node, id string) axis {
	return axis{at: []string{policyKey}, key: word(at, policyKey), values: []shape.Any{{Node: word(at, id)}}}
}

// combinations is how many combinations several facts make: one where there are none.
func combinations(axes []axis) int {
	total := 1
	for _, a := range axes {
		total *= len(a.values)
	}
	return total
}

// combination are the values of one combination. The last fact's values change fastest.
func combination(axes []axis, number int) []shape.Any {
	values := make([]shape.Any, len(axes))
	for i, a := range slices.Backward(axes) {
		values[i] = a.values[number%len(a.values)]
		number /= len(a.values)
	}
	return values
}

// axes reads the facts of a matrix and the policies that it lists; ok is whether it is
// sound. Every policy is no part of it: how many there are is not the file's doing.
func (p *reading) axes(s *Scenario, of children) (axes []axis, ok bool) {
	total, ok := 1, true
	for _, e := range s.Matrix.Entries {
		path := e.Key.Value
		a := axis{at: []string{policyKey}, key: e.Key.Node, values: e.Value.List}
		if path != policyKey {
			if a.at = p.placeOf(e.Key, of); a.at == nil {
				ok = false
				continue
			}
		}
		if valueAt(s.Case.Node, a.at) != nil {
			p.fault(e.Key.Node, diagnostic.Conflict,
				fmt.Sprintf("%s is in the case too, and the matrix would replace it", path), "state it in only one of them")
		}
		if of.several && len(a.at) == 2 && of.allSay(a.at) {
			p.fault(e.Key.Node, diagnostic.Conflict,
				fmt.Sprintf("the case says for every child what %s is, so the matrix changes nothing", path),
				"vary it for a child, as children.LABEL."+path+", or state it for none")
		}
		if e.Value.Word.IsSet() {
			if path != policyKey {
				p.fault(e.Value.Word.Node, diagnostic.WrongShape, policy.Every+" means policies, not the values of a fact",
					"list the values in brackets")
				ok = false
			}
			continue
		}
		seen := map[string]bool{}
		for _, v := range e.Value.List {
			if says := written(v.Node); seen[says] {
				p.fault(v.Node, diagnostic.DuplicateKey, fmt.Sprintf("%s is listed twice", source.Clip(says)), "list each value once")
			} else {
				seen[says] = true
			}
		}
		axes = append(axes, a)
		if total *= len(a.values); total > maxVariants {
			p.fault(s.Matrix.Node, diagnostic.TooLarge,
				fmt.Sprintf("the matrix makes more than %d combinations", maxVariants),
				"leave out values that make no difference to the rules, or split the scenario")
			return nil, false
		}
	}
	return axes, ok
}

// placeOf is where a fact of a matrix stands in a case: at the top or, by children.LABEL.path,
// for one child of several. It is nil, and a fault, where it cannot stand there.
func (p *reading) placeOf(t shape.Text, of children) []string {
	path, under := t.Value, []string(nil)
	if rest, ok := strings.CutPrefix(path, casefile.KeyChildren+"."); ok && of.several {
		label, below, _ := strings.Cut(rest, ".")
		if !slices.Contains(of.labels, label) {
			p.fault(t.Node, diagnostic.UnknownName, fmt.Sprintf("the case has no child called %s", source.Clip(label)),
				p.nearestChild(label, of.labels))
			return nil
		}
		if below == "" {
			p.fault(t.Node, diagnostic.UnknownName, source.Clip(path)+" is a child and not a fact",
				"write for example "+path+".child.age")
			return nil
		}
		path, under = below, []string{casefile.KeyChildren, label}
	}
	f := p.Reader.Vocabulary.Fact(path)
	switch {
	case f == nil:
		p.fault(t.Node, diagnostic.UnknownName, fmt.Sprintf("there is no fact called %s", source.Clip(path)),
			source.DidYouMean(path, p.Reader.Vocabulary.Paths()))
		return nil
	case of.several && under == nil && f.Of == term.OfChild:
		p.fault(t.Node, diagnostic.Misplaced, fmt.Sprintf("%s is of one child, and the case is about several", path),
			"write children.LABEL."+path+", with the label of the child meant")
		return nil
	case under != nil && f.Of == term.OfCase:
		p.fault(t.Node, diagnostic.Misplaced, fmt.Sprintf("%s is the same for every child", path), "write "+path)
		return nil
	}
	return append(under, f.Domain, f.Name)
}

// valueAt is the value under some keys of a case; nil where there is none.
func valueAt(n *yaml.Node, at []string) *yaml.Node {
	for _, key := range at {
		n = source.Value(n, key)
	}
	return n
}

// variant is one combination: its words, and a case document made of its values,
// which keep their place in the file.
func (p *reading) variant(axes []axis, number int) variant {
	if len(axes) == 0 {
		return variant{}
	}
	values := combination(axes, number)
	document := mapping(axes[0].key)
	var says []string
	for i, a := range axes {
		within, last := document, len(a.at)-1
		for _, key := range a.at[:last] {
			below := source.Value(within, key)
			if below == nil {
				below = mapping(a.key)
				within.Content = append(within.Content, word(a.key, key), below)
			}
			within = below
		}
		within.Content = append(within.Content, word(a.key, a.at[last]), values[i].Node)
		says = append(says, a.key.Value+": "+written(values[i].Node))
	}
	return variant{
		suffix: " (" + strings.Join(says, ", ") + ")",
		layer:  []casefile.Layer{{File: p.file, Node: document}},
	}
}

// mapping is an empty mapping that stands where another node does.
func mapping(at *yaml.Node) *yaml.Node {
	return &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Line: at.Line, Column: at.Column}
}

// word is a key that stands where another node does.
func word(at *yaml.Node, value string) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: value, Line: at.Line, Column: at.Column}
}

// written is a value on one line, as a file would write it in brackets.
func written(n *yaml.Node) string {
	var parts []string
	switch n.Kind {
	case yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			parts = append(parts, n.Content[i].Value+": "+written(n.Content[i+1]))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case yaml.SequenceNode:
		for _, c := range n.Content {
			parts = append(parts, written(c))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	default:
		return n.Value
	}
}
