package page

import (
	"fmt"
	"slices"
	"strings"

	"windscreen/engine/family"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// Of is the first screen of an answer: for the family, or for the child if the case is about one.
func Of(a *family.Answer) *Page {
	m := making{a: a, f: a.Family}
	if len(a.Children) == 1 {
		m.one = &a.Children[0]
	}
	return m.page()
}

// OfChild is the first screen of the answer for one child of a family. Whether the family may be
// told is the child's own answer, which takes the other children into account.
func OfChild(c family.Child) *Page {
	count := c.OneOf
	m := making{a: family.Together([]family.Child{c}), oneOf: count}
	m.f, m.one = m.a.Family, &m.a.Children[0]
	return m.page()
}

// making makes one page.
type making struct {
	a *family.Answer
	f family.Page
	// one is the only child that the page is about; nil on a page for several. If the page is for one
	// child of several, oneOf is how many the case is about.
	one   *family.Child
	oneOf int
	// asked are the paths of the facts that the page asks for, in order.
	asked []string
}

// page makes the page. The questions come before what refers to them by number, and the steps before the
// head, which says what they call for.
func (m *making) page() *Page {
	p := &Page{}
	if m.one != nil && m.oneOf > 1 {
		p.Child = m.one.Child
	}
	for _, c := range m.a.Children {
		if m.one == nil {
			p.Children = append(p.Children, c.Child)
		}
	}
	m.leaveOut()
	p.FindOut = m.findOut()
	p.Steps = m.steps()
	p.Family = m.family()
	p.Why = m.why()
	p.Next = m.next()
	p.Sure = m.sure(p)
	p.Head = m.head(p)
	p.Foot = m.foot()
	fit(p)
	p.Clauses = cited(p, m.f.Clauses)
	return p
}

// leaveOut takes away each rule that another one leaves out, even if that one is left out too.
func (m *making) leaveOut() {
	out := map[string]bool{}
	note := func(r recommendation.Rule) {
		for _, id := range r.Excludes {
			out[id] = true
		}
	}
	for _, x := range m.f.Actions {
		if x.State == term.NowDue {
			note(x.Rule)
		}
	}
	for _, x := range m.f.Pathway {
		note(x.Rule)
	}
	for _, x := range m.f.Lines {
		note(x.Rule)
	}
	for _, x := range m.f.Cautions {
		note(x.Rule)
	}
	m.f.Actions = slices.DeleteFunc(slices.Clone(m.f.Actions), func(x family.Action) bool { return out[x.ID] })
	m.f.Pathway = slices.DeleteFunc(slices.Clone(m.f.Pathway), func(x family.StepOf) bool { return out[x.ID] })
	m.f.Lines = slices.DeleteFunc(slices.Clone(m.f.Lines), func(x family.LineOf) bool { return out[x.ID] })
	m.f.Cautions = slices.DeleteFunc(slices.Clone(m.f.Cautions), func(x family.CautionOf) bool { return out[x.ID] })
}

// waits reports whether nobody may tell or ask the family before advice has been taken.
func (m *making) waits() bool {
	return m.f.Telling.Value == term.InformAdviceFirst || m.f.Telling.Value == term.InformNotBeforeAdvice
}

// outcome is what the family's answer comes to; empty if it has not answered, or nobody has said.
func (m *making) outcome() term.Outcome {
	for _, l := range m.f.Lines {
		if l.Outcome != "" {
			return l.Outcome
		}
	}
	return ""
}

// labels are the labels of the children for whom something is; none if it is for all.
func labels(of family.Of) []string {
	if of.All {
		return nil
	}
	return of.Children
}

// forSome puts the children for whom a text is before it, unless it is for all.
func forSome(of family.Of, text string) string {
	if names := labels(of); len(names) > 0 {
		return upperFirst(listed(names)) + ": " + text
	}
	return text
}

// listed joins names: "baby", "6 and 11", "a, b and c".
func listed(names []string) string { return enumerated(names, "and") }

// enumerated joins names, with a word such as "or" before the last.
func enumerated(names []string, last string) string {
	switch n := len(names); n {
	case 0:
		return ""
	case 1:
		return names[0]
	default:
		return strings.Join(names[:n-1], ", ") + " " + last + " " + names[n-1]
	}
}

// numbers are small numbers in words.
var numbers = []string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}

// number is a count in words up to ten, and in figures above.
func number(n int) string {
	if n >= 0 && n < len(numbers) {
		return numbers[n]
	}
	return fmt.Sprint(n)
}
