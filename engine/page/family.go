package page

import (
	"cmp"
	"slices"

	"windscreen/engine/family"
	"windscreen/engine/internal/english"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// nothingToTell stands in place of the three rows if none of them arises.
const nothingToTell = "Nothing here to agree to, to tell or to share."

// goOn ends the row on telling where the reader goes on talking with those who know.
const goOn = "Meanwhile go on with those who know and are safe to talk to"

// mostAnswered is how many lines about the answers so far the row on agreement begins with.
const mostAnswered = 2

// family is what the family has agreed to, what to tell it, and what may be shared. It is left out of an
// answer that says none of this.
func (m *making) family() Section {
	s := Section{Heading: "The family", Entries: []Entry{}}
	arises := false
	for _, a := range m.f.Agreement {
		arises = arises || a.Value != string(term.AgreementNotApplicable)
		s.Entries = append(s.Entries, m.agreement(a, label("Agreement", len(s.Entries))))
	}
	t := m.f.Telling
	arises = arises || t.Value != term.InformNotApplicable || m.undecided()
	if t.Value == term.InformNotApplicable && m.undecided() {
		s.Entries = append(s.Entries, m.tellingNotKnown())
	} else {
		s.Entries = append(s.Entries, Entry{Label: "Telling", Text: m.telling(), Cite: t.Why.Cite, Rule: t.Why.ID})
	}
	for i, a := range m.f.Sharing {
		arises = arises || a.Value != string(term.SharingNotApplicable)
		text, more := m.sharing(a), ""
		if i == 0 && a.Value == string(term.SharingInProportion) {
			more = m.shortOf(term.AnswerRecord, a.Of)
		}
		s.Entries = append(s.Entries, Entry{Label: label("Sharing", i), Text: forSome(a.Of, english.Sentences(text, more)),
			Cite: a.Why.Cite, Rule: a.Why.ID, Children: labels(a.Of), brief: forSome(a.Of, text),
			least: forSome(a.Of, english.Stopped(lead(term.AnswerSharing, a.Value)+unless(a.Why.Unless)))})
	}
	if !arises {
		s.Entries = []Entry{{Text: nothingToTell, Cite: t.Why.Cite, Rule: t.Why.ID}}
	}
	s.Entries = slices.DeleteFunc(s.Entries, func(e Entry) bool { return e.Text == "" })
	if len(s.Entries) == 0 {
		return Section{Entries: s.Entries}
	}
	return s
}

// settlesTelling reports whether the reader has something to do in which it is settled what the family is told.
func (m *making) settlesTelling() bool {
	return slices.ContainsFunc(m.a.Children, func(c family.Child) bool { return settlesTelling(c.Recommendation) })
}

// telling is the row on telling. While telling waits, or the reader has to have it settled, it does not say why: whoever comes
// upon the page must not learn from it what is suspected, or that something is kept from them.
func (m *making) telling() string {
	t := m.f.Telling
	says := lead(term.AnswerInform, string(t.Value))
	if m.waits() && m.goesOn() {
		return english.Sentences(says, t.Why.Waiting, goOn)
	}
	if m.waits() {
		return english.Sentences(says, t.Why.Waiting)
	}
	if t.Value == term.InformExpected && t.Why.Settled != "" && m.settlesTelling() {
		return english.Sentences(says, t.Why.Settled)
	}
	return m.row(says, t.Why)
}

// sharing is a row on sharing. While advice comes first it does not say why.
func (m *making) sharing(a family.AnswerOf) string {
	says := lead(term.AnswerSharing, a.Value)
	if a.Value == string(term.SharingAdviceFirst) {
		return english.Sentences(says, a.Why.Waiting)
	}
	return m.row(says, a.Why)
}

// label names a row; a second row of the same name has none.
func label(name string, i int) string {
	if i > 0 {
		return ""
	}
	return name
}

// agreement is the row on agreement: what was answered so far, and whether agreement is needed. While
// somebody must not be told, it says less.
func (m *making) agreement(a family.AnswerOf, label string) Entry {
	first := lead(term.AnswerAgreement, a.Value)
	if m.kept(a.Of) {
		return Entry{Label: label, Text: forSome(a.Of, m.keptAgreement(a, first)), Cite: a.Why.Cite, Rule: a.Why.ID, Children: labels(a.Of)}
	}
	says := answeredTo(first, m.answered(a.Of, a.Value), a)
	say := func(text string) string { return forSome(a.Of, text) }
	if alike := m.answeredAlike(a); len(alike) > 1 {
		var said []string
		for _, of := range alike {
			if answered := inSentences(m.answered(of, a.Value), a.Value); answered != "" {
				said = append(said, forSome(of, answered))
			}
		}
		says = first + unless(a.Why.Unless)
		say = func(text string) string { return english.Sentences(english.Sentences(said...), forSome(a.Of, text)) }
	}
	return Entry{Label: label, Text: say(english.Sentences(says, m.short(a.Why))), Cite: a.Why.Cite,
		Rule: a.Why.ID, Children: labels(a.Of), least: say(english.Stopped(says))}
}

// short is what a line says on the screen. While telling waits, it sends nobody to ask the family.
func (m *making) short(l recommendation.Line) string {
	switch {
	case m.waits() && l.Waiting != "":
		return l.Waiting
	case m.safe() && l.Safe != "":
		return l.Safe
	}
	return cmp.Or(l.Short, l.Says)
}

// answeredAlike are the children of a row on agreement, together if it says the same of their answers.
func (m *making) answeredAlike(a family.AnswerOf) []family.Of {
	var out []family.Of
	var says []string
	for _, child := range a.Children {
		own := inSentences(m.answered(family.Of{Children: []string{child}}, a.Value), a.Value)
		if i := slices.Index(says, own); i >= 0 {
			out[i].Children = append(out[i].Children, child)
			continue
		}
		says, out = append(says, own), append(out, family.Of{Children: []string{child}})
	}
	return out
}

// answeredTo says in one sentence whether agreement is needed and what was answered: "Needed, and given by the
// mother." What does not go into that sentence follows it.
func answeredTo(first string, lines []family.LineOf, a family.AnswerOf) string {
	and := map[string]string{string(term.AgreementRequired): ", and ", string(term.AgreementNotRequired): ", though "}[a.Value]
	exception := unless(a.Why.Unless)
	if len(lines) == 0 || exception != "" || and == "" || joined(lines[0], a.Value) == "" {
		return english.Sentences(first+exception, inSentences(lines, a.Value))
	}
	says := []string{first + and + joined(lines[0], a.Value)}
	for _, l := range lines[1:] {
		says = append(says, cmp.Or(l.Behind, l.Short))
	}
	return english.Sentences(says...)
}

// answered are the lines on what has been answered so far for some of the children, those with an outcome first.
func (m *making) answered(of family.Of, value string) []family.LineOf {
	lines := m.linesOf(term.AnswerAnswered, of)
	if value != string(term.AgreementRequired) { // what nobody needs to ask is not said to be unasked
		lines = slices.DeleteFunc(lines, func(l family.LineOf) bool { return l.Outcome == "" })
	}
	slices.SortStableFunc(lines, func(a, b family.LineOf) int { return compareBool(a.Outcome == "", b.Outcome == "") })
	lines = lines[:min(mostAnswered, len(lines))]
	for i, l := range lines {
		if says := m.short(l.Line); says != l.Short && l.Short != "" {
			lines[i].Short, lines[i].Joined, lines[i].Unnamed, lines[i].Behind = says, "", "", ""
		}
	}
	return lines
}

// joined is a line as the end of a sentence that says whether agreement is needed. Where it is not needed, the page does not say
// who answered: whoever comes upon it would learn who spoke, and the reader does not need it.
func joined(l family.LineOf, value string) string {
	if value == string(term.AgreementNotRequired) {
		return cmp.Or(l.Unnamed, l.Joined)
	}
	return l.Joined
}

// inSentences puts lines into sentences.
func inSentences(lines []family.LineOf, value string) string {
	var out []string
	for i, l := range lines {
		switch {
		case i > 0:
			out = append(out, cmp.Or(l.Behind, l.Short))
		case value == string(term.AgreementNotRequired) && l.Unnamed != "":
			out = append(out, english.UpperFirst(l.Unnamed))
		default:
			out = append(out, l.Short)
		}
	}
	return english.Sentences(out...)
}

// shortOf is the first short text of a list of the consent position for some of the children; empty if
// there is none.
func (m *making) shortOf(a term.Answer, of family.Of) string {
	if lines := m.linesOf(a, of); len(lines) > 0 {
		return lines[0].Short
	}
	return ""
}

// linesOf are the lines of a list that have a short text, and are for all of these children.
func (m *making) linesOf(a term.Answer, of family.Of) []family.LineOf {
	var out []family.LineOf
	for _, l := range m.f.Lines {
		other := func(child string) bool { return !slices.Contains(l.Children, child) }
		if l.Answer == a && l.Short != "" && !slices.ContainsFunc(of.Children, other) {
			out = append(out, l)
		}
	}
	return out
}

// row is a row on the family: its first words, an exception that may still apply, and what the rule says.
func (m *making) row(lead string, why recommendation.Line) string {
	return english.Sentences(lead+unless(why.Unless), cmp.Or(why.Short, why.Says))
}

// unless is an exception that may still apply; empty if there is none.
func unless(u *recommendation.Unless) string {
	if u == nil || !u.Open {
		return ""
	}
	return ", unless " + english.Bare(u.Says)
}

// leads are the words with which a row begins, by answer and value.
var leads = map[term.Answer]map[string]string{
	term.AnswerAgreement: {
		string(term.AgreementRequired): "Needed", string(term.AgreementNotRequired): "Not needed",
		string(term.AgreementNotApplicable): "Does not arise",
	},
	term.AnswerInform: {
		string(term.InformExpected): "Expected", string(term.InformAdviceFirst): "Not yet", string(term.InformNotBeforeAdvice): "Not yet",
		string(term.InformNotAPrecondition): "Comes after acting", string(term.InformNotApplicable): "Does not arise",
	},
	term.AnswerSharing: {
		string(term.SharingWithAgreement): "With their agreement", string(term.SharingAdviceFirst): "Ask first",
		string(term.SharingInProportion): "Share what is needed", string(term.SharingNotApplicable): "Does not arise",
	},
	// Lists have no value.
	term.AnswerAnswered: nil, term.AnswerFrom: nil, term.AnswerRecord: nil, term.AnswerRefused: nil, term.AnswerCopy: nil,
}

// lead are the words with which a row begins.
func lead(a term.Answer, value string) string { return leads[a][value] }
