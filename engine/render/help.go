package render

import (
	"strings"

	"windscreen/engine/recommendation"
)

// mayFit leads a service that may fit, where it stands on a line of its own.
func (d *draft) mayFit() string {
	if d.show.open {
		return "Service that may fit: "
	}
	return ""
}

// serviceName is a service with who provides it, where its title does not say.
func serviceName(s recommendation.Service) string {
	if strings.Contains(strings.ToLower(s.Title), strings.ToLower(phrase(s.Organisation))) {
		return s.Title
	}
	return bracketed(phrase(s.Title), phrase(s.Organisation))
}

// help is how help is reached at the recommended level, and which services fit.
func (d *draft) help() {
	var items []item
	for _, s := range d.r.Pathway {
		says := s.Says
		if says == "" {
			says = s.Title
		}
		it := item{
			bullet: true,
			text:   stopped(labelled(bracketed(upperFirst(spoken(s.Part)), spoken(s.Force)), says)),
			cite:   s.Cite,
			under:  d.contact(s.Contact),
		}
		it.under = append(it.under, d.untold(s.Because)...)
		it.under = append(it.under, d.rule(s.ID, s.When)...)
		items = append(items, it)
	}
	var possible []item
	for _, s := range d.r.Services {
		it := item{bullet: true, text: sentence("Service that fits: "+serviceName(s), s.Says), cite: s.Cite}
		if s.State != recommendation.Fits {
			possible = append(possible, item{tone: open, bullet: true, text: d.possible(d.mayFit()+serviceName(s), s.WaitsOn),
				cite: someOf(s.Cite), under: d.rule(s.ID, s.When)})
			continue
		}
		it.under = append(it.under, ownAgreement(s.Agreement)...)
		it.under = append(it.under, d.contact(s.Contact)...)
		it.under = append(it.under, d.untold(s.Because)...)
		it.under = append(it.under, d.rule(s.ID, s.When)...)
		items = append(items, it)
	}
	if !d.show.open {
		possible = together("May fit", possible)
	}
	d.add(item{text: "How help is reached"}, append(items, possible...))
}
