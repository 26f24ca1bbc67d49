package page

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"windscreen/engine/family"
	"windscreen/engine/internal/english"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// mostSteps is how many steps the screen has room for; what is due at once is never left out.
const mostSteps = 6

// mostHelpful is how many of them may be steps that may help and no more. If something is due at once, there
// are none.
const mostHelpful = 2

// rank is the place of a step among the others.
type rank int

// The ranks, in order: what comes before anything else; what must not be done; the call that must be made now;
// what else is due at once; what was due before now, such as a reply; the call for the advice that telling waits
// for; a duty with its date; what else is due; steps of the pathway, by how strongly the document asks for them; a
// duty with a date that is further off than the screen looks; what may help; and last what has to wait.
const (
	beforeAll rank = iota
	notToDo
	toRing
	atOnce
	late
	advice
	dated
	due
	required
	expected
	faroff
	helpful
	waiting
)

// step is a step and its place.
type step struct {
	Entry
	rank rank
	by   time.Time
}

// The texts that the page itself adds.
const (
	doNotTell  = "Do not tell or ask the family yet, or show them this page."
	actFirst   = "Act without asking or telling the family first. Do not show them this page."
	nothingDue = "Nothing is due."
)

// steps are what the reader does.
func (m *making) steps() Section {
	all := m.duties()
	for i := range all {
		all[i].Text = m.asBelow(all[i].Text)
	}
	slices.SortStableFunc(all, func(a, b step) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), compareTimes(a.by, b.by))
	})
	all = inTurn(all, func(x step) string { return x.Rule }, m.after(), func(x step) bool { return x.rank == waiting })
	all = m.forbid(m.emergency(sameCall(all)))
	s := Section{Heading: "Do next", Entries: []Entry{}}
	left, help := 0, 0
	unhurried := !slices.ContainsFunc(all, func(x step) bool { return x.Now })
	rung := map[string]bool{}
	for _, x := range all {
		if x.rank == helpful {
			help++
		}
		if x.mayGo() && (len(s.Entries) >= mostSteps || x.rank == helpful && (help > mostHelpful || !unhurried)) {
			left++
			continue
		}
		if x.Now {
			s.Heading = "Do now"
		}
		m.ring(&x.Entry, rung)
		x.Due = x.rank < helpful && x.rank != notToDo
		s.Entries = append(s.Entries, x.Entry)
	}
	switch {
	case len(s.Entries) == 0:
		s.Entries = append(s.Entries, Entry{Text: nothingDue})
	case !slices.ContainsFunc(s.Entries, func(e Entry) bool { return e.Due }) && !m.apart():
		s.Entries[0].Text = english.Sentences(nothingDue, s.Entries[0].Text)
	}
	s.left, s.Left = left, leftOut(left, "step")
	return s
}

// mayGo reports whether a step may be left out where there is no room.
func (e Entry) mayGo() bool { return !e.Now && !e.kept }

// forbid adds what must not be done: behind what comes before anything else, and before all the rest, so that
// nobody makes a call or fills in a form, and tells the family, before reading on. It speaks of acting only if
// the reader has something to do.
func (m *making) forbid(all []step) []step {
	t := m.f.Telling
	if !m.apart() {
		return all
	}
	x := step{Entry: Entry{Text: doNotTell, Cite: t.Why.Cite, Rule: t.Why.ID, kept: true}, rank: notToDo}
	if !m.waits() && slices.ContainsFunc(all, func(x step) bool { return x.rank < helpful }) {
		x.Text = actFirst
	}
	at := slices.IndexFunc(all, func(x step) bool { return x.rank > notToDo })
	if at < 0 {
		at = len(all)
	}
	return slices.Insert(all, at, x)
}

// leftOut says how many entries are only in the full answer.
func leftOut(n int, noun string) string {
	switch n {
	case 0:
		return ""
	case 1:
		return "One more " + noun + " is in the full answer."
	}
	return english.UpperFirst(english.Numbered(n, "more "+noun)) + " are in the full answer."
}

