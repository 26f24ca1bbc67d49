package page

import (
	"cmp"
	"slices"

	"windscreen/engine/family"
	"windscreen/engine/internal/english"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

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
		value, own := term.Agreement(a.Value), m.saysToFamily(a.Why.Rule)
		text := english.Sentences(cmp.Or(own, agreementForFamily[value]), m.from(a.Of, value), m.answeredForFamily(a.Of, value))
		add("Agreement", i, a.Of, text, a.Why.Rule)
	}
	for i, a := range m.f.Sharing {
		add("Sharing", i, a.Of, cmp.Or(m.saysToFamily(a.Why.Rule), sharingForFamily[term.Sharing(a.Value)]), a.Why.Rule)
	}
	n := 0
	for _, l := range m.f.Lines {
		if says := m.saysToFamily(l.Rule); says != "" && l.Answer == term.AnswerRecord {
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
		if l.Answer == term.AnswerFrom && m.saysToFamily(l.Rule) != "" {
			out = append(out, forSome(l.Of, m.saysToFamily(l.Rule)))
		}
	}
	return english.Sentences(out...)
}

// answeredForFamily says what the answer so far comes to, without saying who gave it.
func (m *making) answeredForFamily(of family.Of, value term.Agreement) string {
	if value != term.AgreementRequired || m.unheard {
		return ""
	}
	if own, same := m.answerInTheirWords(of); own != "" || !same {
		return own
	}
	switch m.outcome(of) {
	case term.OutcomeGiven:
		return "You agreed. You can take that back at any time"
	case term.OutcomeRefused:
		return "You said no, which is anybody's right. You can change your mind at any time"
	}
	return ""
}

// answerInTheirWords is what the rules behind the answers of some children say to the family, and whether it is the same for
// each of them. It is empty where they say nothing.
func (m *making) answerInTheirWords(of family.Of) (said string, same bool) {
	for i, child := range of.Children {
		own := ""
		at := slices.IndexFunc(m.f.Lines, func(l family.LineOf) bool { return l.Outcome != "" && slices.Contains(l.Children, child) })
		if at >= 0 {
			own = m.saysToFamily(m.f.Lines[at].Rule)
		}
		if i > 0 && own != said {
			return "", false
		}
		said = own
	}
	return said, true
}
