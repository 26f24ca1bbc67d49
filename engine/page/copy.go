package page

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"windscreen/engine/family"
	"windscreen/engine/internal/english"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// The texts of the copy for the family that are the same under every policy.
const (
	copyFoot = "This copy was made for you from a longer page for professionals, which also holds who said what. It is not legal advice. " +
		"If something is wrong or not clear, say so to whoever gave it to you."
	copyAnswer   = "Say whether you agree to this help. You may refuse all of it or part of it, and change your mind later."
	copyDanger   = "If anybody is in danger at this moment, ring 999."
	copyAsk      = "Ask whoever gave you this page about anything that is not clear, and say what you think of it."
	copyMayMove  = "This may change when more is known."
	copyNothing  = "Nothing is planned yet. Ask whoever gave you this page."
	onPaper      = "On paper"
	copyMore     = "There is more. Ask whoever gave you this page."
	copyIfAgreed = "If you agree: "
	copyNoDate   = "No date yet"
	copyLate     = "This is late. "
)

// ForFamily is a copy of the page that a practitioner may hand to a parent or a young person: what help
// is meant, what they are asked and may refuse, what happens next and by when, whom they can ring, and
// what is shared. It leaves out who said what and why, and everything else that is for professionals:
// a rule is in it only where its policy has a text for the family.
//
// The error is a *Withheld where there must be no copy, because telling the family waits, or somebody
// must not be told, for any of the children.
func ForFamily(a *family.Answer) (*Page, error) {
	if err := withheld(a); err != nil {
		return nil, err
	}
	return makingOf(inPlainOrder(a)).copied(), nil
}

// ForFamilyOf is ForFamily about one child of the family. It is withheld as well while telling waits for
// another child.
func ForFamilyOf(a *family.Answer, label string) (*Page, error) {
	if err := withheld(a); err != nil {
		return nil, err
	}
	for _, c := range a.Children {
		if c.Child == label {
			return makingOfChild(c).copied(), nil
		}
	}
	return nil, &Withheld{Reason: NoSuchChild}
}

// copied makes the copy for the family.
func (m *making) copied() *Page {
	p := &Page{ForFamily: true, Why: []Section{}, Foot: copyFoot}
	p.Child, p.Children = m.whom()
	m.leaveOut()
	p.Head = m.copyHead()
	p.Steps = m.copySteps()
	p.Family = m.copyAnswers()
	p.Next = m.copyNext()
	for len(p.Next.Entries) > leastNext && Lines(p) > Height {
		p.Next.Entries = p.Next.Entries[:len(p.Next.Entries)-1]
		p.Next.Left = copyMore
	}
	for n := len(p.Family.Entries); n > 0 && Lines(p) > Height && p.Family.Entries[n-1].kind == onPaper; n-- {
		p.Family.Entries = p.Family.Entries[:n-1]
	}
	return p
}

// copyHead says what level of help is meant for whom, and that it may change.
func (m *making) copyHead() Head {
	h := Head{Under: []Entry{}, Warnings: []Entry{}, Document: m.documentAndMoment()}
	l := m.f.Level
	about := map[int][]string{}
	for _, r := range m.f.Rows {
		about[r.Recommended] = append(about[r.Recommended], r.Child)
	}
	var parts []string
	for _, r := range slices.Backward(l.Scale) {
		who, some := about[r.Level]
		h.Scale = append(h.Scale, Rung{Level: r.Level, Name: r.Name, Here: some && len(about) == 1})
		if !some {
			continue
		}
		level := fmt.Sprintf("help at level %d, %s", r.Level, r.Name)
		says := r.ForFamily
		if len(about) > 1 {
			level = "for " + english.And(who) + ": " + level
			says = fmt.Sprintf("Level %d: %s", r.Level, english.LowerFirst(says))
		}
		parts = append(parts, level)
		if r.ForFamily != "" {
			h.Under = append(h.Under, Entry{Text: english.Stopped(says)})
		}
	}
	slices.Reverse(h.Scale)
	text := english.UpperFirst(strings.Join(parts, "; "))
	switch {
	case m.one != nil && m.oneOf > 1:
		text = english.UpperFirst(m.one.Child) + ": " + english.LowerFirst(text)
	case len(parts) == 0:
		text = "No level of help is meant yet"
	}
	h.Level = Entry{Text: english.Stopped(text), Cite: m.levelCite()}
	if !l.Settled {
		h.Under = append(h.Under, Entry{Text: copyMayMove})
	}
	return h
}

