package render

import (
	"windscreen/engine/recommendation"
)

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
		it := item{bullet: true, text: sentence("Service that fits: "+s.Title, s.Says), cite: s.Cite}
		if s.State != recommendation.Fits {
			possible = append(possible, item{tone: open, bullet: true, text: d.waiting("Service that may fit: "+s.Title, s.WaitsOn),
				cite: someOf(s.Cite), under: d.rule(s.ID, s.When)})
			continue
		}
		it.under = append(it.under, ownAgreement(s.Agreement)...)
		it.under = append(it.under, d.contact(s.Contact)...)
		it.under = append(it.under, d.untold(s.Because)...)
		it.under = append(it.under, d.rule(s.ID, s.When)...)
		items = append(items, it)
	}
	d.add(item{text: "How help is reached"}, append(items, possible...))
}
