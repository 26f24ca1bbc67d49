package casefile

import (
	"fmt"
	"slices"
	"time"

	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/source"
	"windscreen/engine/internal/vocabulary"
)

// evidence reads what the case offers for its facts.
func (p *reading) evidence(n *yaml.Node) {
	if n.Kind != yaml.MappingNode {
		p.fault(n, diagnostic.WrongShape, "write evidence by fact, for example home.domestic_abuse: [{value: serious, source: police}]", "evidence must be a mapping")
		return
	}
	for k, v := range p.pairs(n) {
		f := p.Vocabulary.Fact(k.Value)
		if f == nil {
			p.fault(k, diagnostic.UnknownName, source.DidYouMean(k.Value, p.Vocabulary.Paths()), "there is no fact called %s", clip(k.Value))
			continue
		}
		if v.Kind != yaml.SequenceNode || len(v.Content) == 0 {
			p.fault(v, diagnostic.WrongShape, "write a list of {value: …, source: …, on: …, note: …}", "the evidence for %s must be a list", f.Path)
			continue
		}
		if _, ok := p.stated[f]; !ok {
			p.fault(k, diagnostic.EvidenceAlone, fmt.Sprintf("state the fact, for example %s: {%s: …}, or say that it is unknown", f.Domain, f.Name), "there is evidence for %s, but the case does not state the fact", f.Path)
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
		p.fault(n, diagnostic.WrongShape, "write {value: …, source: …, on: …, note: …}", "each piece of evidence must be a mapping")
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
			p.fault(k, diagnostic.UnknownKey, source.DidYouMean(k.Value, []string{"value", "source", "on", "note"}), "evidence has no %s", clip(k.Value))
		}
	}
	if e.Source == "" && !has(n, "source") {
		p.fault(n, diagnostic.MissingKey, "say who it comes from: source: police", "the evidence has no source")
	}
	return e
}

// finish works out what follows from what was stated: ages from dates of birth,
// and what silence means in domains gone through.
func (p *reading) finish() {
	p.ahead()
	for _, f := range p.Vocabulary.Facts {
		if f.YearsSince != nil {
			p.derive(f)
		}
	}
	for _, name := range p.explored {
		for _, f := range p.Vocabulary.Domain(name).Facts {
			if f.Nothing != nil && p.c.Origins[f.Index] == NotStated {
				p.c.Values[f.Index], p.c.Origins[f.Index] = *f.Nothing, Explored
			}
		}
	}
	p.c.Explored = slices.Sorted(slices.Values(p.explored))
}

// ahead refuses dates and times after the moment the case speaks of.
func (p *reading) ahead() {
	if p.c.AsOf.IsZero() {
		return
	}
	for _, f := range p.Vocabulary.Facts {
		if f.Kind != vocabulary.Date && f.Kind != vocabulary.Time || f.MayBeAhead || p.c.Origins[f.Index] != Stated {
			continue
		}
		if p.c.Values[f.Index].Lo > p.c.AsOf.Unix() {
			at := p.stated[f]
			p.at(at.file, at.node, diagnostic.InFuture, "check the date, or as_of", "%s is after as_of", f.Path)
		}
	}
	for _, d := range p.dated {
		if d.day.After(p.c.AsOf) {
			p.at(d.file, d.node, diagnostic.InFuture, "check the date, or as_of", "the date of the evidence is after as_of")
		}
	}
}

// derive works out completed years since a date and holds them against what is
// stated.
func (p *reading) derive(f *vocabulary.Fact) {
	since := p.c.Values[f.YearsSince.Index]
	if !since.Known() || p.c.AsOf.IsZero() {
		return
	}
	years := yearsBetween(time.Unix(since.Lo, 0).In(p.London), p.c.AsOf)
	from := p.stated[f.YearsSince]
	if years < f.Min || years > f.Max {
		p.at(from.file, from.node, diagnostic.OffScale, fmt.Sprintf("%s goes from %d to %d; check the date, or as_of", f.Path, f.Min, f.Max), "according to %s, %s would be %d", f.YearsSince.Path, f.Path, years)
		return
	}
	switch p.c.Origins[f.Index] {
	case Stated:
		v := p.c.Values[f.Index]
		if years < v.Lo || years > v.Hi {
			at := p.stated[f]
			p.at(at.file, at.node, diagnostic.Conflict, "correct one of the two, or leave this one out", "%s is stated as %s, but %s makes it %d", f.Path, f.Says(v, p.London), f.YearsSince.Path, years)
		}
	case SaidUnknown:
		at := p.stated[f]
		p.at(at.file, at.node, diagnostic.Conflict, "leave this one out", "%s is said to be unknown, but %s makes it %d", f.Path, f.YearsSince.Path, years)
	default:
		p.c.Values[f.Index], p.c.Origins[f.Index] = vocabulary.Exactly(years), Derived
		return
	}
	p.c.Values[f.Index] = vocabulary.Exactly(years)
}

// yearsBetween counts completed years.
func yearsBetween(from, to time.Time) int64 {
	years := to.Year() - from.Year()
	if to.Month() < from.Month() || to.Month() == from.Month() && to.Day() < from.Day() {
		years--
	}
	return int64(years)
}
