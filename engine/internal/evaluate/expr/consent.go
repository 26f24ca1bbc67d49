package expr

import (
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/term"
)

// Lines are the lines of consent that answer, in the policy's order: the first that holds for
// the agreement, for telling the family and for sharing, and every other that holds.
func (e *Evaluator) Lines(o *evaluate.Outcome) []*policy.Line {
	var agreement, inform, sharing bool
	first := func(answered *bool) bool {
		was := *answered
		*answered = true
		return !was
	}
	var lines []*policy.Line
	for _, l := range e.policy.Consent {
		if o.Truths[l.Index] != logic.True {
			continue
		}
		answers := true
		switch l.Answer {
		case term.AnswerAgreement:
			answers = first(&agreement)
		case term.AnswerInform:
			answers = first(&inform)
		case term.AnswerSharing:
			answers = first(&sharing)
		case term.AnswerAnswered, term.AnswerFrom, term.AnswerRecord, term.AnswerRefused, term.AnswerCopy:
		}
		if answers {
			lines = append(lines, l)
		}
	}
	return lines
}
