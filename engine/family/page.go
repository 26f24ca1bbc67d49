package family

import (
	"cmp"
	"maps"
	"slices"

	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// Together puts the answers for the children of one case together. There is at least one child.
func Together(children []Child) *Answer {
	for i := range children {
		children[i].OneOf = len(children)
	}
	return &Answer{Format: FormatVersion, Family: pageOf(children), Children: children}
}

// pageOf makes the page.
func pageOf(children []Child) Page {
	m := merging{slices.SortedFunc(slices.Values(children), byNeed)}
	first := m.children[0]
	p := Page{
		Policy: first.Policy, Document: first.Document, Case: first.Case, AsOf: first.AsOf, Reader: first.Reader,
		Level: m.level(), Rows: m.rows(), Telling: m.telling(),
		Agreement: m.answers(term.AnswerAgreement), Sharing: m.answers(term.AnswerSharing), Lines: m.lines(),
		Actions: m.actions(), Pathway: m.pathway(), Questions: m.questions(),
		Titles: first.Titles, Clauses: first.Clauses,
	}
	p.Presumed = each(m, func(c Child) []recommendation.Fact { return c.Presumed },
		whole(func(x *recommendation.Fact) string { return x.Fact }), nil,
		func(of Of, x recommendation.Fact) FactOf { return FactOf{of, x} })
	p.Otherwise = each(m, func(c Child) []Otherwise { return c.Otherwise }, itself[Otherwise](), nil,
		func(of Of, x Otherwise) OtherwiseOf { return OtherwiseOf{of, x} })
	p.Contradictions = each(m, func(c Child) []recommendation.Contradiction { return c.Contradictions },
		whole(func(x *recommendation.Contradiction) string { return x.Fact }), nil,
		func(of Of, x recommendation.Contradiction) ContradictionOf { return ContradictionOf{of, x} })
	p.Notes = each(m, func(c Child) []recommendation.Note { return c.Notes },
		whole(func(x *recommendation.Note) string { return x.Says }), nil,
		func(of Of, x recommendation.Note) NoteOf { return NoteOf{of, x} })
	p.TakenAsAbsent = each(m, func(c Child) []string { return c.TakenAsAbsent }, itself[string](), nil,
		func(of Of, x string) TakenOf { return TakenOf{of, x} })
	p.Cautions = each(m, func(c Child) []recommendation.Caution { return c.Cautions },
		byKey(func(x *recommendation.Caution) ruleKey { return sameRule(&x.Rule) }),
		func(x *recommendation.Caution, y recommendation.Caution) { common(&x.Rule, y.Rule) },
		func(of Of, x recommendation.Caution) CautionOf { return CautionOf{of, x} })
	if len(m.children) > 1 || p.Titles == nil || p.Clauses == nil { // one child's are as they are: they are large
		p.Titles, p.Clauses = map[string]string{}, map[string]recommendation.Clause{}
		for _, c := range m.children {
			maps.Copy(p.Titles, c.Titles)
			maps.Copy(p.Clauses, c.Clauses)
		}
	}
	return p
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
			Settled: c.Level.Settled, RestsOnContradicted: c.Level.RestsOnContradicted,
			Grounds: []recommendation.Ground{}, Possible: []recommendation.Ground{},
			Signs: []Sign{}, Cite: c.Level.Cite, Judgement: c.Judgement}
		for _, i := range c.Indicators {
			if i.Counted {
				row.Signs = append(row.Signs, Sign{ID: i.ID, Title: i.Title, Level: i.Level, Cite: i.Cite})
			}
		}
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
	var each []term.Inform
	for _, c := range m.children {
		each = append(each, c.Consent.Inform)
	}
	out := Telling{Value: MostCautious(each)}
	var labels []string
	for _, c := range m.children {
		if c.Consent.Inform != out.Value {
			continue
		}
		if len(labels) == 0 {
			out.Why = c.Consent.Why[term.AnswerInform]
		}
		labels = append(labels, c.Child)
	}
	out.Of = m.of(labels)
	return out
}

// MostCautious is the most cautious of the answers whether to tell the family; empty where there are none.
func MostCautious(answers []term.Inform) (most term.Inform) {
	for i, a := range answers {
		if i == 0 || term.AnswerInform.AsCautious(string(a), string(most)) {
			most = a
		}
	}
	return most
}

