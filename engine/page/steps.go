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

// mostSteps is how many steps the screen has room for; what is due at once is never left out.
const mostSteps = 6

// mostHelpful is how many of them may be steps that may help and no more. If something is due at once, there
// are none.
const mostHelpful = 2

// rank is the place of a step among the others.
type rank int

// The ranks, in order: what comes before anything else; what must not be done; the call that must be made now;
// what else is due at once; what was due before now, such as a reply; the call for the advice that telling waits
// for; a duty with its date; what the document requires once the family agrees, and it has; what else is due; steps of
// the pathway, by how strongly the document asks for them; a duty with a date that is further off than the screen looks;
// what may help; and last what has to wait.
const (
	beforeAll rank = iota
	notToDo
	toRing
	atOnce
	wasDue
	advice
	dated
	agreedTo
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
	// helps is true of a step that may help and no more, also where it has to wait.
	helps bool
	part
	// ofAll is true of a step that names no children before it.
	ofAll bool
}

// part is what the rule behind a step does on the screen, what it says as part of a call that another step makes, and what where
// telling the family is safe.
type part struct {
	deeds          []term.Deed
	sameCall, safe string
}

// does reports whether the rule behind a step does something.
func (p part) does(d term.Deed) bool { return slices.Contains(p.deeds, d) }

// The texts that the page itself adds.
const (
	doNotTell = "Do not tell or ask the family yet, or show them this page."
	goOnAlone = "Go on talking, alone, with whoever knows and is safe to talk to. Tell or ask nobody else in the family yet, and show " +
		"nobody this page."
	sayLittle = "To those in the family who know already, say only what you must, such as that it is being looked into. Tell or ask " +
		"nobody else in the family yet, and show nobody this page."
	saySeen   = "Say only that the child must be seen today. Do not tell or ask the family more yet, or show them this page."
	sayPassOn = "Say that the child must be seen today and that you have to pass it on, and no more. Show nobody this page."
	// saySeenOnly is sayPassOn in social care, to which the others pass it on.
	saySeenOnly = "Say only that the child must be seen today, and no more. Show nobody this page."
	actFirst    = "Act without asking or telling the family first. Do not show them this page."
	nothingDue  = "Nothing is due."
)

// steps are what the reader does.
func (m *making) steps() Section {
	all := m.duties()
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
		if m.ofAnotherHour(x) { // not for this reader, at any length
			continue
		}
		if x.rank == helpful {
			help++
		}
		full := !m.long && (len(s.Entries) >= mostSteps || x.rank == helpful && help > mostHelpful)
		if x.mayGo() && (full || x.helps && !unhurried || m.readsAsAnswer(x) || x.does(term.DeedHandsOver) && !m.handsOverNow()) {
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
	case len(s.Entries) == 0 && m.undecided() && len(m.asked) > 0:
		s.Entries = append(s.Entries, Entry{Text: askFirst})
	case len(s.Entries) == 0:
		s.Entries = append(s.Entries, Entry{Text: nothingDue})
	case !slices.ContainsFunc(s.Entries, func(e Entry) bool { return e.Due }) && !m.apart() && !m.undecided():
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
	switch {
	case m.waits():
		x.Text = cmp.Or(m.maySay(), doNotTell)
	case slices.ContainsFunc(all, func(x step) bool { return x.rank < helpful }):
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
