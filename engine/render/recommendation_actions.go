package render

import (
	"windscreen/engine/internal/english"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// The headings of what must happen, and of what may have to.
const (
	nowHeading   = "Do now"
	dueHeading   = "What to do, and by when"
	mayBeHeading = "What may still have to be done"
)

// doNow is what cannot wait, whatever the hour.
func (d *draft) doNow() {
	d.add(item{tone: urgent, text: nowHeading}, d.escalations(immediate))
}

func immediate(e recommendation.Escalation) bool {
	return e.State == term.NowDue && e.Immediate
}

func dueByTime(e recommendation.Escalation) bool {
	return e.State == term.NowDue && !e.Immediate
}

// actions is the rest of what must happen by a time, and what may have to.
func (d *draft) actions() {
	d.add(item{text: dueHeading}, d.escalations(dueByTime))
	possible := d.escalations(func(e recommendation.Escalation) bool { return e.State != term.NowDue })
	if !d.show.open {
		possible = together(notRuledOut, possible)
	}
	d.add(item{text: mayBeHeading}, possible)
}

func (d *draft) escalations(wanted func(recommendation.Escalation) bool) []item {
	var out []item
	for _, e := range d.r.Escalations {
		if wanted(e) {
			out = append(out, d.escalation(e))
		}
	}
	return out
}

func (d *draft) escalation(e recommendation.Escalation) item {
	it := item{tone: urgent, bullet: true, text: d.actionSays(e), cite: e.Cite, national: e.National}
	if e.State != term.NowDue {
		title := english.Bare(e.Title)
		if e.Immediate {
			title += ", at once"
		}
		return item{
			tone:     open,
			bullet:   true,
			text:     d.possible(title, e.WaitsOn),
			cite:     someOf(e.Cite),
			national: e.National,
			under:    d.behind(e.Rule),
		}
	}
	if e.Who != "" {
		it.under = append(it.under, item{text: "Who: " + english.Stopped(e.Who)})
	}
	it.under = append(it.under, d.contact(e.Contact)...)
	it.under = append(it.under, d.deadlines(e.Due)...)
	it.under = append(it.under, d.ownAgreement(e.Agreement)...)
	if !immediate(e) { // what cannot wait is kept short; its facts are told under why
		it.under = append(it.under, d.reasons(e.Rule)...)
	}
	it.under = append(it.under, d.behind(e.Rule)...)
	return it
}

// actionSays is what to do, and the exception to it. The exception follows the title: after
// an action of several sentences, it would not be clear which of them it belongs to.
func (d *draft) actionSays(e recommendation.Escalation) string {
	if english.Bare(e.Title) == english.Bare(e.Action) || e.Title == "" {
		return english.Sentences(e.Action, applies(e.Unless))
	}
	return english.Sentences(joined(", ", english.Bare(e.Title), unless(e.Unless)), e.Action)
}

// by says when something is due, as seen from the time of the case.
func (d *draft) by(one recommendation.Due) string {
	due, now := one.At, d.r.AsOf
	switch {
	case one.AtOnce:
		return "Now"
	case due.IsZero() || now.IsZero() || due.After(now.Time):
		return prefixed("By ", moment(due))
	case due.Equal(now.Time):
		return "Now"
	default:
		return "Was due by " + moment(due)
	}
}

// deadlines are the times of one action, the earliest first.
func (d *draft) deadlines(due []recommendation.Due) []item {
	if len(due) == 0 {
		return nil
	}
	t := &table{heads: []string{"When", "Limit"}}
	disagree, alike := false, len(due) > 1
	for _, one := range due {
		disagree = disagree || d.by(one) != d.by(due[0])
		alike = alike && started(one) == started(due[0])
	}
	for _, one := range due {
		basis := bracketed(english.Bare(one.Basis), one.Problem)
		if start := started(one); start != "" && !alike {
			basis = joined(" ", basis, "("+start+")")
		}
		r := row{cells: []string{d.by(one), basis}}
		if one.Clause != "" {
			r.cite = []string{one.Clause}
		}
		t.rows = append(t.rows, r)
	}
	var out []item
	if disagree {
		out = append(out, item{text: "More than one limit applies; the earliest comes first."})
	}
	if start := started(due[0]); start != "" && alike {
		out = append(out, item{text: english.Stopped("For each limit, " + start)})
	}
	return append(out, item{table: t})
}

// started is what is not known of the start of a limit; empty for one that leaves no time.
func started(one recommendation.Due) string {
	switch {
	case one.AtOnce:
		return ""
	case one.Assumed:
		return "the start is not known; counted from the time of this case"
	}
	return english.Bare(one.Start)
}
