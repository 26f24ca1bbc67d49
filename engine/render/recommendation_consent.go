package render

import (
	"slices"

	"windscreen/engine/recommendation"
)

// consent is the family's agreement, what to tell them, what may be shared, what
// to write down, what follows a refusal, and what may still change.
func (d *draft) consent() {
	c := d.r.Consent
	var items []item
	single := func(answer, value string) {
		if value == "" {
			return
		}
		why := c.Why[answer]
		items = append(items, item{
			bullet: true,
			text:   sentence(answerTitle(answer)+": "+joined(", ", consentSays(answer, value), unless(why.Unless)), why.Says),
			cite:   why.Cite, national: why.National,
			under: append(d.reasons(why.Rule), d.behind(why.Rule)...),
		})
	}
	list := func(answer string, lines []recommendation.Line) {
		for _, l := range lines {
			says := l.Says
			if says == "" {
				says = l.Title
			}
			items = append(items, item{
				bullet: true,
				text:   sentence(labelled(answerTitle(answer), says)),
				cite:   l.Cite, national: l.National,
				under: append(d.reasons(l.Rule), d.behind(l.Rule)...),
			})
		}
	}
	single("agreement", c.Agreement)
	single("inform", c.Inform)
	single("sharing", c.Sharing)
	list("from", c.From)
	list("record", c.Record)
	list("refused", c.Refused)
	items = append(items, d.couldBe(c.CouldBe)...)
	d.add(item{text: "Agreement and telling the family"}, items)
}

// couldBe says which single answers may still turn out otherwise, each once. What
// lists such as the record could still gain is left to the data.
func (d *draft) couldBe(list []recommendation.CouldBe) []item {
	var out []item
	var seen []string
	for _, b := range list {
		key := b.Answer + " " + b.Value
		if b.Answer != "agreement" && b.Answer != "inform" && b.Answer != "sharing" || slices.Contains(seen, key) {
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
			text:   d.waiting(labelled("Could still change – "+answerTitle(b.Answer), consentSays(b.Answer, b.Value)), slices.Compact(waits)),
			cite:   someOf(cite),
			under:  d.rule(b.Rule, ""),
		})
	}
	return out
}

// answerTitle names one of the answers of the consent position.
func answerTitle(answer string) string {
	switch answer {
	case "agreement":
		return "agreement to the service recommended"
	case "inform":
		return "telling the family"
	case "sharing":
		return "sharing information"
	case "from":
		return "agreement from"
	case "record":
		return "what to write down"
	case "refused":
		return "after a refusal"
	}
	return spoken(answer)
}

// consentSays puts the fixed values of an answer into words. Other values are
// words already.
func consentSays(answer, value string) string {
	switch answer + " " + value {
	case "agreement required":
		return "needed"
	case "agreement not_required":
		return "not needed"
	case "inform expected":
		return "expected"
	case "inform advice_first":
		return "take advice first"
	case "inform not_before_advice":
		return "not before advice has been taken"
	case "inform not_a_precondition":
		return "not a condition for acting"
	case "sharing with_agreement":
		return "with the family's agreement"
	case "sharing advice_first":
		return "take advice first"
	case "sharing in_proportion":
		return "what is needed and in proportion, without agreement if need be"
	case "agreement not_applicable", "inform not_applicable", "sharing not_applicable":
		return "does not arise"
	}
	return value
}

// ownAgreement says whether one action, of its own, needs the family's agreement.
func ownAgreement(value string) []item {
	switch value {
	case "", "not_applicable":
		return nil
	case "required":
		return []item{{text: "This needs the family's agreement."}}
	case "not_required":
		return []item{{text: "This does not need the family's agreement."}}
	}
	return []item{{text: "The family's agreement: " + phrase(spoken(value)) + "."}}
}

// serviceAgreement says once whose agreement services need, where each of them says
// whether it does; and of one service what differs from that. It is the agreement of
// whoever the service is for: one for an adult who harms others is not the family's to
// agree to.
func serviceAgreement(services []recommendation.Service) (lead string, own func(value string) []item) {
	needed, unsaid := 0, 0
	for _, s := range services {
		switch s.Agreement {
		case "required":
			needed++
		case "":
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
	return lead, func(value string) []item {
		switch {
		case value == "", value == "required" && lead != "":
			return nil
		case value == "required":
			return []item{{text: "This needs the agreement of whoever it is for."}}
		case value == "not_required":
			return []item{{text: "No agreement is needed."}}
		case value == "not_applicable":
			return []item{{text: "There is nothing to agree to."}}
		}
		return []item{{text: "Agreement: " + phrase(spoken(value)) + "."}}
	}
}
