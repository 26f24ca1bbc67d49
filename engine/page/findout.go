package page

import (
	"cmp"
	"slices"
	"strings"

	"windscreen/engine/family"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// mostQuestions is how many questions the screen asks, and mostWho how many sources it names for each.
const (
	mostQuestions = 5
	mostWho       = 2
)

// nobodyElse is the source of a question that only the family could answer, while nobody may ask them.
const nobodyElse = "social care decides"

// whoeverWasTold is a source that tells whoever comes upon the page that somebody spoke.
const whoeverWasTold = "whoever was told"

// Asks are the questions about single facts that nothing has overtaken, in the order in which to ask them. The screen has
// the first of them.
func Asks(f *family.Page) []family.QuestionOf {
	return slices.DeleteFunc(slices.Clone(f.Questions), func(q family.QuestionOf) bool { return q.Kind != term.AskFact || q.Overtaken })
}

// findOut are the questions about single facts to ask next.
func (m *making) findOut() Section {
	list := Asks(&m.f)
	list = list[:min(mostQuestions, len(list))]
	for i := range list {
		list[i].Of = m.asking(list[i])
	}
	if len(list) == 0 {
		return Section{}
	}
	apart := m.apart() || m.asksWhetherSafe(list)
	s := Section{Heading: "Find out next", Aside: "from"}
	for _, q := range list {
		m.asked, m.askedOf = append(m.asked, q.Fact), append(m.askedOf, q.Of)
		s.Entries = append(s.Entries, Entry{Text: forSome(q.Of, cmp.Or(q.Short, q.Ask)), Who: sources(q.Question, apart),
			Children: labels(q.Of), Fact: q.Fact})
	}
	return s
}

// asBelow makes what a step says of the questions below fit those that there are.
func (m *making) asBelow(text string) string {
	const danger, below = ", danger first", "Ask the questions below"
	if !slices.ContainsFunc(m.asked, m.dangerous) {
		text = strings.Replace(text, danger, "", 1)
	}
	if len(m.asked) == 0 {
		text = strings.Replace(text, below, "Ask what is not known", 1)
	}
	return text
}

// asking are the children about whom a question is still asked: those for whom no ground that holds has
// overtaken it.
func (m *making) asking(q family.QuestionOf) family.Of {
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

// sources are those who could answer. With apart, the family is not among them, because nobody may ask it.
func sources(q recommendation.Question, apart bool) []string {
	who := q.Who
	if apart {
		who = slices.DeleteFunc(slices.Clone(who), func(w string) bool { return slices.Contains(q.Family, w) })
		if len(who) > 1 {
			who = slices.DeleteFunc(who, func(w string) bool { return w == whoeverWasTold })
		}
	}
	if len(who) == 0 {
		return []string{nobodyElse}
	}
	return who[:min(mostWho, len(who))]
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
