package scenariofile

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/shape"
	"windscreen/engine/recommendation"
	"windscreen/engine/scenario"
)

// questions reads what is expected to be asked.
func (e *expecting) questions(x Questions) {
	e.specific = e.specific || len(x.Ask)+len(x.First)+len(x.Alone)+len(x.Not) > 0
	for _, t := range e.questionNames(x.Ask) {
		e.checkAsked("questions.ask", t.Node, t.Value, func(a *answer) *scenario.Failure {
			if slices.Contains(a.asked(), t.Value) {
				return nil
			}
			return a.failure(t.Value+" is asked about", "it is not: "+a.whyNotAsked(t.Value))
		})
	}
	if first := e.questionNames(x.First); len(first) > 0 {
		names := shape.Strings(first)
		child := e.child
		e.checkAll("questions.first", first[0].Node, func(all *answers) *scenario.Failure {
			asked := all.children[child].asked()
			if e.several {
				asked = all.asked()
			}
			if head := asked[:min(len(asked), len(names))]; !slices.Equal(head, names) {
				return &scenario.Failure{Expected: "first " + strings.Join(names, ", "),
					Actual: "first " + cmp.Or(strings.Join(head, ", "), "nothing: there is nothing to ask")}
			}
			return nil
		})
		e.explained(readsQuestions, names...)
		e.checks[len(e.checks)-1].ofPage = e.several
	}
	e.askedAlone(x.Alone)
	for _, t := range e.questionNames(x.Not) {
		if contains(x.Ask, t) || contains(x.First, t) || contains(x.Alone, t) {
			e.fault(t.Node, diagnostic.Conflict,
				fmt.Sprintf("%s is expected both to be asked about and not to be asked about", t.Value), "keep one of the two")
			continue
		}
		e.checkAsked("questions.not", t.Node, t.Value, func(a *answer) *scenario.Failure {
			if !slices.Contains(a.asked(), t.Value) {
				return nil
			}
			return a.failure(t.Value+" is not asked about", "it is, "+a.stakes(t.Value))
		})
	}
}

// askedAlone reads what is expected to be asked of nobody but the child. For a family it is enough that this is so for one child,
// because the family is then asked nothing.
func (e *expecting) askedAlone(list []shape.Text) {
	for _, t := range e.questionNames(list) {
		alone := func(a *answer) bool { return a.who(t.Value).Alone() }
		e.checkMost("questions.alone", t.Node, func(a *answer) int64 { return boolean(alone(a)) }, func(a *answer) *scenario.Failure {
			expected := t.Value + " is asked of the child alone"
			switch {
			case alone(a):
				return nil
			case !slices.Contains(a.asked(), t.Value):
				return a.failure(expected, "it is not asked: "+a.whyNotAsked(t.Value))
			}
			return a.failure(expected, "it is asked of "+cmp.Or(strings.Join(a.who(t.Value).Who, ", "), "nobody in particular"))
		})
		e.explained(readsAsked, t.Value)
	}
}

// who is the question about a fact or domain, with those who could answer it; zero if it is not asked.
func (a *answer) who(name string) recommendation.Question {
	for _, q := range a.explained.Questions {
		if !q.Overtaken && subject(q) == name {
			return q
		}
	}
	return recommendation.Question{}
}

// checkAsked adds an expectation that something is asked, or is not. The questions for a family
// are those for any of its children.
func (e *expecting) checkAsked(what string, n *yaml.Node, name string, failure func(a *answer) *scenario.Failure) {
	e.checkMost(what, n, func(a *answer) int64 { return boolean(slices.Contains(a.asked(), name)) }, failure)
	e.explained(readsAsked, name)
}

// questionNames are the names of a list that exist, each once.
func (e *expecting) questionNames(list []shape.Text) []shape.Text {
	var names []shape.Text
	for _, t := range list {
		switch {
		case !e.question(t):
		case contains(names, t):
			e.fault(t.Node, diagnostic.DuplicateKey, fmt.Sprintf("%s is named twice", t.Value), "name it once")
		default:
			names = append(names, t)
		}
	}
	return names
}

func contains(list []shape.Text, t shape.Text) bool {
	return slices.ContainsFunc(list, func(o shape.Text) bool { return o.Value == t.Value })
}

// subject is the fact that a question asks about, or the domain.
func subject(q recommendation.Question) string { return cmp.Or(q.Fact, q.Domain) }

// asked are the subjects of the questions in their order. What is overtaken is listed, and nobody is asked it.
func (a *answer) asked() []string {
	var names []string
	for _, q := range a.explained.Questions {
		if !q.Overtaken {
			names = append(names, subject(q))
		}
	}
	return names
}

// whyNotAsked says why there is no question about a fact or domain.
func (a *answer) whyNotAsked(name string) string {
	f := a.policy.Vocabulary.Fact(name)
	switch {
	case f != nil && a.input.Values[f.Index].Known():
		r := a.fact(f)
		return r.Name + " is " + r.Says
	case f != nil && a.c.Origins[f.Index] == casefile.NotApplicable:
		return "it cannot apply to the child"
	case f != nil && f.Applies != nil && f.Applies.Truth(a.input.Values, a.input.AsOf) == logic.Unknown:
		return "it is open whether it applies, and that is asked first"
	case f != nil:
		return "no rule that is still open reads it"
	case slices.Contains(a.c.Explored, name), slices.Contains(a.c.Explored, casefile.Everything):
		return "the domain has been gone through"
	default:
		return "going through the domain would settle nothing that is still open"
	}
}

// stakes says which open rules a question is asked for.
func (a *answer) stakes(name string) string {
	var rules []string
	for _, q := range a.explained.Questions {
		if subject(q) != name {
			continue
		}
		for _, c := range q.Could {
			rules = append(rules, c.Rule)
		}
	}
	return "for " + someOf(rules)
}

// someOf joins the first few of a list and says how many more there are.
func someOf(list []string) string {
	if len(list) <= maxRules {
		return strings.Join(list, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(list[:maxRules], ", "), len(list)-maxRules)
}