// answers are the values of a single answer, each once for each rule behind it.
func (m merging) answers(a term.Answer) []AnswerOf {
	return each(m, func(c Child) []AnswerOf { return []AnswerOf{{Value: c.Consent.Value(a), Why: c.Consent.Why[a]}} },
		byKey(func(x *AnswerOf) withRule { return withRule{sameRule(&x.Why.Rule), x.Value} }),
		func(x *AnswerOf, y AnswerOf) { common(&x.Why.Rule, y.Why.Rule) },
		func(of Of, x AnswerOf) AnswerOf { x.Of = of; return x })
}

// lines are the lists of the consent position.
func (m merging) lines() []LineOf {
	out := []LineOf{}
	for _, w := range term.TableOf[term.Answer]() {
		out = append(out, each(m, func(c Child) []recommendation.Line { return c.Consent.Lines(w.Code) },
			byKey(func(x *recommendation.Line) withRule { return withRule{sameRule(&x.Rule), x.Says} }),
			func(x *recommendation.Line, y recommendation.Line) { common(&x.Rule, y.Rule) },
			func(of Of, x recommendation.Line) LineOf { return LineOf{of, w.Code, x} })...)
	}
	return out
}

// actions are in the order in which they stand for the children: what is due before what may be,
// and of that first what cannot wait, then what comes first for any child, the one in most need
// before the others.
func (m merging) actions() []Action {
	places := placesOf(m, func(c Child) []recommendation.Escalation { return c.Escalations },
		func(x *recommendation.Escalation) string { return x.ID + string(x.State) })
	out := each(m, func(c Child) []recommendation.Escalation { return c.Escalations },
		keyed[withRule, recommendation.Escalation]{
			key:  func(x *recommendation.Escalation) withRule { return withRule{sameRule(&x.Rule), string(x.State)} },
			more: func(x *recommendation.Escalation) string { return keyOf(x.Due) },
		},
		func(x *recommendation.Escalation, y recommendation.Escalation) {
			common(&x.Rule, y.Rule)
			x.WaitsOn = either(x.WaitsOn, y.WaitsOn)
		},
		func(of Of, x recommendation.Escalation) Action { return Action{of, x} })
	slices.SortStableFunc(out, func(a, b Action) int {
		return cmp.Or(
			order(a.State == term.NowDue, b.State == term.NowDue),
			order(a.Immediate, b.Immediate),
			cmp.Compare(places[a.ID+string(a.State)], places[b.ID+string(b.State)]),
		)
	})
	return out
}

// pathway is in the order of its parts.
func (m merging) pathway() []StepOf {
	out := each(m, func(c Child) []recommendation.Step { return c.Pathway },
		byKey(func(x *recommendation.Step) ruleKey { return sameRule(&x.Rule) }),
		func(x *recommendation.Step, y recommendation.Step) { common(&x.Rule, y.Rule) },
		func(of Of, x recommendation.Step) StepOf { return StepOf{of, x} })
	slices.SortStableFunc(out, func(a, b StepOf) int { return cmp.Compare(term.Order(a.Part), term.Order(b.Part)) })
	return out
}

// questions are each asked once.
func (m merging) questions() []QuestionOf {
	list := func(c Child) []recommendation.Question { return c.Questions }
	key := func(q *recommendation.Question) [2]string { return [2]string{q.Domain, q.Fact} }
	out := each(m, list, byKey(key),
		func(q *recommendation.Question, other recommendation.Question) {
			q.Could = either(q.Could, other.Could)
			switch { // whoever is asked of one child learns of it
			case other.Alone():
				q.Who, q.Family, q.Kinds = other.Who, other.Family, other.Kinds
			case !q.Alone():
				q.Who, q.Family = either(q.Who, other.Who), either(q.Family, other.Family)
			}
			q.Overtaken = q.Overtaken && other.Overtaken
		},
		func(of Of, q recommendation.Question) QuestionOf { return QuestionOf{of, q} })
	if len(m.children) == 1 {
		return out // they are in this order
	}
	places := placesOf(m, list, key)
	slices.SortStableFunc(out, func(a, b QuestionOf) int { return cmp.Compare(places[key(&a.Question)], places[key(&b.Question)]) })
	return out
}
