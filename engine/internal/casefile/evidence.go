package casefile

import (
	"fmt"
	"time"

	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/source"
	"windscreen/engine/internal/vocabulary"
)

// evidence reads what the case offers for its facts.
func (p *reading) evidence(n *yaml.Node) {
	if n.Kind != yaml.MappingNode {
		p.fault(n, diagnostic.WrongShape, "write evidence by fact, for example home.domestic_abuse: [{value: serious, source: police}]",
			"evidence is a mapping")
		return
	}
	for k, v := range p.pairs(n) {
		f := p.Vocabulary.Fact(k.Value)
		if f == nil {
			p.fault(k, diagnostic.UnknownName, source.DidYouMean(k.Value, p.Vocabulary.Paths()),
				"there is no fact called %s", source.Clip(k.Value))
			continue
		}
		if v.Kind != yaml.SequenceNode || len(v.Content) == 0 {
			p.fault(v, diagnostic.WrongShape, "write a list of {value: …, source: …, on: …, note: …}",
				"the evidence for %s is a list", f.Path)
			continue
		}
		if _, ok := p.stated[f]; !ok {
			p.fault(k, diagnostic.EvidenceAlone,
				fmt.Sprintf("say what you take it to be, for example %s: {%s: …}, or unknown", f.Domain, f.Name),
				"there is evidence for %s but the case does not say what it is", f.Path)
		}
		var list []Evidence
		for _, entry := range v.Content {
			list = append(list, p.oneEvidence(f, entry))
		}
		p.c.Evidence[f.Index] = list
	}
}

// oneEvidence reads one source for a fact.
func (p *reading) oneEvidence(f *vocabulary.Fact, n *yaml.Node) Evidence {
	var e Evidence
	if n.Kind != yaml.MappingNode {
		p.fault(n, diagnostic.WrongShape, "write {value: …, source: …, on: …, note: …}", "one piece of evidence is a mapping")
		return e
	}
	for k, v := range p.pairs(n) {
		switch k.Value {
		case "value":
			if value, ok := p.value(f, v); ok {
				e.Value = &value
			}
		case "source":
			e.Source = p.role(v, "source", "an agency or role, for example source: police")
		case "on":
			if day, ok := p.day(v, "on"); ok {
				e.On = day.Format(time.DateOnly)
				p.dated = append(p.dated, dated{day, stated{p.file, v}})
			}
		case "note":
			e.Note = p.free(v, "note")
		default:
			p.fault(k, diagnostic.UnknownKey, source.DidYouMean(k.Value, []string{"value", "source", "on", "note"}),
				"evidence has no %s", source.Clip(k.Value))
		}
	}
	if e.Source == "" && !has(n, "source") {
		p.fault(n, diagnostic.MissingKey, "say who it comes from: source: police", "the evidence has no source")
	}
	return e
}