// compareTimes puts the earlier first, and what has no time last.
func compareTimes(a, b time.Time) int {
	switch {
	case a.IsZero() && b.IsZero():
		return 0
	case a.IsZero():
		return 1
	case b.IsZero():
		return -1
	}
	return a.Compare(b)
}

// mine reports whether the reader of the answer does something.
func (m *making) mine(d recommendation.Doing) bool {
	return len(d.By) == 0 || slices.ContainsFunc(d.By, func(x term.Doer) bool { return x.Is(m.f.Reader) })
}

// isStep reports whether a step of the pathway is something that the reader does. If it does not say who
// does it, that is so of whom to go to, and on which form.
func (m *making) isStep(s family.StepOf) bool {
	if len(s.By) > 0 {
		return m.mine(s.Doing)
	}
	return s.Part == term.PartFrontDoor || s.Part == term.PartForm
}

// duties are the reader's steps: the actions that are due, and those of the pathway.
func (m *making) duties() []step {
	var out []step
	for _, a := range m.f.Actions {
		if a.State != term.NowDue || !m.mine(a.Doing) {
			continue
		}
		x := step{Entry: Entry{Text: cmp.Or(a.Short, a.Action), Cite: a.Cite, Rule: a.ID, Contact: a.Contact, Children: labels(a.Of)},
			rank: due}
		at, from, now := earliest(a.Due)
		x.When, x.by, x.from = at, at.Time, from
		if was := overdue(a.Due); !was.IsZero() {
			x.When, x.by, x.from, x.Overdue, now = was, was.Time, recommendation.Moment{}, true, true
		}
		x.Now = a.Immediate || now
		switch {
		case a.First:
			x.rank = beforeAll
		case x.Overdue && !a.Immediate:
			x.rank = late
		case x.Now && x.Contact != nil:
			x.rank = toRing
		case x.Now:
			x.rank = atOnce
		case !at.IsZero() && at.Sub(m.f.AsOf.Time) > soon:
			x.rank, x.far = faroff, true
		case !at.IsZero():
			x.rank = dated
		case m.waits() && x.Contact != nil:
			x.rank = advice
		}
		if u := unless(a.Unless); u != "" {
			sentence, rest := first(x.Text)
			x.Text = english.Sentences(english.Bare(sentence)+u, rest)
		}
		out = append(out, m.each(x, a.Of, a.Doing, a.Agreement)...)
	}
	for _, s := range m.f.Pathway {
		if !m.isStep(s) {
			continue
		}
		x := step{Entry: Entry{Text: cmp.Or(s.Short, s.Says), Cite: s.Cite, Rule: s.ID, Contact: s.Contact, Children: labels(s.Of)}}
		x.rank = map[term.Force]rank{term.ForceRequired: required, term.ForceExpected: expected, term.ForceHelpful: helpful}[s.Force]
		out = append(out, m.each(x, s.Of, s.Doing, "")...)
	}
	return slices.DeleteFunc(out, func(x step) bool { return x.Text == "" })
}

// each is a step for those for whom it is. If it needs agreement and the family has not answered alike for
// all of them, it is a step of its own for each answer.
func (m *making) each(x step, of family.Of, d recommendation.Doing, own term.Agreement) []step {
	agreement := slices.Contains(d.Needs, term.AwaitsAgreement) || own == term.AgreementRequired
	if !agreement {
		return []step{m.step(x, of, d, "", false)}
	}
	var out []step
	for _, outcome := range m.outcomes(of) {
		some := of
		if some.Children = m.answeredSo(of, outcome); len(some.Children) < len(of.Children) {
			some.All = false
		}
		x.Children = labels(some)
		out = append(out, m.step(x, some, d, outcome, true))
	}
	return out
}