// documentAndMoment leaves out the case's id, which may say something of the case.
func (m *making) documentAndMoment() string {
	without := *m
	without.f.Case = ""
	return without.document()
}

// copySteps are what the family can do: answer, ask, and ring somebody.
func (m *making) copySteps() Section {
	s := Section{Heading: "What you can do", Entries: []Entry{}}
	var asked family.Of
	var cite []string
	for _, a := range m.f.Agreement {
		if term.Agreement(a.Value) == term.AgreementRequired && m.outcome(a.Of) == "" {
			asked.Children = append(asked.Children, a.Children...)
			cite = append(cite, a.Why.Cite...)
		}
	}
	if n := len(asked.Children); n > 0 {
		asked.All = n == len(m.f.Rows)
		s.Entries = append(s.Entries, Entry{Text: forSome(asked, copyAnswer), Cite: cite, Children: labels(asked)})
	}
	s.Entries = append(s.Entries, Entry{Text: copyAsk})
	rung := map[string]bool{}
	for _, x := range m.told() {
		c := x.ring
		if c == nil {
			continue
		}
		if says := ringing(c, m.f.AsOf.Time); says != "" && !rung[says] {
			rung[says] = true
			s.Entries = append(s.Entries, Entry{Text: english.Sentences("To ask about it, ring the " + c.Name + ": " + says), Cite: c.Cite,
				Contact: c})
		}
	}
	s.Entries = append(s.Entries, Entry{Text: copyDanger})
	return s
}

// copyAnswers are what the family is asked to agree to, what is shared, and what it is given.
func (m *making) copyAnswers() Section {
	s := Section{Heading: "What you should know", Entries: []Entry{}}
	add := func(name string, i int, of family.Of, text string, r recommendation.Rule) {
		if text != "" {
			s.Entries = append(s.Entries, Entry{Label: label(name, i), Text: forSome(of, english.Stopped(text)), Cite: r.Cite, Rule: r.ID,
				Children: labels(of)})
		}
	}
	for i, a := range m.f.Agreement {
		value, own := term.Agreement(a.Value), saysToFamily(a.Why.Rule)
		text := english.Sentences(cmp.Or(own, agreementForFamily[value]), m.from(a.Of, value), m.answeredForFamily(a.Of, value))
		add("Agreement", i, a.Of, text, a.Why.Rule)
	}
	for i, a := range m.f.Sharing {
		add("Sharing", i, a.Of, cmp.Or(saysToFamily(a.Why.Rule), sharingForFamily[term.Sharing(a.Value)]), a.Why.Rule)
	}
	n := 0
	for _, l := range m.f.Lines {
		if says := saysToFamily(l.Rule); says != "" && l.Answer == term.AnswerRecord {
			add(onPaper, n, l.Of, says, l.Rule)
			s.Entries[len(s.Entries)-1].kind = onPaper
			n++
		}
	}
	return s
}

// agreementForFamily and sharingForFamily are what an answer means to a family, where the rule behind it
// says nothing to them.
var (
	agreementForFamily = map[term.Agreement]string{
		term.AgreementRequired:      "This help is given only if you agree",
		term.AgreementNotRequired:   "What happens next does not need your agreement. What you think of it still counts",
		term.AgreementNotApplicable: "There is nothing to agree to",
	}
	sharingForFamily = map[term.Sharing]string{
		term.SharingAdviceFirst:   "", // there is no copy then
		term.SharingWithAgreement: "As things stand, information about you is shared only with your agreement",
		term.SharingInProportion:  "What is needed to keep a child safe may be shared without your agreement, and no more than that",
		term.SharingNotApplicable: "Nothing here calls for information to be shared",
	}
)

