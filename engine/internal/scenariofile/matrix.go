package scenariofile

import (
	"fmt"
	"strings"

	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/casefile"
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

// variants lists the combinations of a scenario's matrix, the last fact's values
// changing fastest; for a scenario without one, the scenario as it stands. A
// matrix that is at fault has none.
func (p *reading) variants(s *Scenario) []variant {
	if !s.Matrix.IsSet() {
		return []variant{{}}
	}
	axes, total := p.axes(s)
	var variants []variant
	for cell := range total {
		values := make([]shape.Any, len(axes))
		for i := len(axes) - 1; i >= 0; i-- {
			values[i] = axes[i].values[cell%len(axes[i].values)]
			cell /= len(axes[i].values)
		}
		variants = append(variants, p.variant(s, axes, values))
	}
	return variants
}

// axes reads the facts of a matrix, or its policies, and the number of combinations.
func (p *reading) axes(s *Scenario) (axes []axis, total int) {
	total = 1
	for _, e := range s.Matrix.Entries {
		path := e.Key.Value
		a := axis{name: path, key: e.Key.Node, values: e.Value}
		stated := find(s.Case.Node, path)
		if path != policyKey {
			f := p.Reader.Vocabulary.Fact(path)
			if f == nil {
				p.fault(e.Key.Node, diagnostic.UnknownName, fmt.Sprintf("there is no fact called %s", clip(path)), source.DidYouMean(path, p.Reader.Vocabulary.Paths()))
				total = 0
				continue
			}
			a.domain, a.name = f.Domain, f.Name
			stated = find(find(s.Case.Node, f.Domain), f.Name)
		}
		if stated != nil {
			p.fault(e.Key.Node, diagnostic.Conflict, fmt.Sprintf("%s stands in the case as well, where the matrix would replace it", path), "say it in one of the two")
		}
		seen := map[string]bool{}
		for _, v := range e.Value {
			if says := written(v.Node); seen[says] {
				p.fault(v.Node, diagnostic.DuplicateKey, fmt.Sprintf("%s is listed twice", clip(says)), "list each value once")
			} else {
				seen[says] = true
			}
		}
		axes = append(axes, a)
		if total *= len(e.Value); total > maxVariants {
			p.fault(s.Matrix.Node, diagnostic.TooLarge, fmt.Sprintf("the matrix makes more than %d combinations", maxVariants), "leave out values that no rule tells apart, or split the scenario")
			return nil, 0
		}
	}
	return axes, total
}

// variant is one combination: its words, and a case document made of its values,
// which keep their place in the file.
func (p *reading) variant(s *Scenario, axes []axis, values []shape.Any) variant {
	document := mapping(s.Matrix.Node)
	var says []string
	for i, a := range axes {
		domain := find(document, a.domain)
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
