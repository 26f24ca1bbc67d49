package render

import (
	"windscreen/engine/internal/english"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// done is what was done already, with what it takes care of and whether that was in time.
func (d *draft) done() {
	var items []item
	for _, x := range d.r.Done {
		title := x.Title
		if title == "" {
			title = x.Name
		}
		when := joined(", ", moment(x.At), day(x.On), prefixed("by ", english.Bare(stated(x.By))))
		it := item{bullet: true, text: english.Stopped(english.UpperFirst(labelled(title, when)))}
		for _, s := range x.Steps {
			if s.State == term.NowDue { // what was never due is not said to be done with
				it.under = append(it.under, d.doneStep(s, x)...)
			}
		}
		items = append(items, it)
	}
	d.add(item{text: "Done already"}, items)
}

// doneStep is a step that was done, and whether its deadlines were kept.
func (d *draft) doneStep(s recommendation.DoneStep, x recommendation.Done) []item {
	var out []item
	if title := english.Bare(s.Title); title != "" && title != english.Bare(x.Title) {
		text := "No longer to be done: " + english.LowerFirst(title) + "."
		out = append(out, item{text: text, cite: s.Cite, national: s.National})
	}
	for _, due := range s.Due {
		if says := inTime(due); says != "" {
			it := item{text: english.Sentences(bracketed(says, due.Basis))}
			if due.Clause != "" {
				it.cite = []string{due.Clause}
			}
			out = append(out, it)
		}
	}
	out = append(out, d.reasons(s.Rule)...)
	return append(out, d.behind(s.Rule)...)
}

// inTime says whether a deadline was kept; nothing where that cannot be told.
func inTime(due recommendation.DoneDue) string {
	at := moment(due.At)
	switch {
	case at == "" || due.AtOnce || due.Assumed:
		return ""
	case due.Missed:
		return "Late: it was due by " + at
	case due.Unclear:
		return "It was due by " + at + "; it is not known whether it was done by then"
	}
	return "In time: it was due by " + at
}
