package page

import (
	"cmp"
	"slices"
	"time"

	"windscreen/engine/family"
	"windscreen/engine/internal/english"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// mine reports whether the reader of the answer does something.
func (m *making) mine(d recommendation.Doing) bool { return isFor(d, m.f.Reader) }

// isFor reports whether a reader does something; what does not say who does it is for everybody.
func isFor(d recommendation.Doing, reader term.Reader) bool {
	return len(d.By) == 0 || slices.ContainsFunc(d.By, func(x term.Doer) bool { return x.Is(reader) })
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
		if a.State == term.NowDue && m.mine(a.Doing) {
			out = append(out, m.each(m.duty(a), a.Of, a.Doing, a.Agreement)...)
		}
	}
	for _, s := range m.f.Pathway {
		if !m.isStep(s) {
			continue
		}
		x := step{Entry: Entry{Text: m.asking(s.Rule, cmp.Or(s.Short, s.Says)), Cite: s.Cite, Rule: s.ID, Contact: s.Contact,
			Children: labels(s.Of)}, part: part{s.Does, s.SameCall, s.Safe}}
		x.rank = map[term.Force]rank{term.ForceRequired: required, term.ForceExpected: expected, term.ForceHelpful: helpful}[s.Force]
		x.helps, x.handsOn = s.Force == term.ForceHelpful, s.Part == term.PartFrontDoor && s.Force != term.ForceHelpful
		out = append(out, m.each(x, s.Of, s.Doing, "")...)
	}
	return slices.DeleteFunc(out, func(x step) bool { return x.Text == "" })
}

// duty is an action that is due as a step. An action that refers the child is a call, whether or not the document prints a
// number. One that is late is due at once if the child is seen or kept safe by it; a late reply is not.
func (m *making) duty(a family.Action) step {
	x := step{Entry: Entry{Text: m.asking(a.Rule, cmp.Or(a.Short, a.Action)), Cite: a.Cite, Rule: a.ID, Contact: a.Contact,
		Children: labels(a.Of)}, rank: due, part: part{a.Does, a.SameCall, a.Safe}}
	at, from, now := earliest(a.Due)
	x.When, x.by, x.from, x.Now = at, at.Time, from, a.Immediate || now
	if was := overdue(a.Due); !was.IsZero() {
		x.When, x.by, x.from, x.Overdue, x.kept = was, was.Time, recommendation.Moment{}, true, true
		x.Now = x.Now || x.does(term.DeedProtects)
	}
	if !x.Now {
		x.Cite = limitFirst(a.Cite, a.Due, x.When)
	}
	switch {
	case a.First:
		x.rank = beforeAll
	case x.does(term.DeedHandsOver), x.does(term.DeedHandsBack): // behind what is done now
		x.rank = wasDue
	case x.Now && (x.Contact != nil || x.does(term.DeedRefers)):
		x.rank = toRing
	case x.Now:
		x.rank = atOnce
	case x.Overdue:
		x.rank = wasDue
	case !at.IsZero() && at.Sub(m.f.AsOf.Time) > soon && !x.does(term.DeedProtects): // what keeps the child safe is not for later
		x.rank, x.far = faroff, true
	case !at.IsZero(): // what keeps the child safe by a day stays on the screen
		x.rank, x.kept = dated, x.does(term.DeedProtects)
	case m.waits() && x.Contact != nil:
		x.rank = advice
	}
	if u := unless(a.Unless); u != "" {
		x.Text = exceptWhere(x.Text, u)
		if x.sameCall != "" {
			x.sameCall = exceptWhere(x.sameCall, u)
		}
	}
	return x
}

// exceptWhere is a text with an exception behind its first sentence.
func exceptWhere(text, unless string) string {
	sentence, rest := first(text)
	return english.Sentences(english.Bare(sentence)+unless, rest)
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
	waits := m.apart() && (needs(term.AwaitsTelling) || agreement) // and says so before its text
	if x.safe != "" && (m.safe() || waits) {
		x.Text = x.safe
	}
	of = m.namedFor(of, x.does(term.DeedDiscloses))
	x.ofAll = of.All
	switch {
	case needs(term.AwaitsAgreement) && outcome == term.OutcomeRefused:
		return step{}
	case waits:
		x.put(of, "once telling the family is safe")
	case agreement && outcome != term.OutcomeGiven:
		x.put(of, "once the family agrees")
	default:
		x.Text = forSome(of, x.Text)
		if agreement && x.rank == required { // the family waits for what it agreed to
			x.rank = agreedTo
		}
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
