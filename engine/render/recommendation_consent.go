package render

import (
	"slices"

	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// consent is the family's agreement, what to tell them, what may be shared, what
// to write down, what follows a refusal, and what may still change.
func (d *draft) consent() {
	c := d.r.Consent
	var items []item
	single := func(answer term.Answer, value string) {
		if value == "" {
			return
		}
		why := c.Why[answer]
		items = append(items, item{
			bullet: true,
			text:   sentence(inWords(answer)+": "+joined(", ", consentSays(answer, value), unless(why.Unless)), why.Says),
			cite:   why.Cite, national: why.National,
			under: append(d.reasons(why.Rule), d.behind(why.Rule)...),
		})
	}
	list := func(answer term.Answer, lines []recommendation.Line) {
		for _, l := range lines {
			says := l.Says
			if says == "" {
				says = l.Title
			}
			items = append(items, item{
				bullet: true,
				text:   sentence(labelled(inWords(answer), says)),
				cite:   l.Cite, national: l.National,
				under: append(d.reasons(l.Rule), d.behind(l.Rule)...),
			})
		}
	}
	for _, answer := range term.TableOf[term.Answer]().Values() {
		single(answer, c.Value(answer))
		list(answer, c.Lines(answer))
	}
	items = append(items, d.couldBe(c.CouldBe)...)
	d.add(item{text: "Agreement and telling the family"}, items)
}

// couldBe says which single answers may still turn out otherwise, each once. What
// lists such as the record could still gain is left to the data.
func (d *draft) couldBe(list []recommendation.CouldBe) []item {
	var out []item
	var seen []string
	for _, b := range list {
		key := string(b.Answer) + " " + b.Value
		if !b.Answer.Single() || slices.Contains(seen, key) {
			continue
		}
		seen = append(seen, key)
		var waits, cite []string
		for _, other := range list {
			if other.Answer == b.Answer && other.Value == b.Value {
				waits, cite = append(waits, other.WaitsOn...), append(cite, other.Cite...)
			}
		}
		slices.Sort(waits)
		out = append(out, item{
			bullet: true,
			tone:   open,
			text:   d.waiting(labelled("Could still change – "+inWords(b.Answer), consentSays(b.Answer, b.Value)), slices.Compact(waits)),
			cite:   someOf(cite),
			under:  d.rule(b.Rule, ""),
		})
	}
	return out
}

// ownAgreement says whether one action, of its own, needs the family's agreement.
func ownAgreement(value term.Agreement) []item {
	switch says := value.OfAction(); {
	case says != "":
		return []item{{text: says}}
	case value == "" || term.Order(value) >= 0:
		return nil
	}
	return []item{{text: "The family's agreement: " + phrase(inWords(value)) + "."}}
}

// serviceAgreement says once whose agreement services need, where each of them says
// whether it does; and of one service what differs from that. It is the agreement of
// whoever the service is for: one for an adult who harms others is not the family's to
// agree to.
func serviceAgreement(services []recommendation.Service) (lead string, own func(value term.Agreement) []item) {
	needed, unsaid := 0, 0
	for _, s := range services {
		if s.Agreement == term.AgreementRequired {
			needed++
		}
		if s.Agreement == "" {
			unsaid++
		}
	}
	switch {
	case needed == 0 || unsaid > 0: // a lead would say of the others what nobody did
	case needed == len(services):
		lead = "Each needs the agreement of whoever it is for."
	default:
		lead = "Each needs the agreement of whoever it is for, unless it says otherwise."
	}
	return lead, func(value term.Agreement) []item {
		says := value.OfService()
		switch {
		case value == "", value == term.AgreementRequired && lead != "":
			return nil
		case says == "":
			says = "Agreement: " + phrase(inWords(value)) + "."
		}
		return []item{{text: says}}
	}
}
