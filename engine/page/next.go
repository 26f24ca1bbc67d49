package page

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"windscreen/engine/internal/english"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// soon is how far ahead the screen looks: two weeks, which is ten working days.
const soon = 14 * 24 * time.Hour

// mostNext is how many moments the screen has room for. What is overdue or due today is never left out.
const mostNext = 4

// nextElsewhere stands behind the heading of the steps where the screen has no room for anything that others do.
const nextElsewhere = "then see the full answer for what others do"

// What stands in place of a moment: if nothing waits, if the document gives none, and if the clock has
// not started.
const (
	now        = "At once"
	noTime     = "No time printed"
	notStarted = "Once in touch"
)

// next is what others do, in one entry for each moment.
func (m *making) next() Section {
	s := Section{Heading: "What happens next", Entries: []Entry{}}
	var first, later, timeless []Entry
	begun := map[string]bool{}
	for _, a := range m.f.Actions {
		if a.State != term.NowDue || m.mine(a.Doing) || toldBefore(a.Doing) ||
			a.Has(term.DeedHandsOver) || a.Has(term.DeedHandsBack) { // those are between teams
			continue
		}
		entry := func(label, text string, cite []string) Entry {
			return Entry{Label: label, Text: english.Stopped(forSome(a.Of, text)), Cite: cite, Rule: a.ID, Children: labels(a.Of)}
		}
		does := firstOf(cmp.Or(a.Short, a.Action))
		for _, d := range a.Due {
			cite, says := []string{d.Clause}, cmp.Or(d.Short, english.UpperFirst(d.Basis))
			switch {
			case (d.Assumed || d.At.IsZero()) && !begun[a.ID]:
				begun[a.ID] = true
				later = append(later, entry(notStarted, english.UpperFirst(d.Basis), cite))
			case d.Assumed, d.At.IsZero(), d.At.Sub(m.f.AsOf.Time) > soon:
			default:
				e := entry(dueAt(d.At.Time), says, cite)
				if a.Immediate {
					e = entry(now, does, cite)
				} else {
					e.from = countsFrom(d)
				}
				if d.Overdue && !a.Immediate {
					e.Text = isLate + english.LowerFirst(e.Text)
				}
				e.When, e.Overdue = d.At, d.Overdue && !a.Immediate
				e.kept = d.Overdue || m.today(d.At)
				s.Entries = append(s.Entries, e)
			}
		}
		switch {
		case len(a.Due) == 0 && a.Immediate && a.Has(term.DeedProtects): // a later limit never takes the place of what keeps the child safe
			e := entry(now, does, a.Cite)
			e.kept = true
			first = append(first, e)
		case len(a.Due) == 0:
			timeless = append(timeless, entry(noTime, does, a.Cite))
		}
	}
	for _, x := range m.f.Pathway {
		if len(x.By) > 0 && !m.mine(x.Doing) && !toldBefore(x.Doing) && !m.passed(x.Doing) && x.Force == term.ForceRequired {
			timeless = append(timeless, Entry{Label: noTime, Text: english.Stopped(forSome(x.Of, firstOf(cmp.Or(x.Short, x.Says)))),
				Cite: x.Cite, Rule: x.ID, Children: labels(x.Of)})
		}
	}
	slices.SortStableFunc(s.Entries, func(a, b Entry) int { return a.When.Compare(b.When.Time) })
	s.Entries = onePerMoment(s.Entries)
	s.Entries = inTurn(slices.Concat(first, s.Entries, later, timeless), func(e Entry) string { return e.Rule }, m.after(), never)
	for i, e := range slices.Backward(s.Entries) { // what was pulled up before something that is kept is kept as well
		if i > 0 && e.kept {
			s.Entries[i-1].kept = true
		}
	}
	room := m.most(max(mostNext, s.pressing()), len(s.Entries))
	s.left = len(s.Entries) - room
	s.Entries = s.Entries[:room]
	if len(s.Entries) == 0 {
		return Section{}
	}
	return s
}

// never says of no entry that it stays where it is.
func never(Entry) bool { return false }

// toldBefore reports whether something is for the referrer, or for the referrer and the front door. Whoever else reads the
// page was told of it by then.
func toldBefore(d recommendation.Doing) bool {
	return slices.Contains(d.By, term.DoerReferrer) && beforeSocialWorker(d)
}

// passed reports whether a step without a time was taken before the case came to the social worker who reads the page.
func (m *making) passed(d recommendation.Doing) bool {
	return m.f.Reader == term.ReaderSocialWorker && beforeSocialWorker(d)
}

// beforeSocialWorker reports whether nobody but the referrer and the front door does something.
func beforeSocialWorker(d recommendation.Doing) bool {
	return !slices.ContainsFunc(d.By, func(x term.Doer) bool { return x != term.DoerReferrer && x != term.DoerFrontDoor })
}

// firstOf is the first sentence of a text.
func firstOf(s string) string { sentence, _ := first(s); return sentence }

// onePerMoment keeps the first entry of each moment and adds to it the clauses of the others. Of what is
// overdue it adds the words too.
func onePerMoment(list []Entry) []Entry {
	out := []Entry{}
	for _, e := range list {
		if n := len(out); n > 0 && out[n-1].When.Equal(e.When.Time) && slices.Equal(out[n-1].Children, e.Children) {
			out[n-1].Cite = append(slices.Clone(out[n-1].Cite), e.Cite...)
			if e.Overdue && out[n-1].Overdue && out[n-1].Text != e.Text {
				late := english.LowerFirst(english.Bare(strings.TrimPrefix(e.Text, isLate)))
				out[n-1].Text = english.Stopped(english.Bare(out[n-1].Text) + "; " + late)
			}
			continue
		}
		out = append(out, e)
	}
	return out
}

// isLate are the words before what others should have done.
const isLate = "Overdue: "

// dueAt is the moment of a limit; the day before which it is if it is the day's beginning.
func dueAt(t time.Time) string {
	if daybreak(t) {
		return t.Format("Before 2 January")
	}
	return moment(t)
}

// besides is what stands behind the heading: from when the times are counted, and how many more there are.
func (m *making) besides(s *Section) string {
	counted := m.countedFrom(s.Entries)
	if s.left == 0 {
		return counted
	}
	more := english.Number(s.left) + " more in the full answer"
	if counted == "" {
		return more
	}
	return counted + "; " + more
}

// countedFrom says from when the times are counted; it is empty unless all count from one moment.
func (m *making) countedFrom(list []Entry) string {
	var start recommendation.Moment
	for _, e := range list {
		if e.from.IsZero() {
			continue
		}
		if !start.IsZero() && !start.Equal(e.from.Time) {
			return ""
		}
		start = e.from
	}
	switch {
	case start.IsZero():
		return ""
	case m.today(start):
		return "counted from " + start.Format("15:04") + " today"
	}
	return "counted from " + moment(start.Time)
}
