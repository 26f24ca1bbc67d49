package casefile

import (
	"time"

	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/source"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/term"
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
			p.noFact(k, k.Value, nil)
			continue
		}
		if p.misplaced(f, k, asEvidence(f)) {
			continue
		}
		if v.Kind != yaml.SequenceNode || len(v.Content) == 0 {
			p.fault(v, diagnostic.WrongShape, "write a list of {value: …, source: …, standing: …, on: …, note: …}",
				"the evidence for %s is a list", f.Path)
			continue
		}
		var list []Evidence
		unread := false
		for _, entry := range v.Content {
			e, ok := p.oneEvidence(f, entry)
			list, unread = append(list, e), unread || !ok
		}
		p.c.Evidence[f.Index], p.evidenced[f] = list, evidenced{stated{p.file, k}, unread}
	}
}

// oneEvidence reads one source for a fact, and reports whether its value could be read.
func (p *reading) oneEvidence(f *vocabulary.Fact, n *yaml.Node) (e Evidence, ok bool) {
	if n.Kind != yaml.MappingNode {
		p.fault(n, diagnostic.WrongShape, "write {value: …, source: …, standing: …, on: …, note: …}", "one piece of evidence is a mapping")
		return e, false
	}
	ok = true
	for k, v := range p.pairs(n) {
		switch k.Value {
		case "value":
			if v.Kind == yaml.MappingNode && has(v, "alleged") {
				p.fault(v, diagnostic.WrongShape, "write what is alleged as value, and beside it standing: alleged",
					"evidence says in its standing that it is alleged")
				ok = false
				continue
			}
			var value vocabulary.Value
			if value, ok = p.value(f, v); ok {
				e.Value = &value
			}
		case "standing":
			e.Standing = word[term.Standing](p, v, "standing")
		case "source":
			e.Source = p.role(v, "source", "an agency or role, for example source: police")
		case "on":
			if day, ok := p.day(v, "on"); ok {
				e.On = day.Format(time.DateOnly)
				p.dated = append(p.dated, dated{day, stated{p.file, v}})
			}
		case "note":
			p.free(v, "note") // it is for those who keep the case, and never shown
		default:
			p.fault(k, diagnostic.UnknownKey, source.DidYouMean(k.Value, []string{"value", "source", "standing", "on", "note"}),
				"evidence has no %s", source.Clip(k.Value))
		}
	}
	if e.Source == "" && !has(n, "source") {
		p.missing(p.file, n, "source", "say who it comes from, for example source: police", "the evidence has no source")
	}
	return e, ok
}