// from says whose agreement is asked for, where it is needed and nobody has answered.
func (m *making) from(of family.Of, value term.Agreement) string {
	if value != term.AgreementRequired || m.outcome(of) != "" {
		return ""
	}
	var out []string
	for _, l := range m.f.Lines {
		if l.Answer == term.AnswerFrom && saysToFamily(l.Rule) != "" {
			out = append(out, forSome(l.Of, saysToFamily(l.Rule)))
		}
	}
	return english.Sentences(out...)
}

// answeredForFamily says what the answer so far comes to, without saying who gave it.
func (m *making) answeredForFamily(of family.Of, value term.Agreement) string {
	if value != term.AgreementRequired {
		return ""
	}
	switch m.outcome(of) {
	case term.OutcomeGiven:
		return "Agreement was given. It can be taken back at any time"
	case term.OutcomeRefused:
		return "It was refused, which is anybody's right. You can change your mind at any time"
	}
	return ""
}

// saysToFamily is what a rule says to the family; empty where it says nothing.
func saysToFamily(r recommendation.Rule) string {
	if r.ForFamily == nil {
		return ""
	}
	return r.ForFamily.Says
}

// toldStep is a step that the family is told of.
type toldStep struct {
	Entry
	ring *recommendation.Contact
}

// told are the steps that have a text for the family: what has a date first, in order of time. What
// needs an agreement that was refused is not among them.
func (m *making) told() []toldStep {
	var dated, later []toldStep
	for _, a := range m.f.Actions {
		if a.State != term.NowDue || saysToFamily(a.Rule) == "" {
			continue
		}
		x, ok := m.tellStep(a.Rule, a.Of, a.Doing, a.Agreement)
		if !ok {
			continue
		}
		if len(a.Due) > 0 {
			x.Label = copyNoDate
		}
		if at, late := running(a.Due); !at.IsZero() {
			x.When, x.Label = at, moment(at.Time)
			if late {
				x.Text = copyLate + x.Text
			}
			dated = append(dated, x)
			continue
		}
		later = append(later, x)
	}
	for _, s := range m.f.Pathway {
		if x, ok := m.tellStep(s.Rule, s.Of, s.Doing, ""); ok && saysToFamily(s.Rule) != "" {
			later = append(later, x)
		}
	}
	slices.SortStableFunc(dated, func(a, b toldStep) int { return a.When.Compare(b.When.Time) })
	return append(dated, later...)
}

// tellStep is a step as the family is told of it.
func (m *making) tellStep(r recommendation.Rule, of family.Of, d recommendation.Doing, own term.Agreement) (toldStep, bool) {
	text := saysToFamily(r)
	if slices.Contains(d.Needs, term.AwaitsAgreement) || own == term.AgreementRequired {
		switch m.outcome(of) {
		case term.OutcomeRefused:
			return toldStep{}, false
		case term.OutcomeGiven:
		case "": // nobody has answered
			text = copyIfAgreed + english.LowerFirst(text)
		}
	}
	x := toldStep{Entry: Entry{Text: forSome(of, english.Stopped(text)), Cite: r.Cite, Rule: r.ID, Children: labels(of)}}
	if r.ForFamily != nil {
		x.ring = r.ForFamily.Ring
	}
	return x, true
}

// running is the first deadline whose clock has started, and whether it has passed.
func running(list []recommendation.Due) (at recommendation.Moment, late bool) {
	for _, d := range list {
		if !d.Assumed && !d.At.IsZero() && !d.AtOnce && (at.IsZero() || d.At.Before(at.Time)) {
			at, late = d.At, d.Overdue
		}
	}
	return at, late
}

// copyNext is what happens next, and by when.
func (m *making) copyNext() Section {
	s := Section{Heading: "What happens next", Entries: []Entry{}}
	for _, x := range m.told() {
		s.Entries = append(s.Entries, x.Entry)
	}
	if len(s.Entries) == 0 {
		s.Entries = append(s.Entries, Entry{Text: copyNothing})
	}
	return s
}
