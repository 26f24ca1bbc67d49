package render

import (
	"cmp"
	"slices"

	"windscreen/engine/internal/english"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// consent is the family's agreement, what to tell them, what may be shared, what
// to write down, what follows a refusal, and what may still change.
func (d *draft) consent() {
	c := d.r.Consent
	var items []item
	for _, answer := range term.TableOf[term.Answer]().Values() {
		if value := c.Value(answer); value != "" {
			items = append(items, d.single(answer, value, c.Why[answer]))
		}
		for _, l := range c.Lines(answer) {
			if plainCopy(answer, l) {
				continue
			}
			items = append(items, d.consentLine(answer, l))
		}
	}
	items = append(items, d.couldBe(c.CouldBe)...)
	d.add(item{text: consentHeading}, items)
}

// consentHeading stands over the consent position.
const consentHeading = "Agreement and telling the family"

// single is a single answer, and the rule behind it.
func (d *draft) single(answer term.Answer, value string, why recommendation.Line) item {
	reasons := d.restsOn
	if answer == term.AnswerInform {
		reasons = d.reasons
	}
	return item{
		bullet: true,
		text: english.Sentences(inWords(answer)+": "+joined(", ", consentSays(answer, value), d.wait(answer, value), unless(why.Unless)),
			why.Says),
		cite: why.Cite, national: why.National,
		under: append(reasons(why.Rule), d.behind(why.Rule)...),
	}
}

// consentLine is one line of an answer that is a list. For what the family has answered so far, the
// facts say who answered and who was told.
func (d *draft) consentLine(answer term.Answer, l recommendation.Line) item {
	reasons := d.restsOn
	if answer == term.AnswerAnswered {
		reasons = d.reasons
	}
	return item{
		bullet: true,
		text:   english.Sentences(labelled(d.asks(answer), cmp.Or(l.Says, l.Title))),
		cite:   l.Cite, national: l.National,
		under: append(reasons(l.Rule), d.behind(l.Rule)...),
	}
}

// plainCopy reports whether a line only allows one person a copy where everybody may be told, which goes without saying.
func plainCopy(answer term.Answer, l recommendation.Line) bool {
	return answer == term.AnswerCopy && !l.Has(term.DeedGoesOn)
}

// onceSafe follows what waits until it is known that telling the family is safe.
const onceSafe = "once telling the family is safe"

// wait adds to a single answer that asking for it waits, if it does.
func (d *draft) wait(a term.Answer, value string) string {
	asksFor := a == term.AnswerAgreement && value == string(term.AgreementRequired) ||
		a == term.AnswerSharing && value == string(term.SharingWithAgreement)
	if !d.waits || !asksFor {
		return ""
	}
	return onceSafe
}

// asks is how a line of an answer that is a list begins. It says so if the line waits.
func (d *draft) asks(a term.Answer) string {
	if !d.waits {
		return inWords(a)
	}
	switch a {
	case term.AnswerFrom:
		return inWords(a) + ", " + onceSafe
	case term.AnswerAnswered, term.AnswerRefused:
		if d.maySay != "" {
			return inWords(a) + " (ask nobody else in the family yet)"
		}
		return inWords(a) + " (ask the family nothing more yet)"
	case term.AnswerAgreement, term.AnswerInform, term.AnswerSharing, term.AnswerRecord, term.AnswerCopy:
	}
	return inWords(a)
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

// ownAgreement says whether one action by itself needs the family's agreement.
func (d *draft) ownAgreement(value term.Agreement) []item {
	switch says := value.OfAction(); {
	case value == term.AgreementRequired && d.waits:
		return []item{{text: english.Stopped(english.Bare(says) + ", " + onceSafe)}}
	case says != "":
		return []item{{text: says}}
	case value == "" || term.Order(value) >= 0:
		return nil
	}
	return []item{{text: "The family's agreement: " + english.Bare(inWords(value)) + "."}}
}

// serviceAgreement says once whose agreement services need, if each of them says whether it
// needs any. It also gives what to say of one service that differs. The agreement is that of
// whoever the service is for: the family does not agree for an adult who harms others.
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
			says = "Agreement: " + english.Bare(inWords(value)) + "."
		}
		return []item{{text: says}}
	}
}
