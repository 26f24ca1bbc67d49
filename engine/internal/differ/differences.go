package differ

import (
	"fmt"
	"slices"

	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/term"
)

// What is what came out otherwise: the key under which scenarios expect it.
type What string

// What can come out otherwise. Says is what is said of a rule.
const (
	Level  What = "level"
	AtMost What = "at_most"
	Ground What = "grounds"
	Answer What = "consent"
	Rule   What = "rules"
	Says   What = "says"
)

// Difference is one thing that comes out otherwise.
type Difference struct {
	What What
	// Name is the ground, the consent answer or the id of the rule; empty for levels.
	Name string
	// Before and After are what came out: a number, a state, a value. They are empty for what is said of a rule.
	Before, After string
}

// Differences are what comes out otherwise under a version, by what a case comes to before and after, the weightiest first.
// They leave out what Alike leaves out: what is said of a line of consent that holds and does not answer.
func (d *Policy) Differences(v Version, before, after *evaluate.Outcome) []Difference {
	list := d.differences(v, before, after)
	if len(list) == 1 && list[0].What == Says && slices.ContainsFunc(d.policy.Consent, func(l *policy.Line) bool {
		return l.ID == list[0].Name
	}) {
		return nil
	}
	return list
}

// differences are what came out otherwise under a version.
func (d *Policy) differences(v Version, before, after *evaluate.Outcome) []Difference {
	var list []Difference
	add := func(what What, name, a, b string) {
		if a != b {
			list = append(list, Difference{what, name, a, b})
		}
	}
	if before.Level != after.Level {
		add(Level, "", fmt.Sprint(before.Level.Lo), fmt.Sprint(after.Level.Lo))
		add(AtMost, "", fmt.Sprint(before.Level.Hi), fmt.Sprint(after.Level.Hi))
	}
	for i, s := range d.policy.Statutes {
		add(Ground, s.Name, state(before.Grounds[i]), state(after.Grounds[i]))
	}
	a, b := answers(d.policy, before), answers(v.Policy, after)
	for _, answer := range term.SingleAnswers() {
		x, y := a[answer.Code], b[answer.Code]
		if x != nil && y != nil && x.Value == y.Value {
			add(Answer, string(answer.Code), x.Value+", by "+x.ID, y.Value+", by "+y.ID)
		} else {
			add(Answer, string(answer.Code), value(x), value(y))
		}
	}
	for i, r := range d.policy.Rules {
		add(Rule, r.ID, state(before.Truths[i]), state(after.Truths[i]))
	}
	for _, i := range d.shown(v) {
		if len(list) == 0 && before.Truths[i] == logic.True {
			list = append(list, Difference{What: Says, Name: d.policy.Rules[i].ID})
		}
	}
	return list
}

// state is a truth as scenarios write it.
func state(t logic.Truth) string {
	switch t {
	case logic.True:
		return "hold"
	case logic.False:
		return "not"
	case logic.Unknown:
	}
	return "open"
}

// answers are the lines that answer, of the consent answers that take one: the first that holds.
func answers(p *policy.Policy, o *evaluate.Outcome) map[term.Answer]*policy.Line {
	out := map[term.Answer]*policy.Line{}
	for _, l := range p.Consent {
		if l.Answer.Single() && out[l.Answer] == nil && o.Truths[l.Index] == logic.True {
			out[l.Answer] = l
		}
	}
	return out
}

// value is what a line answers; none is where no line does.
func value(l *policy.Line) string {
	if l == nil {
		return "none"
	}
	return l.Value
}
