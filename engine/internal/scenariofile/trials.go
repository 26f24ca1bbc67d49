package scenariofile

import (
	"context"
	"fmt"
	"slices"
	"sync"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/parallel"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/recommend"
	"windscreen/engine/scenario"
)

// Trials are the scenarios of one policy with what they came to, so that it can be tried, for one
// changed policy after another, whether any of them fails. It is safe for concurrent use.
//
// A trial makes no more of an answer than can have become otherwise. Where the conditions that
// were changed come to the same as before, so does everything else, and the scenario is passed
// over. What explains an answer is made only for expectations that it can bear on: which clauses
// are cited, by a rule that cites them; what is said of a rule, by that rule; the consent
// position, by a line of it. Where the level, a ground or a rule after the level that was not changed itself comes out
// otherwise, which bears on everything, all expectations are tried.
//
// Two kinds of expectation are not always tried where none of those does. One about a question is tried if it names a
// fact that the changed rules read or wait for, and one of these rules is open, or waits for something. One about what an
// answer on agreement could yet be is tried if a line of consent was changed.
type Trials struct {
	unit    *catalogue.Policy
	compile catalogue.Compile
	trials  []*trial
	telling telling
	met     met
	// looks is how many looks there are, and kinds are those that rules tell apart before any change, by Rule.Index.
	looks int
	kinds []func() *kinds
}

// trial is one scenario, and what it came to.
type trial struct {
	run *run
	// looks are the evaluations behind it: of the child or, in a case about several, of
	// each child by itself and then beside the others.
	looks []look
	// outright are the expectations of the outcome of the rules, and explained those of the
	// explained answer.
	outright, explained []check
}

// look is one evaluation.
type look struct {
	// number is its place among the looks of all trials.
	number  int
	c       *casefile.Case
	input   evaluate.Input
	outcome *evaluate.Outcome
	env     *lang.Env
}

// Trials makes the scenarios of a policy ready, and runs each under the policy as it is. Those that fail
// are given instead. Compile makes the evaluators of changed policies. The error is a *diagnostic.Failure
// if a file has faults, that of the context, or a fault of the engine.
func (r Runner) Trials(ctx context.Context, inputs []Input, unit *catalogue.Policy, compile catalogue.Compile) (
	t *Trials, failed []scenario.Result, err error) {
	id := unit.Policy.ID
	t = &Trials{unit: unit, compile: compile}
	of := r.newPass(id, slices.Index(r.Catalogue.IDs(), id))
	of.policy = func() (*catalogue.Policy, diagnostic.List) { return unit, nil }
	ready := make([][]*trial, len(inputs))
	errs := make([]error, len(inputs))
	parallel.Each(len(inputs), func(i int) {
		if ctx.Err() == nil {
			ready[i], errs[i] = r.trialsOf(inputs[i], of)
		}
	})
	for i := range ready {
		if errs[i] != nil {
			return nil, nil, errs[i]
		}
		t.trials = append(t.trials, ready[i]...)
	}
	for _, one := range t.trials {
		for i := range one.looks {
			one.looks[i].number = t.looks
			t.looks++
		}
	}
	for _, rule := range unit.Policy.Rules {
		t.kinds = append(t.kinds, sync.OnceValue(func() *kinds { return newKinds(t.trials, t.looks, readsOf(rule.When.Root)) }))
	}
	outcomes := make([]outcome, len(t.trials))
	parallel.Each(len(outcomes), func(i int) {
		if ctx.Err() == nil {
			outcomes[i] = t.trials[i].run.do(false)
		}
	})
	for _, o := range outcomes {
		if len(o.result.Failures) > 0 {
			failed = append(failed, o.result)
		}
	}
	if len(failed) > 0 {
		return nil, failed, nil
	}
	return t, nil, ctx.Err()
}

// trialsOf makes the scenarios of one file ready.
func (r Runner) trialsOf(in Input, of *pass) ([]*trial, error) {
	file := r.open(in)
	runs := file.under(of)
	if list := file.faults.List(); list.HasErrors() {
		return nil, &diagnostic.Failure{Diagnostics: list}
	}
	out := make([]*trial, len(runs))
	for i, run := range runs {
		t := &trial{run: run}
		for _, c := range run.checks {
			if c.explained() {
				t.explained = append(t.explained, c)
			} else {
				t.outright = append(t.outright, c)
			}
		}
		if err := t.look(); err != nil {
			return nil, err
		}
		out[i] = t
	}
	return out, nil
}

// look evaluates the scenario under the policy as it is.
func (t *trial) look() error {
	var cases []*casefile.Case
	if len(t.run.children) > 1 {
		for _, child := range t.run.children {
			cases = append(cases, child.Case)
		}
	}
	beside, err := t.run.cases()
	if err != nil {
		return err
	}
	for _, c := range append(cases, beside...) {
		in := recommend.Input(c)
		o, err := evaluate.Decide(t.run.maker.Evaluator, in)
		if err != nil {
			return fmt.Errorf("evaluating a scenario: %w", err)
		}
		t.looks = append(t.looks, look{c: c, input: in, outcome: o, env: o.Environment(in)})
	}
	return nil
}

// beside are the looks at the children as their cases are answered.
func (t *trial) beside() []look { return t.looks[len(t.looks)-len(t.run.children):] }

// Len is how many cases there are.
func (t *Trials) Len() int { return len(t.trials) }

// Policy is the policy that they are for.
func (t *Trials) Policy() *policy.Policy { return t.unit.Policy }

// Evaluator evaluates the policy as it is.
func (t *Trials) Evaluator() evaluate.Evaluator { return t.unit.Maker.Evaluator }
