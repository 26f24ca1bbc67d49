package page

import (
	"cmp"
	"slices"

	"windscreen/engine/family"
	"windscreen/engine/internal/english"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// Of is the first screen of an answer: for the family, or for the child if the case is about one.
func Of(a *family.Answer) *Page {
	return makingOf(a).page()
}

// OfChild is the first screen of the answer for one child of a family. Whether the family may be
// told is the child's own answer, which takes the other children into account.
func OfChild(c family.Child) *Page {
	return makingOfChild(c).page()
}

// Long is Of without the limits of a screen: everything that there is no room for on 45 lines stands in its place. It is for
// a page that can be scrolled.
func Long(a *family.Answer) *Page {
	m := makingOf(a)
	m.long = true
	return m.page()
}

// LongOfChild is OfChild without the limits of a screen.
func LongOfChild(c family.Child) *Page {
	m := makingOfChild(c)
	m.long = true
	return m.page()
}

// making makes one page.
type making struct {
	// long is true of a page without the limits of a screen.
	long bool
	a    *family.Answer
	f    family.Page
	// one is the only child that the page is about; nil on a page for several. If the page is for one
	// child of several, oneOf is how many the case is about.
	one   *family.Child
	oneOf int
	// asked are the paths of the facts that the page asks for, in order, and askedOf the children about whom.
	asked   []string
	askedOf []family.Of
	// unheard is true of a copy that somebody may see who did not answer.
	unheard bool
	// emergencySaid is true if a step says what to do first if there is danger at this moment.
	emergencySaid bool
	// calls are the calls for help by the fact on which each hangs, once they were looked for.
	calls map[string]string
}

// makingOf makes the page for all children of an answer. The page takes them in the order of their rows, so that
// it does not depend on the order in which the case names them.
func makingOf(a *family.Answer) *making {
	m := &making{a: a, f: a.Family}
	if len(a.Children) == 1 {
		m.one = &a.Children[0]
		return m
	}
	rowOf := func(c family.Child) int {
		return slices.IndexFunc(a.Family.Rows, func(r family.Row) bool { return r.Child == c.Child })
	}
	byRow := *a
	byRow.Children = slices.SortedStableFunc(slices.Values(a.Children), func(x, y family.Child) int {
		return cmp.Compare(rowOf(x), rowOf(y))
	})
	m.a = &byRow
	return m
}

// makingOfChild makes the page for one child of several.
func makingOfChild(c family.Child) *making {
	count := c.OneOf
	m := makingOf(family.Together([]family.Child{c}))
	m.oneOf = count
	return m
}

// page makes the page. The questions come before what refers to them by number, and the steps before the
// head, which says what they call for.
func (m *making) page() *Page {
	p := &Page{}
	p.Child, p.Children = m.whom()
	m.leaveOut()
	p.FindOut = m.findOut()
	p.Steps = m.steps()
	p.Family = m.family()
	p.Why = m.why()
	p.Next = m.next()
	p.Sure = m.sure()
	p.Head = m.head(p)
	p.Foot = m.foot(p)
	if !m.long {
		fit(p)
	}
	p.Foot = m.foot(p) // what was left out may have been all that said who reported what
	m.changesOf(p)
	spellOut(p, m.contacts())
	if len(p.Next.Entries) > 0 {
		p.Next.Aside = m.besides(&p.Next)
	}
	p.Clauses = cited(p, m.f.Clauses)
	return p
}

// most is how many of some entries there is room for, of so many that there are.
func (m *making) most(limit, of int) int {
	if m.long {
		return of
	}
	return min(limit, of)
}

// whom is the label of the child whom the page is about, or those of all children.
func (m *making) whom() (child string, children []string) {
	if m.one != nil {
		if m.oneOf > 1 {
			child = m.one.Child
		}
		return child, nil
	}
	for _, c := range m.a.Children {
		children = append(children, c.Child)
	}
	return "", children
}

// leaveOut takes away, for each child, what another rule that holds for the same child leaves out.
func (m *making) leaveOut() {
	out := map[string]map[string]bool{}
	note := func(of family.Of, r recommendation.Rule) {
		for _, id := range r.Excludes {
			for _, child := range of.Children {
				if out[child] == nil {
					out[child] = map[string]bool{}
				}
				out[child][id] = true
			}
		}
	}
	for _, x := range m.f.Actions {
		if x.State == term.NowDue {
			note(x.Of, x.Rule)
		}
	}
	for _, x := range m.f.Pathway {
		note(x.Of, x.Rule)
	}
	for _, x := range m.f.Lines {
		note(x.Of, x.Rule)
	}
	for _, x := range m.f.Cautions {
		note(x.Of, x.Rule)
	}
	m.f.Actions = without(m.f.Actions, out, func(x *family.Action) (*family.Of, string) { return &x.Of, x.ID })
	m.f.Pathway = without(m.f.Pathway, out, func(x *family.StepOf) (*family.Of, string) { return &x.Of, x.ID })
	m.f.Lines = without(m.f.Lines, out, func(x *family.LineOf) (*family.Of, string) { return &x.Of, x.ID })
	m.f.Cautions = without(m.f.Cautions, out, func(x *family.CautionOf) (*family.Of, string) { return &x.Of, x.ID })
}

// without is a list without the children for whom an entry is left out, and without entries that are then for nobody. out
// are the ids of those by child, and part gives the children and the id of an entry. The list given stays as it is; it
// is not copied unless something is left out, because entries are large.
func without[T any](list []T, out map[string]map[string]bool, part func(*T) (*family.Of, string)) []T {
	goes := func(x *T) bool {
		of, id := part(x)
		return len(of.Children) == 0 || slices.ContainsFunc(of.Children, func(child string) bool { return out[child][id] })
	}
	first := 0
	for first < len(list) && !goes(&list[first]) {
		first++
	}
	if first == len(list) {
		return list
	}
	rest := append(make([]T, 0, len(list)), list[:first]...)
	for _, x := range list[first:] {
		if !goes(&x) {
			rest = append(rest, x)
			continue
		}
		of, id := part(&x)
		*of = family.Of{Children: slices.DeleteFunc(slices.Clone(of.Children), func(child string) bool { return out[child][id] })}
		if len(of.Children) > 0 {
			rest = append(rest, x)
		}
	}
	return rest
}

// waits reports whether nobody may tell or ask the family before advice has been taken.
func (m *making) waits() bool { return m.f.Telling.Value.AfterAdvice() }

// safe reports whether the family may be told and no answer that is still open could make that wait.
func (m *making) safe() bool {
	return m.f.Telling.Value == term.InformExpected && !slices.ContainsFunc(m.a.Children,
		func(c family.Child) bool { return len(stopsTelling(c.Recommendation)) > 0 })
}

// apart reports whether the family is kept out for now: because advice comes first, or because acting
// does.
func (m *making) apart() bool {
	return m.waits() || m.f.Telling.Value == term.InformNotAPrecondition
}

// outcomes are what the family's answers come to for some of the children, each once. Empty is among them
// if for one of the children nobody has answered.
func (m *making) outcomes(of family.Of) []term.Outcome {
	var out []term.Outcome
	for _, child := range of.Children {
		if o := m.outcomeFor(child); !slices.Contains(out, o) {
			out = append(out, o)
		}
	}
	return out
}

// outcome is the outcome for some of the children if it is the same for all of them, and otherwise empty.
func (m *making) outcome(of family.Of) term.Outcome {
	if all := m.outcomes(of); len(all) == 1 {
		return all[0]
	}
	return ""
}

// answeredSo are those of some children for whom the family's answer comes to an outcome.
func (m *making) answeredSo(of family.Of, outcome term.Outcome) []string {
	return slices.DeleteFunc(slices.Clone(of.Children), func(child string) bool { return m.outcomeFor(child) != outcome })
}

// outcomeFor is what the family's answer comes to for one child; empty if nobody has answered, or somebody may see the page who
// is not to learn of it from it.
func (m *making) outcomeFor(child string) term.Outcome {
	if m.unheard {
		return ""
	}
	for _, l := range m.f.Lines {
		if l.Outcome != "" && slices.Contains(l.Children, child) {
			return l.Outcome
		}
	}
	return ""
}

// everyone is all the children that the page is about.
func (m *making) everyone() family.Of {
	of := family.Of{All: true}
	for _, c := range m.a.Children {
		of.Children = append(of.Children, c.Child)
	}
	return of
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
	if before := childrenBefore(labels(of)); before != "" {
		return before + english.LowerFirst(text)
	}
	return text
}

// childrenBefore are the words before a text that is for some of the children; empty if it is for all.
func childrenBefore(names []string) string {
	if len(names) == 0 {
		return ""
	}
	return "For " + english.And(names) + ": "
}
