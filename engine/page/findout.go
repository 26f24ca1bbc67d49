package page

import (
	"cmp"
	"slices"

	"windscreen/engine/family"
	"windscreen/engine/internal/english"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// mostQuestions is how many questions the screen asks, and mostWho how many sources it names for each.
const (
	mostQuestions = 5
	mostWho       = 2
)

// Asks are the questions about single facts that nothing has overtaken, in the order in which to ask them. The screen has
// the first of them. While telling the family waits, what nobody knows before the family is asked is not among them.
func Asks(f *family.Page) []family.QuestionOf {
	waits := f.Telling.Value.AfterAdvice()
	return slices.DeleteFunc(slices.Clone(f.Questions), func(q family.QuestionOf) bool { return !isAsked(&q, waits) })
}

// isAsked reports whether a question is one of Asks; waits is whether telling the family waits.
func isAsked(q *family.QuestionOf, waits bool) bool {
	return q.Kind == term.AskFact && !q.Overtaken && !(waits && q.AsksFamily)
}

// ToAsk are Asks as the screen asks them: danger first where there are several children, and each of the children about
// whom it is still asked.
func ToAsk(a *family.Answer) []family.QuestionOf {
	m := makingOf(a)
	return m.toAsk(len(m.f.Questions))
}

// toAsk are the first so many.
func (m *making) toAsk(most int) []family.QuestionOf {
	var list []family.QuestionOf
	if m.one == nil { // of several children, each has its own order
		list = Asks(&m.f)
		slices.SortStableFunc(list, func(a, b family.QuestionOf) int { return compareBool(!m.dangerous(a.Fact), !m.dangerous(b.Fact)) })
		list = list[:min(most, len(list))]
	} else {
		for i := range m.f.Questions {
			if q := &m.f.Questions[i]; len(list) < most && isAsked(q, m.waits()) {
				list = append(list, *q)
			}
		}
	}
	for i := range list {
		list[i].Of = m.childrenAsked(list[i])
	}
	return list
}

// findOut are the questions about single facts to ask next.
func (m *making) findOut() Section {
	list := m.toAsk(mostQuestions)
	if len(list) == 0 {
		return Section{}
	}
	apart := m.apart() || m.asksWhetherSafe(list)
	s := Section{Heading: "Find out next", Aside: "from"}
	for _, q := range list {
		m.asked, m.askedOf = append(m.asked, q.Fact), append(m.askedOf, q.Of)
		text := cmp.Or(q.Short, q.Ask)
		s.Entries = append(s.Entries, Entry{Text: forSome(m.namedFor(q.Of, q.Discloses), text), Who: m.sources(q, apart),
			Children: labels(q.Of), Fact: q.Fact})
	}
	return s
}

// asking is what a step says; before the text of one that asks the questions of the page it says so.
func (m *making) asking(r recommendation.Rule, text string) string {
	switch {
	case !r.Has(term.DeedAsks):
		return text
	case len(m.asked) == 0:
		return english.Sentences("Ask what is not known", text)
	case m.callInDanger() == "":
		return english.Sentences("Ask the questions below", text)
	}
	return english.Sentences("Ask the questions below, danger first", text)
}

// childrenAsked are the children about whom a question is still asked: those for whom no ground that holds has
// overtaken it.
func (m *making) childrenAsked(q family.QuestionOf) family.Of {
	of := family.Of{All: q.All}
	for _, label := range q.Children {
		if m.overtaken(label, q.Fact) {
			of.All = false
			continue
		}
		of.Children = append(of.Children, label)
	}
	return of
}

// overtaken reports whether a ground that holds for a child has overtaken the question about a fact.
func (m *making) overtaken(label, fact string) bool {
	for _, c := range m.a.Children {
		if c.Child == label {
			return slices.ContainsFunc(c.Questions, func(q recommendation.Question) bool { return q.Fact == fact && q.Overtaken })
		}
	}
	return false
}

// asksWhetherSafe reports whether a question on the page decides whether the family may be told.
func (m *making) asksWhetherSafe(list []family.QuestionOf) bool {
	for _, c := range m.a.Children {
		for _, b := range c.Consent.CouldBe {
			if b.Answer != term.AnswerInform {
				continue
			}
			for _, q := range list {
				if slices.Contains(b.WaitsOn, q.Fact) {
					return true
				}
			}
		}
	}
	return false
}
