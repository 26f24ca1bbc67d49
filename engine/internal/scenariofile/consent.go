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
	"windscreen/engine/recommendation"
	"windscreen/engine/scenario"
)

// consent reads what is expected of the consent position. Its lists (from, record,
// refused) are rules like any other and are expected by their ids.
func (e *expecting) consent(x Consent) {
	answers := map[string]shape.Text{"agreement": x.Agreement, "inform": x.Inform, "sharing": x.Sharing}
	for _, a := range []policy.Answer{policy.AnswerAgreement, policy.AnswerInform, policy.AnswerSharing} {
		if t := answers[a.String()]; t.IsSet() {
			e.consentAnswer(a, t)
		}
	}
	seen := map[[2]string]bool{}
	for _, c := range x.CouldBe {
		e.specific = true
		if !c.Answer.IsSet() || !c.Value.IsSet() {
			continue
		}
		pair := [2]string{c.Answer.Value, c.Value.Value}
		switch {
		case seen[pair]:
			e.fault(c.Value.Node, diagnostic.DuplicateKey, fmt.Sprintf("%s is named twice for %s", clip(c.Value.Value), c.Answer.Value), "name it once")
		case answers[c.Answer.Value].Value == c.Value.Value:
			e.fault(c.Value.Node, diagnostic.Conflict, fmt.Sprintf("%s is already the expected answer to %s", clip(c.Value.Value), c.Answer.Value), "could_be is for other answers that are still open")
		default:
			e.couldBe(c)
		}
		seen[pair] = true
	}
}

// consentAnswer expects the answer to one question. That a policy never gives the one
// which every policy must give is a failure of the policy and no fault of the file.
func (e *expecting) consentAnswer(question policy.Answer, t shape.Text) {
	e.specific = true
	if !e.every && !e.consentValue(question.String(), t) {
		return
	}
	e.checkExplained("consent."+question.String(), t.Node, func(a *answer) *scenario.Failure {
		got := consentGiven(a.explained.Consent, question.String())
		if got == t.Value {
			return nil
		}
		rules := a.linesOf(question.String(), t.Value)
		if why, ok := a.explained.Consent.Why[question.String()]; ok {
			rules = append([]*policy.Rule{a.ruleOf(why.ID)}, rules...)
		}
		return a.failure(t.Value, got, rules...)
	})
}

// couldBe expects an answer that is still open.
func (e *expecting) couldBe(c CouldBe) {
	question := c.Answer.Value
	if !e.consentValue(question, c.Value) {
		return
	}
	e.checkExplained("consent.could_be", c.Value.Node, func(a *answer) *scenario.Failure {
		given := a.explained.Consent
		var open []string
		for _, o := range given.CouldBe {
			if o.Answer == question && o.Value == c.Value.Value {
				return nil
			}
			if o.Answer == question && !slices.Contains(open, o.Value) {
				open = append(open, o.Value)
			}
		}
		actual := question + " is " + consentGiven(given, question)
		if len(open) > 0 {
			actual += ", and could be " + strings.Join(open, ", ")
		} else {
			actual += ", and nothing else is open"
		}
		return a.failure(question+" could be "+c.Value.Value, actual, a.linesOf(question, c.Value.Value)...)
	})
}

// consentValue checks that the policy can give an answer.
func (e *expecting) consentValue(question string, t shape.Text) bool {
	var known []string
	for _, l := range e.policy.Consent {
		if l.Answer.String() != question {
			continue
		}
		if l.Value == t.Value {
			return true
		}
		if !slices.Contains(known, l.Value) {
			known = append(known, l.Value)
		}
	}
	e.lacks(t.Node, diagnostic.NotOneOf, fmt.Sprintf("%s never answers %s with %q", e.policy.ID, question, clip(t.Value)),
		cmp.Or(source.DidYouMean(t.Value, known), "its answers are "+strings.Join(known, ", ")))
	return false
}

// consentGiven is the answer given to a question.
func consentGiven(c recommendation.Consent, question string) string {
	switch question {
	case policy.AnswerAgreement.String():
		return c.Agreement
	case policy.AnswerInform.String():
		return c.Inform
	default:
		return c.Sharing
	}
}

// linesOf are the lines that would have given an answer but do not hold.
func (a *answer) linesOf(question, value string) []*policy.Rule {
	var rules []*policy.Rule
	for _, l := range a.policy.Consent {
		if l.Answer.String() == question && l.Value == value && a.outcome.Truths[l.Index] != logic.True {
			rules = append(rules, l.Rule)
		}
	}
	return rules
}
