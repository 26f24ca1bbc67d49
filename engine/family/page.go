package family

import (
	"cmp"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// Together puts the answers for the children of one case together. There is at least one child.
func Together(children []Child) *Answer {
	p := pageOf(children)
	return &Answer{Format: FormatVersion, Family: p, Children: children}
}

// pageOf makes the page.
func pageOf(children []Child) Page {
	byNeed := slices.Clone(children)
	slices.SortStableFunc(byNeed, func(a, b Child) int {
		return cmp.Or(cmp.Compare(b.Level.Recommended, a.Level.Recommended), cmp.Compare(b.Level.AtMost, a.Level.AtMost),
			strings.Compare(a.Child, b.Child))
	})
	m := merging{children: byNeed}
	first := byNeed[0]
	p := Page{
		Policy: first.Policy, Document: first.Document, Case: first.Case, AsOf: first.AsOf, Reader: first.Reader,
		Level: m.level(), Rows: m.rows(), Telling: m.telling(),
		Agreement: m.answers(term.AnswerAgreement), Sharing: m.answers(term.AnswerSharing), Lines: m.lines(),
		Titles: map[string]string{}, Clauses: map[string]recommendation.Clause{},
	}
	p.Otherwise = each(m, func(c Child) []Otherwise { return c.Otherwise }, func(o Otherwise) any { return o },
		func(of Of, o Otherwise) OtherwiseOf { return OtherwiseOf{of, o} })
	p.Contradictions = each(m, func(c Child) []recommendation.Contradiction { return c.Contradictions },
		func(x recommendation.Contradiction) any { return x },
		func(of Of, x recommendation.Contradiction) ContradictionOf { return ContradictionOf{of, x} })
	p.Actions = each(m, func(c Child) []recommendation.Escalation { return c.Escalations },
		func(x recommendation.Escalation) any { return []any{x.ID, x.State, x.Due} },
		func(of Of, x recommendation.Escalation) Action { return Action{of, x} })
	slices.SortStableFunc(p.Actions, func(a, b Action) int {
		return cmp.Or(cmp.Compare(possible(a.State), possible(b.State)), cmp.Compare(m.place(a), m.place(b)), strings.Compare(a.ID, b.ID))
	})
	p.Pathway = each(m, func(c Child) []recommendation.Step { return c.Pathway }, func(x recommendation.Step) any { return x.ID },
		func(of Of, x recommendation.Step) StepOf { return StepOf{of, x} })
	p.Questions = m.questions()
	p.TakenAsAbsent = each(m, func(c Child) []string { return c.TakenAsAbsent }, func(x string) any { return x },
		func(of Of, x string) TakenOf { return TakenOf{of, x} })
	p.Cautions = each(m, func(c Child) []recommendation.Caution { return c.Cautions },
		func(x recommendation.Caution) any { return x.ID },
		func(of Of, x recommendation.Caution) CautionOf { return CautionOf{of, x} })
	for _, c := range byNeed {
		maps.Copy(p.Titles, c.Titles)
		maps.Copy(p.Clauses, c.Clauses)
	}
	return p
}

// merging puts together what is said of the children, who stand in order of need.
type merging struct{ children []Child }

// of are some children, in order of need.
func (m merging) of(labels []string) Of {
	return Of{Children: labels, All: len(labels) == len(m.children)}
}

// each puts lists together: what has the same key is said once, for all of whom it is said.
func each[T, U any](m merging, list func(Child) []T, key func(T) any, make func(Of, T) U) []U {
	out := []U{}
	var order []string
	said := map[string]T{}
	labels := map[string][]string{}
	for _, c := range m.children {
		for _, x := range list(c) {
			data, err := json.Marshal(key(x))
			k := string(data)
			if err != nil {
				k = c.Child // nothing here fails to be written; if it does, it is said for each child
			}
			if _, there := said[k]; !there {
				order, said[k] = append(order, k), x
			}
			if !slices.Contains(labels[k], c.Child) {
				labels[k] = append(labels[k], c.Child)
			}
		}
	}
	for _, k := range order {
		out = append(out, make(m.of(labels[k]), said[k]))
	}
	return out
}

// level is the highest of all.
func (m merging) level() Level {
	first := m.children[0].Level
	out := Level{Recommended: first.Recommended, Name: first.Name, Settled: true, Children: []string{}, Scale: first.Scale}
	for _, c := range m.children {
		out.AtMost = max(out.AtMost, c.Level.AtMost)
		out.Settled = out.Settled && c.Level.Settled
		if c.Level.Recommended == out.Recommended {
			out.Children = append(out.Children, c.Child)
		}
	}
	return out
}

// rows are one for each child.
func (m merging) rows() []Row {
	out := []Row{}
	for _, c := range m.children {
		row := Row{Child: c.Child, Recommended: c.Level.Recommended, Name: c.Level.Name, AtMost: c.Level.AtMost,
			Settled: c.Level.Settled, Grounds: []recommendation.Ground{}, Possible: []recommendation.Ground{},
			Because: c.Level.Because, Cite: c.Level.Cite, Judgement: c.Judgement}
		for _, g := range c.Grounds {
			if g.State == term.Holds {
				row.Grounds = append(row.Grounds, g)
			} else {
				row.Possible = append(row.Possible, g)
			}
		}
		out = append(out, row)
	}
	return out
}

// telling is the most cautious answer of any child.
func (m merging) telling() Telling {
	most := m.children[0].Consent
	for _, c := range m.children {
		if c.Consent.Inform != most.Inform && term.AnswerInform.AsCautious(string(c.Consent.Inform), string(most.Inform)) {
			most = c.Consent
		}
	}
	var labels []string
	for _, c := range m.children {
		if c.Consent.Inform == most.Inform {
			labels = append(labels, c.Child)
		}
	}
	return Telling{Of: m.of(labels), Value: most.Inform, Why: most.Why[term.AnswerInform]}
}

// answers are the values of a single answer, each once.
func (m merging) answers(a term.Answer) []AnswerOf {
	return each(m, func(c Child) []AnswerOf { return []AnswerOf{{Value: c.Consent.Value(a), Why: c.Consent.Why[a]}} },
		func(x AnswerOf) any { return []string{x.Value, x.Why.ID} },
		func(of Of, x AnswerOf) AnswerOf { x.Of = of; return x })
}

// lines are the lists of the consent position.
func (m merging) lines() []LineOf {
	out := []LineOf{}
	for _, w := range term.TableOf[term.Answer]() {
		out = append(out, each(m, func(c Child) []recommendation.Line { return c.Consent.Lines(w.Code) },
			func(x recommendation.Line) any { return x.ID },
			func(of Of, x recommendation.Line) LineOf { return LineOf{of, w.Code, x} })...)
	}
	return out
}

// possible puts what is due before what may be.
func possible(s term.State) int {
	if s == term.NowDue {
		return 0
	}
	return 1
}

// place is the first place at which an action stands for any child.
func (m merging) place(a Action) int {
	first := -1
	for _, c := range m.children {
		i := slices.IndexFunc(c.Escalations, func(e recommendation.Escalation) bool { return e.ID == a.ID && e.State == a.State })
		if i >= 0 && (first < 0 || i < first) {
			first = i
		}
	}
	return first
}

// questions are each asked once. Their order is that in which they stand for any child.
func (m merging) questions() []QuestionOf {
	places := map[string]int{}
	for _, c := range m.children {
		for i, q := range c.Questions {
			k := q.Domain + " " + q.Fact
			if at, there := places[k]; !there || i < at {
				places[k] = i
			}
		}
	}
	out := each(m, func(c Child) []recommendation.Question { return c.Questions },
		func(q recommendation.Question) any { return []string{q.Domain, q.Fact} },
		func(of Of, q recommendation.Question) QuestionOf { return QuestionOf{of, q} })
	slices.SortStableFunc(out, func(a, b QuestionOf) int {
		return cmp.Compare(places[a.Domain+" "+a.Fact], places[b.Domain+" "+b.Fact])
	})
	return out
}
