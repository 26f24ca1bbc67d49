package render

import (
	"windscreen/engine/internal/english"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// reasons are what a rule rests on, as far as it was not told yet: named conditions by their
// titles, then facts.
func (d *draft) reasons(r recommendation.Rule) []item {
	return append(d.named(r.Conditions), d.untold(r.Because)...)
}

// restsOn is reasons, but nothing on the page of a family, which is kept short. That page gives
// facts only for what to do by a time, telling the family and the answer so far; each child's own
// page gives all of them.
func (d *draft) restsOn(r recommendation.Rule) []item {
	if d.family {
		return nil
	}
	return d.reasons(r)
}

// named tells the named conditions that are met by their titles, each once.
func (d *draft) named(list []recommendation.Condition) []item {
	var out []item
	for _, c := range list {
		if c.Value != term.IsMet || c.Title == "" || d.titles[c.Name] {
			continue
		}
		d.titles[c.Name] = true
		out = append(out, item{text: english.Stopped(c.Title)})
	}
	return out
}

// behind is a rule's id and text, with what stands behind it: the text under unless, and
// the texts of named conditions. It is shown where rules are.
func (d *draft) behind(r recommendation.Rule) []item {
	out := d.rule(r.ID, r.When)
	if d.rules && r.Unless != nil && r.Unless.When != "" {
		out = append(out, item{text: labelled("Unless", r.Unless.When)})
	}
	return append(out, d.textsOf(r.Conditions)...)
}

// textsOf are the texts of named conditions, each once.
func (d *draft) textsOf(list []recommendation.Condition) []item {
	var out []item
	for _, c := range list {
		if d.rules && !d.texts[c.Name] {
			d.texts[c.Name] = true
			out = append(out, item{text: labelled(bracketed("Condition "+c.Name, english.Bare(c.Title)), c.When)})
		}
	}
	return out
}

// unless is the exception, while it is open: "unless a council placed the child".
func unless(u *recommendation.Unless) string {
	if u == nil || !u.Open || u.Says == "" {
		return ""
	}
	return "unless " + english.Bare(u.Says)
}

// applies says it in a sentence of its own.
func applies(u *recommendation.Unless) string {
	if unless(u) == "" {
		return ""
	}
	return english.Stopped("This applies " + unless(u))
}
