package scenariofile

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/source"
	"windscreen/engine/scenario"
	"windscreen/engine/term"
)

// consent reads what is expected of the consent position. Its lists (answered, from,
// record, refused, copy) are rules like any other and are expected by their ids.
func (e *expecting) consent(x Consent) {
	for _, a := range term.SingleAnswers().Values() {
		if t := x.value(a); t.IsSet() {
			e.consentAnswer(a, t)
		}
	}
	type open struct {
		answer term.Answer
		value  string
	}
	seen := map[open]bool{}
	for _, c := range x.CouldBe {
		e.specific = true
		if !c.Answer.IsSet() || !c.Value.IsSet() {
			continue
		}
		o := open{term.Answer(c.Answer.Value), c.Value.Value}
		switch {
		case seen[o]:
			e.fault(c.Value.Node, diagnostic.DuplicateKey, fmt.Sprintf("%s is named twice for %s", source.Clip(o.value), o.answer),
				"name it once")
		case x.value(o.answer).Value == o.value:
			e.fault(c.Value.Node, diagnostic.Conflict,
				fmt.Sprintf("%s is already the expected answer to %s", source.Clip(o.value), o.answer),
				"could_be is for other answers that are still open")
		default:
			e.couldBe(o.answer, c.Value)
		}
		seen[o] = true
	}
}

// value is what is expected of a single answer.
func (x Consent) value(a term.Answer) shape.Text {
	switch a {
	case term.AnswerAgreement:
		return x.Agreement.Text()
	case term.AnswerInform:
		return x.Inform.Text()
	case term.AnswerSharing:
		return x.Sharing.Text()
	case term.AnswerAnswered, term.AnswerFrom, term.AnswerRecord, term.AnswerRefused, term.AnswerCopy:
	}
	return shape.Text{}
}

// consentAnswer expects the answer to one question. That a policy never gives the one
// which every policy must give is a failure of the policy and no fault of the file.
func (e *expecting) consentAnswer(question term.Answer, t shape.Text) {
	e.specific = true
	if !e.every && !e.consentValue(question, t) {
		return
	}
	failure := func(a *answer) *scenario.Failure {
		got := a.explained.Consent.Value(question)
		if got == t.Value {
			return nil
		}
		rules := a.linesOf(question, t.Value)
		if why, ok := a.explained.Consent.Why[question]; ok {
			rules = append([]*policy.Rule{a.ruleOf(why.ID)}, rules...)
		}
		return a.failure(t.Value, got, rules...)
	}
	if e.several {
		e.told(t, failure)
		return
	}
	e.check("consent."+string(question), t.Node, failure)
	e.explained(readsAnswers)
}

// couldBe expects an answer that is still open.
func (e *expecting) couldBe(question term.Answer, value shape.Text) {
	if !e.consentValue(question, value) {
		return
	}
	e.check("consent.could_be", value.Node, func(a *answer) *scenario.Failure {
		given := a.explained.Consent
		var open []string
		for _, o := range given.CouldBe {
			if o.Answer == question && o.Value == value.Value {
				return nil
			}
			if o.Answer == question && !slices.Contains(open, o.Value) {
				open = append(open, o.Value)
			}
		}
		actual := string(question) + " is " + given.Value(question)
		if len(open) > 0 {
			actual += ", and could be " + strings.Join(open, ", ")
		} else {
			actual += ", and nothing else is open"
		}
		return a.failure(string(question)+" could be "+value.Value, actual, a.linesOf(question, value.Value)...)
	})
	e.explained(readsConsent)
}

// consentValue checks that the policy can give an answer.
func (e *expecting) consentValue(question term.Answer, t shape.Text) bool {
	var known []string
	for _, l := range e.policy.Consent {
		if l.Answer != question {
			continue
		}
		if l.Value == t.Value {
			return true
		}
		if !slices.Contains(known, l.Value) {
			known = append(known, l.Value)
		}
	}
	e.lacks(t.Node, diagnostic.NotOneOf, fmt.Sprintf("%s never answers %s with %q", e.policy.ID, question, source.Clip(t.Value)),
		cmp.Or(source.DidYouMean(t.Value, known), "its answers are "+strings.Join(known, ", ")))
	return false
}

// linesOf are the lines that would have given an answer but do not hold.
func (a *answer) linesOf(question term.Answer, value string) []*policy.Rule {
	var rules []*policy.Rule
	for _, l := range a.policy.Consent {
		if l.Answer == question && l.Value == value && a.outcome.Truths[l.Index] != logic.True {
			rules = append(rules, l.Rule)
		}
	}
	return rules
}
