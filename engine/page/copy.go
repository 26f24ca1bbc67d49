package page

import (
	"fmt"
	"slices"
	"strings"

	"windscreen/engine/family"
	"windscreen/engine/internal/english"
	"windscreen/engine/recommendation"
)

// The texts of the copy for the family that are the same under every policy.
const (
	copyFoot   = "This copy was made for you. It is not legal advice. If something is wrong or not clear, say so to whoever gave it to you."
	copyAnswer = "If you have not yet said whether you agree to this help, please say now; if you have, your answer stands. You may " +
		"refuse all of it or part of it, and change your mind later."
	copyDanger = "If anybody is in danger at this moment, ring 999."
	copyCrisis = "If anybody feels unable to go on, or could harm themselves or somebody else, ring "
	copyAsk    = "Ask whoever gave you this page about anything that is not clear, or to read it with you or have it put into your " +
		"language. Say what you think of it. Their name and number: ____________________"
	copyMayMove  = "The level of help may change when more is known."
	copyNothing  = "Ask whoever gave you this page what happens next, and when."
	onPaper      = "Papers"
	copyMore     = "There is more. Ask whoever gave you this page."
	copyIfAgreed = "If you agree: "
	// copyOnceAgreed is how a text begins that says itself that it hangs on agreement.
	copyOnceAgreed = "If you agree, "
	copyNoDate     = "No date yet"
	copyLate       = "This is late. "
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
	return makingOf(inPlainOrder(a)).copied(adultsOf(a), familyHears(a)), nil
}

// ForFamilyOf is ForFamily about one child of the family. It is withheld as well while telling waits for
// another child.
func ForFamilyOf(a *family.Answer, label string) (*Page, error) {
	if err := withheld(a); err != nil {
		return nil, err
	}
	for _, c := range a.Children {
		if c.Child == label {
			return makingOfChild(c).copied(adultsOf(a), familyHears(a)), nil
		}
	}
	return nil, &Withheld{Reason: NoSuchChild}
}

// copied makes the copy for some people, with what stands first under its head. It speaks of what was answered only if all who
// may see it know.
func (m *making) copied(who []recommendation.Person, hears bool, first ...Entry) *Page {
	m.unheard = !hears
	p := &Page{ForFamily: true, Why: []Section{}, Foot: copyFoot}
	p.Child, p.Children = m.whom()
	m.leaveOut()
	p.Head = m.copyHead()
	p.Head.Under = slices.Insert(p.Head.Under, 0, first...)
	p.Steps = m.copySteps(who)
	p.Family = m.copyAnswers()
	p.Next = m.copyNext()
	fitCopy(p)
	return p
}

// fitCopy leaves out of a copy what does not fit the screen: of what happens next, the last, and all but the first once no paper is left
// to speak of.
func fitCopy(p *Page) {
	keepNext := func(least int) {
		for len(p.Next.Entries) > least && Lines(p) > Height {
			p.Next.Entries = p.Next.Entries[:len(p.Next.Entries)-1]
			p.Next.Left = copyMore
		}
	}
	keepNext(leastNext)
	for n := len(p.Family.Entries); n > 0 && Lines(p) > Height && p.Family.Entries[n-1].kind == onPaper; n-- {
		p.Family.Entries = p.Family.Entries[:n-1]
	}
	keepNext(1)
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

// documentAndMoment leaves out whom the longer page is for, and the case's id, which may say something of
// the case.
func (m *making) documentAndMoment() string {
	without := *m
	without.f.Case, without.f.Reader = "", ""
	return without.document()
}

// saysToFamily is what a rule says to the family; empty where it says nothing, or nothing to those who did not answer.
func (m *making) saysToFamily(r recommendation.Rule) string {
	if r.ForFamily == nil || m.unheard && r.ForFamily.Answered {
		return ""
	}
	return r.ForFamily.Says
}
