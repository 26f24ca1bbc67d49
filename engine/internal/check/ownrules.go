package check

import (
	"context"
	"slices"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/allcases"
	"windscreen/engine/internal/formula"
	"windscreen/engine/internal/link"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/sat"
)

// remarkBudget is how many conflicts the solver may run into for one question about a policy's own rules, and
// mostGivenUp how many questions may be given up before the rest is not asked. The questions about the shipped rules take
// a few hundred conflicts, and none is given up.
const (
	remarkBudget = 2_000
	mostGivenUp  = 20
)

// askedAtOnce is how many questions are asked before it is looked at how many were given up. One case often answers many.
const askedAtOnce = 1_024

// own are all cases of a policy at each of its moments, to ask about the policy's own rules.
type own struct {
	*link.Linked
	moments []*allcases.Cases
	// sound are the own rules that hold in some case and not in every one, of which alone anything is asked.
	sound map[*policy.Rule]bool
	// givenUp is how many questions were given up.
	givenUp int
}

// ownRules finds what is to be said of the rules that are a policy's own: rules that another makes redundant, comparisons
// that no case can meet, and other parts of conditions that change no case. Verdicts say by Rule.Index what was found before.
func ownRules(ctx context.Context, l *link.Linked, moments []*allcases.Cases, verdicts []verdict) (diagnostic.List, error) {
	o := &own{Linked: l, moments: moments, sound: map[*policy.Rule]bool{}}
	for i, r := range l.Policy.Rules {
		if r.Origin == l.Policy.ID && verdicts[i] == fine {
			o.sound[r] = true
		}
	}
	if len(o.sound) == 0 {
		return nil, nil
	}
	list, err := o.redundant(ctx)
	if err != nil {
		return nil, err
	}
	unmet, nodes, err := o.neverMet(ctx)
	if err != nil {
		return nil, err
	}
	idle, err := o.noEffect(ctx, nodes)
	return slices.Concat(list, unmet, idle), err
}

// never asks of each of several questions whether no case answers yes: Unsatisfiable if none does at any moment, and GaveUp
// if that was not decided. Of makes the formula of a question at a moment; it is False where there is nothing to ask.
func (o *own) never(ctx context.Context, questions int, of func(c *allcases.Cases, i int) formula.Ref) ([]sat.Answer, error) {
	answers := make([]sat.Answer, questions)
	left := make([]int, questions)
	for i := range left {
		answers[i], left[i] = sat.Unsatisfiable, i
	}
	for _, c := range o.moments {
		for part := range slices.Chunk(slices.Clone(left), askedAtOnce) {
			mark := c.Mark()
			now, err := o.ask(ctx, c, part, of)
			c.Restore(mark)
			if err != nil {
				return nil, err
			}
			for n, i := range part {
				if now[n] == sat.Satisfiable || now[n] == sat.GaveUp && answers[i] == sat.Unsatisfiable {
					answers[i] = now[n]
				}
			}
		}
		left = slices.DeleteFunc(left, func(i int) bool { return answers[i] == sat.Satisfiable })
	}
	return answers, nil
}

// ask asks some of the questions at one moment. Once many were given up, the rest is given up unasked.
func (o *own) ask(ctx context.Context, c *allcases.Cases, some []int, of func(c *allcases.Cases, i int) formula.Ref) ([]sat.Answer, error) {
	if o.givenUp > mostGivenUp {
		answers := make([]sat.Answer, len(some))
		for n := range answers {
			answers[n] = sat.GaveUp
		}
		return answers, ctx.Err()
	}
	formulas := make([]formula.Ref, len(some))
	for n, i := range some {
		formulas[n] = of(c, i)
	}
	answers, err := c.Possible(ctx, remarkBudget, formulas...)
	for _, a := range answers {
		if a == sat.GaveUp {
			o.givenUp++
		}
	}
	return answers, err
}

// remark is a finding about the condition of a rule.
func (o *own) remark(r *policy.Rule, code diagnostic.Code, message, remedy string) diagnostic.Diagnostic {
	at := [2]diagnostic.Position{r.Start, r.Start}
	if where, ok := o.Condition(r); ok {
		at = where
	}
	return warning(o.SourceFile(r.File).Diagnostic(code, at[0], at[1], message, remedy))
}
