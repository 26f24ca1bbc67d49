package casefile

import (
	"cmp"

	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/source"
)

// noFact refuses a fact that there is not, and says what to write in its place.
func (p *reading) noFact(key *yaml.Node, path string, value *yaml.Node) {
	said := ""
	if value != nil && value.Kind == yaml.ScalarNode {
		said = value.Value
	}
	p.fault(key, diagnostic.UnknownName,
		cmp.Or(p.Vocabulary.RenamedFact(path, said), source.DidYouMean(path, p.Vocabulary.Paths())),
		"there is no fact called %s", source.Clip(path))
}

// renamedDomain refuses the facts of a domain that there is no more, each with what to write
// in its place, and reports whether it did.
func (p *reading) renamedDomain(key, value *yaml.Node) bool {
	if says := p.Vocabulary.Renamed[key.Value]; says != "" {
		p.fault(key, diagnostic.UnknownName, says, "there is no domain called %s", key.Value)
		return true
	}
	found := false
	if value.Kind == yaml.MappingNode {
		for k, v := range p.pairs(value) {
			if path := key.Value + "." + k.Value; p.Vocabulary.RenamedFact(path, v.Value) != "" {
				p.noFact(k, path, v)
				found = true
			}
		}
	}
	return found
}