// step puts off what has to wait, and says for whom it is. Once agreement was refused, what needs agreement
// is left out: the step is empty.
func (m *making) step(x step, of family.Of, d recommendation.Doing, outcome term.Outcome, agreement bool) step {
	needs := func(a term.Awaits) bool { return slices.Contains(d.Needs, a) }
	switch {
	case needs(term.AwaitsAgreement) && outcome == term.OutcomeRefused:
		return step{}
	case m.apart() && (needs(term.AwaitsTelling) || agreement):
		x.put(of, "once telling the family is safe")
	case agreement && outcome != term.OutcomeGiven:
		x.put(of, "once the family agrees")
	default:
		x.Text = forSome(of, x.Text)
	}
	return x
}

// put puts a step off until something is so. It then names nobody to ring, so that nobody rings early. What
// is overdue still says so, and is not left out.
func (x *step) put(of family.Of, until string) {
	if names := labels(of); len(names) > 0 {
		until = "for " + english.And(names) + ", " + until
	}
	x.Text, x.rank, x.Contact, x.Now = english.UpperFirst(until)+": "+english.LowerFirst(x.Text), waiting, nil, false
	if x.kept = x.Overdue; x.Overdue {
		return
	}
	x.When, x.by, x.from, x.far = recommendation.Moment{}, time.Time{}, recommendation.Moment{}, false
}

// earliest is the first time by which something is due, of the limits whose clock has started, when that
// clock started, and whether one of the limits is at once. What is overdue has its own.
func earliest(list []recommendation.Due) (at, from recommendation.Moment, now bool) {
	for _, d := range list {
		switch {
		case d.AtOnce:
			now = true
		case d.Overdue:
		case !d.Assumed && !d.At.IsZero() && (at.IsZero() || d.At.Before(at.Time)):
			at, from = d.At, countsFrom(d)
		}
	}
	return at, from, now
}

// overdue is the first of the limits that have run out; zero if none has.
func overdue(list []recommendation.Due) recommendation.Moment {
	var was recommendation.Moment
	for _, d := range list {
		if d.Overdue && !d.AtOnce && (was.IsZero() || d.At.Before(was.Time)) {
			was = d.At
		}
	}
	return was
}

// countsFrom is from when a limit counts; zero for one that ends at its start.
func countsFrom(d recommendation.Due) recommendation.Moment {
	if d.At.Equal(d.From.Time) {
		return recommendation.Moment{}
	}
	return d.From
}

// today reports whether a moment is on the day of the case.
func (m *making) today(t recommendation.Moment) bool {
	return t.Format(time.DateOnly) == m.f.AsOf.Format(time.DateOnly)
}

// ring writes into a step whom to ring at the moment of the case, once for each contact, and by when
// it is due.
func (m *making) ring(e *Entry, rung map[string]bool) {
	text := strings.TrimPrefix(e.Text, e.before)
	sentence, rest := first(strings.TrimPrefix(text, " "))
	if !e.When.IsZero() && !e.Now && !e.Overdue {
		sentence += ", " + by(e.When.Time) + m.since(e.from)
	}
	if c := e.Contact; c != nil {
		if says := ringing(c, m.f.AsOf.Time); says != "" && !rung[says] {
			rung[says] = true
			if later := m.laterToday(c); later != "" {
				says += " " + later
			}
			if strings.HasSuffix(sentence, "?") {
				sentence += " " + english.Bare(says)
			} else {
				sentence += ": " + english.Bare(says)
			}
		}
	}
	was := ""
	if e.Overdue {
		was = "Was due " + m.past(e.When.Time)
	}
	e.Text = english.Sentences(e.before, sentence, was, rest)
}

// since says from what day a time is counted, if that is not the day of the case.
func (m *making) since(from recommendation.Moment) string {
	if from.IsZero() || m.today(from) {
		return ""
	}
	return ", counted from " + from.Format("Mon 2 Jan")
}
