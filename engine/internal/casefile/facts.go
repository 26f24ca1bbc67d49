package casefile

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/source"
	"windscreen/engine/internal/vocabulary"
)

// domain reads the facts of one domain.
func (p *reading) domain(key, value *yaml.Node) {
	d := p.Vocabulary.Domain(key.Value)
	if d == nil {
		if p.renamedDomain(key, value) {
			return
		}
		known := slices.Concat(Keys, p.Vocabulary.DomainNames(), p.Vocabulary.Paths())
		remedy := cmp.Or(source.DidYouMean(key.Value, known),
			"the keys of a case are "+strings.Join(Keys, ", ")+", and the domains "+strings.Join(p.Vocabulary.DomainNames(), ", "))
		if f := p.Vocabulary.Fact(key.Value); f != nil {
			remedy = fmt.Sprintf("write %s: {%s: …}", f.Domain, f.Name)
		}
		p.fault(key, diagnostic.UnknownName, remedy, "there is no domain called %s", key.Value)
		return
	}
	if value.Kind == yaml.ScalarNode && value.Tag == "!!null" {
		return // a form in which nothing was filled in here
	}
	if value.Kind != yaml.MappingNode {
		p.fault(value, diagnostic.WrongShape, fmt.Sprintf("write %s: {%s: …}", d.Name, d.Facts[0].Name), "%s holds facts by name", d.Name)
		return
	}
	for k, v := range p.pairs(value) {
		f := p.Vocabulary.Fact(d.Name + "." + k.Value)
		if f == nil {
			p.noFact(k, d.Name+"."+k.Value, v)
			continue
		}
		if p.misplaced(f, k, asFact(f)) {
			continue
		}
		if f.Each != nil && v.Kind == yaml.MappingNode {
			p.each(f, v, value)
			continue
		}
		p.fact(f, v)
	}
}

// fact reads the value stated for one fact.
func (p *reading) fact(f *vocabulary.Fact, n *yaml.Node) {
	p.over(f)
	p.stated[f] = stated{p.file, n}
	delete(p.c.Evidence, f.Index) // it was for what an earlier layer stated
	if n.Kind == yaml.ScalarNode && n.Value == "unknown" {
		p.c.Values[f.Index], p.c.Origins[f.Index] = f.Unknown(), SaidUnknown
		return
	}
	if n.Kind == yaml.MappingNode && has(n, "alleged") {
		p.alleged(f, n)
		return
	}
	v, ok := p.value(f, n)
	if !ok {
		return
	}
	p.c.Values[f.Index], p.c.Origins[f.Index] = v, Stated
}
