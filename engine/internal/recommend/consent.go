package recommend

import (
	"slices"

	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// consent gives the consent position: the first line that holds for agreement, inform and
// sharing, and every line that holds for the other answers. It also lists what an answer could
// yet be. These are the open lines before the answer or beside it, the lines that may begin to
// hold once more is known, and the lines after an answer that may then cease to hold.
func (b *builder) consent() recommendation.Consent {
	c := recommendation.Consent{
		Answered: b.roomForLines(term.AnswerAnswered), From: b.roomForLines(term.AnswerFrom),
		Record: b.roomForLines(term.AnswerRecord), Refused: b.roomForLines(term.AnswerRefused),
		CouldBe: []recommendation.CouldBe{}, Why: map[term.Answer]recommendation.Line{},
	}
	settled := map[term.Answer]bool{}
	for at, l := range b.policy.Consent {
		if settled[l.Answer] {
			continue
		}
		holds, last, single, could := b.holds(l.Rule), logic.False, b.index.single[at], b.couldBeRead(l.Answer)
		if !could && holds != logic.True {
			continue
		}
		if single && could {
			last = b.settlesAsAsked(l.Rule)
		}
		settled[l.Answer] = single && (last == logic.True || !could)
		switch {
		case single && c.Value(l.Answer) != "":
			if holds != logic.False || last != logic.False {
				c.CouldBe = append(c.CouldBe, b.couldBe(l))
			}
		case holds == logic.True:
			give(&c, l, single, b.line(l))
		case holds == logic.Unknown, single && last == logic.Unknown:
			c.CouldBe = append(c.CouldBe, b.couldBe(l))
		}
	}
	// An open line whose answer is the one given anyway changes nothing.
	c.CouldBe = slices.DeleteFunc(c.CouldBe, func(e recommendation.CouldBe) bool {
		return e.Answer.Single() && e.Value == c.Value(e.Answer)
	})
	return c
}

// line is a line that holds.
func (b *builder) line(l *policy.Line) recommendation.Line {
	if !b.explains() {
		return recommendation.Line{Rule: b.rule(l.Rule, nil)}
	}
	out := recommendation.Line{Rule: b.ruleAfter(l.Rule), Says: b.toReader(l.Rule, l.Says), Outcome: l.Outcome, To: l.CopyTo}
	if l.Answer == term.AnswerInform || l.Answer == term.AnswerSharing {
		out.Waiting, out.Settled = b.filled(b.waitingToReader(l)), b.filled(l.Settled)
	} else if b.inside(l.Rule) == nil { // what is said to social care has no other forms
		out.Waiting = b.filled(l.Waiting)
		out.Joined, out.Unnamed, out.Behind = b.filled(l.Joined), b.filled(l.Unnamed), b.filled(l.Behind)
	}
	return out
}

// couldBeRead reports whether the recommendation says what an answer of the consent position could yet be. A
// brief one says it only of telling the family, which decides whom its questions go to, and a sketch if that is wanted. As data of
// one child of several a brief one says all, for the clauses alone: see omit.
func (b *builder) couldBeRead(a term.Answer) bool {
	if !b.explains() {
		return b.sketch&PartConsent != 0
	}
	return !b.options.Brief || b.options.BriefData && b.c.Child != "" || a == term.AnswerInform && !b.options.NoQuestions
}

// roomForLines is an empty list with room for the lines of an answer that hold.
func (b *builder) roomForLines(a term.Answer) []recommendation.Line {
	n := 0
	for _, l := range b.policy.Consent {
		if l.Answer == a && b.holds(l.Rule) == logic.True {
			n++
		}
	}
	return make([]recommendation.Line, 0, n)
}

// give notes a line that holds; single is whether its answer has only one.
func give(c *recommendation.Consent, l *policy.Line, single bool, line recommendation.Line) {
	switch l.Answer {
	case term.AnswerAgreement:
		c.Agreement = term.Agreement(l.Value)
	case term.AnswerInform:
		c.Inform = term.Inform(l.Value)
	case term.AnswerSharing:
		c.Sharing = term.Sharing(l.Value)
	case term.AnswerAnswered:
		c.Answered = append(c.Answered, line)
	case term.AnswerFrom:
		c.From = append(c.From, line)
	case term.AnswerRecord:
		c.Record = append(c.Record, line)
	case term.AnswerRefused:
		c.Refused = append(c.Refused, line)
	case term.AnswerCopy:
		c.Copy = append(c.Copy, line)
	}
	if single {
		c.Why[l.Answer] = line
	}
}

// couldBe is a line that may yet be the answer.
func (b *builder) couldBe(l *policy.Line) recommendation.CouldBe {
	value, says := l.Value, b.toReader(l.Rule, l.Says)
	if value == "" {
		value = says
	}
	out := recommendation.CouldBe{Answer: l.Answer, Value: value, Says: says, Rule: l.ID, Cite: b.cite(l.Cite)}
	if b.explains() {
		out.WaitsOn = b.paths(b.inOrder(b.waitsLater(l.Rule)))
	}
	return out
}

// checkLines has the lines of consent that answer checked, where the evaluator does that.
func (b *builder) checkLines(c recommendation.Consent) error {
	by, ok := b.evaluator.(evaluate.Checker)
	if !ok {
		return nil
	}
	var ids []string
	for _, l := range c.Why {
		ids = append(ids, l.ID)
	}
	for _, l := range slices.Concat(c.Answered, c.From, c.Record, c.Refused, c.Copy) {
		ids = append(ids, l.ID)
	}
	return by.CheckLines(b.input, ids)
}
