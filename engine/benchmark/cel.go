package benchmark

import (
	"errors"
	"fmt"
	"runtime"
	"sync"

	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/evaluate/plan"
	"windscreen/engine/internal/evaluate/reference"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/term"
)

// byCel gives verdicts by cel-go, and runs no rule that a verdict does not need. It serves one goroutine.
type byCel struct {
	evaluate.RuleByRule
	// programs are the rules in cel-go. keeps is whether they run again only when something that they read has changed.
	programs evaluate.RuleByRule
	keeps    bool
	kept     *kept // nil if it does not keep
	outcome  evaluate.Outcome
}

// newBestCel is cel-go at its best: the programs of the reference, each run again only when something that it reads has
// changed.
func newBestCel(p *policy.Policy) (*byCel, error) {
	e, err := reference.New(p)
	return newByCel(e, err, true)
}

// newPlainCel is cel-go as most programs use it.
func newPlainCel(p *policy.Policy) (*byCel, error) {
	e, err := reference.Plain(p)
	return newByCel(e, err, false)
}

func newByCel(e evaluate.Evaluator, err error, keeps bool) (*byCel, error) {
	if err != nil {
		return nil, err
	}
	programs, ok := e.(evaluate.RuleByRule)
	if !ok {
		return nil, fmt.Errorf("%s does not evaluate rule by rule", e.Name())
	}
	return (&byCel{programs: programs, keeps: keeps}).another(), nil
}

// another is the same for another goroutine.
func (c *byCel) another() *byCel {
	p := c.programs.Policy
	n := &byCel{RuleByRule: c.programs, programs: c.programs, keeps: c.keeps,
		outcome: evaluate.Outcome{Truths: make([]logic.Truth, len(p.Rules))}}
	if c.keeps {
		n.kept = newKept(p, c.programs.Begin)
		n.RuleByRule = evaluate.NewRuleByRule("best cel", p, n.kept.Begin)
	}
	return n
}

// verdict decides a case.
func (c *byCel) verdict(in evaluate.Input, v *plan.Verdict) error {
	if c.kept != nil {
		c.kept.forget()
	}
	s := c.Start(in)
	defer s.End()
	env, err := s.Found(evaluate.BothWays)
	if err != nil {
		return err
	}
	conditions, o := c.Begin(env), &c.outcome
	o.Level, o.Grounds = env.Level, env.Grounds
	var answered uint // the answers that take one line, and have it
	for _, l := range c.Policy.Consent {
		one := uint(0)
		if l.Answer.Single() {
			one = 1 << term.Order(l.Answer)
		}
		if answered&one != 0 {
			continue
		}
		if o.Truths[l.Index], err = evaluate.Truth(conditions, l.Rule, in.AsOf); err != nil {
			return err
		}
		if o.Truths[l.Index] == logic.True {
			answered |= one
		}
	}
	for _, e := range c.Policy.Escalations {
		if o.Truths[e.Index], err = evaluate.Truth(conditions, e.Rule, in.AsOf); err != nil {
			return err
		}
	}
	v.Of(c.Policy, o)
	return nil
}

// side decides cases with it.
func (c *byCel) side(inputs []evaluate.Input) Side {
	v := &plan.Verdict{}
	return Side{Name: c.Name(), Do: func(from, n int) error {
		for i := range n {
			if err := c.verdict(inputs[(from+i)%len(inputs)], v); err != nil {
				return err
			}
		}
		return nil
	}}
}

// check fails unless it decides each case as the plan does. It works on every core.
func (c *byCel) check(compiled *plan.Plan, inputs []evaluate.Input) error {
	workers := runtime.GOMAXPROCS(0)
	faults := make([]error, workers)
	var wait sync.WaitGroup
	for w := range workers {
		wait.Go(func() {
			own, s := c.another(), compiled.NewState()
			var want, got plan.Verdict
			for i := w; i < len(inputs) && faults[w] == nil; i += workers {
				s.Verdict(inputs[i], &want)
				if faults[w] = own.verdict(inputs[i], &got); faults[w] != nil {
					continue
				}
				if a, b := answerOf(c.Policy, &want), answerOf(c.Policy, &got); !a.Equal(&b) {
					faults[w] = fmt.Errorf("case %d: %s comes to %v and the plan to %v", i, c.Name(), b, a)
				}
			}
		})
	}
	wait.Wait()
	return errors.Join(faults...)
}
