package recommend

import (
	"slices"

	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/recommendation"
)

// consent gives the consent position: of agreement, inform and sharing the first
// line that holds, of the other answers every line that holds. A line still open
// that stands before the answer, or beside it, is what the answer could yet be.
func (b *builder) consent() recommendation.Consent {
	c := recommendation.Consent{
		From: []recommendation.Line{}, Record: []recommendation.Line{}, Refused: []recommendation.Line{},
		CouldBe: []recommendation.CouldBe{}, Why: map[string]recommendation.Line{},
	}
	values := map[policy.Answer]*string{policy.AnswerAgreement: &c.Agreement, policy.AnswerInform: &c.Inform, policy.AnswerSharing: &c.Sharing}
	lists := map[policy.Answer]*[]recommendation.Line{policy.AnswerFrom: &c.From, policy.AnswerRecord: &c.Record, policy.AnswerRefused: &c.Refused}
	for _, l := range b.policy.Consent {
		if l.Answer.Single() && *values[l.Answer] != "" {
			continue
		}
		switch b.holds(l.Rule) {
		case logic.Unknown:
			c.CouldBe = append(c.CouldBe, b.couldBe(l))
		case logic.True:
			line := recommendation.Line{Rule: b.ruleAfter(l.Rule), Says: l.Says}
			if l.Answer.Single() {
				*values[l.Answer] = l.Value
				c.Why[l.Answer.String()] = line
			} else {
				*lists[l.Answer] = append(*lists[l.Answer], line)
			}
		}
	}
	// An open line whose answer is the one given anyway changes nothing.
	given := map[string]string{}
	for a, value := range values {
		given[a.String()] = *value
	}
	c.CouldBe = slices.DeleteFunc(c.CouldBe, func(e recommendation.CouldBe) bool { return e.Value == given[e.Answer] })
	return c
}

// couldBe is a line that is still open.
func (b *builder) couldBe(l *policy.Line) recommendation.CouldBe {
	value := l.Value
	if value == "" {
		value = l.Says
	}
	return recommendation.CouldBe{
		Answer: l.Answer.String(), Value: value, Says: l.Says, Rule: l.ID,
		WaitsOn: b.paths(b.openFacts(l.Rule)), Cite: b.cite(l.Cite),
	}
}
