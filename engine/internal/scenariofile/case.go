package scenariofile

import (
	"fmt"
	"strings"

	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/source"
)

// Case is the case of one scenario, as a case of its own: the shared cases that it uses and its own, combined fact by fact,
// with its policy. The name is that of the scenario, with the values of its matrix, or a part of it that no other has.
// The list says what is wrong with the file, or that it has no such scenario.
func (r Runner) Case(in Input, name string) ([]byte, diagnostic.List) {
	p := r.open(in)
	if list := p.faults.List(); list.HasErrors() {
		return nil, list
	}
	var names []string
	var found []string
	var combined *yaml.Node
	for _, s := range p.plans {
		layers, _ := p.layers(s.Scenario)
		for i := range combinations(s.axes) {
			v := p.variant(s.axes, i)
			full := s.Name.Value + v.suffix
			names = append(names, full)
			if full != name && !strings.Contains(strings.ToLower(full), strings.ToLower(name)) {
				continue
			}
			if found = append(found, full); len(found) == 1 || full == name {
				policy := ""
				if i < len(s.policies) {
					policy = s.policies[i]
				}
				combined = combine(v.over(layers), policy)
			}
			if full == name {
				return asFile(p, combined)
			}
		}
	}
	switch len(found) {
	case 0:
		return nil, diagnostic.List{p.file.Diagnostic(diagnostic.UnknownName, diagnostic.Position{}, diagnostic.Position{},
			fmt.Sprintf("no scenario is called %s", source.Clip(name)), source.DidYouMean(name, names))}
	case 1:
		return asFile(p, combined)
	}
	return nil, diagnostic.List{p.file.Diagnostic(diagnostic.UnknownName, diagnostic.Position{}, diagnostic.Position{},
		fmt.Sprintf("%d scenarios have %s in their names", len(found), source.Clip(name)), "write more of the name: "+someOf(found))}
}

// combine combines layers of a case.
func combine(layers []casefile.Layer, policy string) *yaml.Node {
	out := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map"}
	for _, l := range layers {
		out = overlaid(out, l.Node, "", 0)
	}
	if policy != "" && source.Value(out, policyKey) == nil {
		key := &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: policyKey}
		out.Content = append([]*yaml.Node{key, {Kind: yaml.ScalarNode, Tag: "!!str", Value: policy}}, out.Content...)
	}
	return out
}

// overlaid lays one part of a case over another: facts replace facts, at the top, of each child and of one child. Key is
// what the part stands under at the top, and depth is how deep it stands.
func overlaid(under, over *yaml.Node, key string, depth int) *yaml.Node {
	most := map[string]int{casefile.KeyChildren: 3, casefile.KeyEach: 2}[key]
	if under.Kind != yaml.MappingNode || over.Kind != yaml.MappingNode || depth > max(most, 1) {
		return over
	}
	out := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map"}
	out.Content = append(out.Content, under.Content...)
	for i := 0; i+1 < len(over.Content); i += 2 {
		name, value := over.Content[i], over.Content[i+1]
		of := key
		if depth == 0 {
			of = name.Value
		}
		at := 0
		for at < len(out.Content) && out.Content[at].Value != name.Value {
			at += 2
		}
		if at == len(out.Content) {
			out.Content = append(out.Content, name, value)
			continue
		}
		out.Content[at+1] = overlaid(out.Content[at+1], value, of, depth+1)
	}
	return out
}

// asFile is a case as a file of its own.
func asFile(p *reading, n *yaml.Node) ([]byte, diagnostic.List) {
	data, err := yaml.Marshal(n)
	if err != nil {
		return nil, diagnostic.List{p.file.Diagnostic(diagnostic.Engine, diagnostic.Position{}, diagnostic.Position{}, err.Error(),
			"please report it")}
	}
	return data, nil
}
