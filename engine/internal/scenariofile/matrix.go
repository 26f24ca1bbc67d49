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

// axis is one fact of a matrix and its values; for policies it has no domain.
type axis struct {
	domain, name string
	key          *yaml.Node
	values       []shape.Any
}

// policyAxis is one of every policy, standing where the word for all of them does.
func policyAxis(at *yaml.Node, id string) axis {
	return axis{name: policyKey, key: word(at, policyKey), values: []shape.Any{{Node: word(at, id)}}}
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
func (p *reading) axes(s *Scenario) (axes []axis, ok bool) {
	total, ok := 1, true
	for _, e := range s.Matrix.Entries {
		path := e.Key.Value
		a := axis{name: path, key: e.Key.Node, values: e.Value.List}
		stated := source.Value(s.Case.Node, path)
		if path != policyKey {
			f := p.Reader.Vocabulary.Fact(path)
			if f == nil {
				p.fault(e.Key.Node, diagnostic.UnknownName, fmt.Sprintf("there is no fact called %s", source.Clip(path)),
					source.DidYouMean(path, p.Reader.Vocabulary.Paths()))
				ok = false
				continue
			}
			a.domain, a.name = f.Domain, f.Name
			stated = source.Value(source.Value(s.Case.Node, f.Domain), f.Name)
		}
		if stated != nil {
			p.fault(e.Key.Node, diagnostic.Conflict,
				fmt.Sprintf("%s is in the case too, and the matrix would replace it", path), "state it in only one of them")
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
		domain := source.Value(document, a.domain)
		switch {
		case a.domain == "":
			domain = document
		case domain == nil:
			domain = mapping(a.key)
			document.Content = append(document.Content, word(a.key, a.domain), domain)
		}
		domain.Content = append(domain.Content, word(a.key, a.name), values[i].Node)
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
