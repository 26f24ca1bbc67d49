package render

import (
	"cmp"
	"strings"

	"windscreen/engine/internal/english"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// serviceName is a service with who provides it, where its title does not say.
func serviceName(s recommendation.Service) string {
	if strings.Contains(strings.ToLower(s.Title), strings.ToLower(english.Bare(s.Organisation))) {
		return s.Title
	}
	return bracketed(english.Bare(s.Title), english.Bare(s.Organisation))
}

// help is how help is reached at the recommended level, and which services fit.
func (d *draft) help() {
	var items []item
	for _, s := range d.r.Pathway {
		items = append(items, d.pathway(s))
	}
	var fitting []recommendation.Service
	var fit, possible []item
	for _, s := range d.r.Services {
		if s.State == term.Fits {
			fitting = append(fitting, s)
		}
	}
	lead, own := serviceAgreement(fitting)
	for _, s := range d.r.Services {
		it := item{bullet: true, text: english.Sentences(serviceName(s), s.Says), cite: s.Cite, national: s.National}
		if s.State != term.Fits {
			possible = append(possible, item{tone: open, bullet: true, text: d.possible(serviceName(s), s.WaitsOn),
				cite: someOf(s.Cite), national: s.National, under: d.behind(s.Rule)})
			continue
		}
		it.under = append(it.under, own(s.Agreement)...)
		it.under = append(it.under, d.contact(s.Contact)...)
		it.under = append(it.under, d.reasons(s.Rule)...)
		it.under = append(it.under, d.behind(s.Rule)...)
		fit = append(fit, it)
	}
	if len(fit) > 0 {
		items = append(items, item{text: english.Sentences("Services that fit", lead), under: fit})
	}
	switch {
	case !d.show.open:
		possible = together("May fit", possible)
	case len(possible) > 0:
		possible = []item{{tone: open, text: "Services that may fit:", under: possible}}
	}
	d.add(item{text: helpHeading}, append(items, possible...))
}

// helpHeading stands over how help is reached.
const helpHeading = "How help is reached"

// pathway is one step by which help is reached.
func (d *draft) pathway(s recommendation.Step) item {
	says := labelled(bracketed(english.UpperFirst(inWords(s.Part)), inWords(s.Force)), cmp.Or(s.Says, s.Title))
	it := item{
		bullet: true,
		text:   joined(" ", english.Stopped(says), applies(s.Unless)),
		cite:   s.Cite, national: s.National,
		under: d.contact(s.Contact),
	}
	it.under = append(it.under, d.restsOn(s.Rule)...)
	it.under = append(it.under, d.behind(s.Rule)...)
	return it
}
