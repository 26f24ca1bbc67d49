package scenariofile

import (
	"context"
	"fmt"
	"slices"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/mutate"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/recommend"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/scenario"
	"windscreen/engine/term"
)

// Trials are the scenarios of one policy with what they came to, so that it can be tried, for one
// changed policy after another, whether any of them fails. It is safe for concurrent use.
//
// A trial makes no more of an answer than can have become otherwise. Where the conditions that
// were changed come to the same as before, so does everything else, and the scenario is passed
// over. What explains an answer is made only for expectations that it can bear on: which clauses
// are cited, by a rule that cites them; what is said of a rule, by that rule; the consent
// position, by a line of it. A finding, which bears on everything, has all expectations tried.
//
// One kind of expectation is not always tried: one about a question, where no finding comes out
// otherwise. It is tried if it names a fact that the changed rules read or wait for, and one of these rules is
// open, or waits for something.
type Trials struct {
	unit    *catalogue.Policy
	compile catalogue.Compile
	trials  []*trial
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
	concurrently(len(inputs), func(i int) {
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
	outcomes := make([]outcome, len(t.trials))
	concurrently(len(outcomes), func(i int) {
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

// Notices gives the first scenario that fails under a changed policy, first of those that fail by
// what the rules come to; nil if none does. An error is a fault of the engine.
func (t *Trials) Notices(changed *mutate.Changed) (*scenario.Result, error) {
	trying := &trying{Trials: t, Changed: changed}
	var later []attempt
	for _, one := range t.trials {
		a := attempt{trial: one}
		if err := a.outcomes(trying); err != nil {
			return nil, err
		}
		if a.differs {
			failed, err := a.fails(trying, readsOutcome, one.outright)
			if err != nil || failed {
				return &one.run.result, err
			}
		}
		if len(one.explained) > 0 {
			later = append(later, a)
		}
	}
	// What takes little time comes first.
	for _, reads := range []part{readsConsent, readsRule, readsCites, readsQuestions} {
		for _, a := range later {
			failed, err := a.fails(trying, reads, a.bearing(trying, reads))
			if err != nil || failed {
				return &a.trial.run.result, err
			}
		}
	}
	return nil, nil
}

// trying is what is made of a changed policy, as far as it is needed.
type trying struct {
	*Trials
	*mutate.Changed
	maker *recommend.Maker
	// clauses, ids and facts are what the changed rules cite, are called and read, before or after.
	clauses, ids, facts map[string]bool
	// waiting is whether a changed rule waits for something once it holds, which is asked about then.
	waiting bool
}

// made compiles the changed policy.
func (y *trying) made() (*recommend.Maker, error) {
	if y.maker == nil {
		e, err := y.compile(y.Changed.Policy)
		if err != nil {
			return nil, err
		}
		y.maker = recommend.New(y.Changed.Policy, e, y.unit.Maker.London, "")
	}
	return y.maker, nil
}

// attempt is one scenario under a changed policy.
type attempt struct {
	trial *trial
	// differs is whether anything came out otherwise, and findings whether findings did.
	differs, findings bool
	// shown is whether a changed rule holds or is open, and open whether one is open.
	shown, open bool
	// cases are the cases of the children, as they are answered, and changed what they come
	// to; nil where that is as before.
	cases   []*casefile.Case
	changed []*evaluate.Outcome
}

// outcomes works out what the scenario comes to, as far as it may be something else.
func (a *attempt) outcomes(y *trying) error {
	again := false
	for _, l := range a.trial.looks {
		differs, same := false, true
		for _, i := range y.Rules {
			before := l.outcome.Truths[i]
			a.shown, a.open = a.shown || before != logic.False, a.open || before == logic.Unknown
			early := i < y.unit.Policy.FindingsEnd
			if !y.Conditions {
				again = again || early && before != logic.False
				continue
			}
			after := l.truth(y.Changed.Policy.Rules[i])
			a.shown, a.open = a.shown || after != logic.False, a.open || after == logic.Unknown
			differs = differs || before != after
			// What is open may be decided by looking both ways, or no longer be.
			same = same && (!early || before == after && after != logic.Unknown)
		}
		a.differs = a.differs || differs
		again = again || !same
	}
	switch {
	case again || a.differs && len(a.trial.looks) > 1:
		return a.again(y)
	case a.differs:
		l := a.trial.looks[0]
		o := *l.outcome
		o.Truths = slices.Clone(o.Truths)
		for _, i := range y.Rules {
			o.Truths[i] = l.truth(y.Changed.Policy.Rules[i])
		}
		a.changed = []*evaluate.Outcome{&o}
	}
	return nil
}

// truth is what a rule comes to by Kleene's rules, beside the findings.
func (l *look) truth(r *policy.Rule) logic.Truth {
	if !r.InForce(l.input.AsOf) {
		return logic.False
	}
	return r.When.Root.Truth(l.env)
}

// again evaluates the scenario under the changed policy.
func (a *attempt) again(y *trying) error {
	maker, err := y.made()
	if err != nil {
		return err
	}
	cases := make([]*casefile.Case, 0, len(a.trial.looks))
	for _, child := range a.trial.run.children {
		cases = append(cases, child.Case)
	}
	if cases, err = recommend.Together(y.Changed.Policy, maker.Evaluator, a.trial.run.reader, cases); err != nil {
		return err
	}
	a.differs, a.cases = false, cases
	beside := a.trial.beside()
	for i, c := range cases {
		o, err := evaluate.Decide(maker.Evaluator, recommend.Input(c))
		if err != nil {
			return err
		}
		a.changed = append(a.changed, o)
		before := beside[i].outcome
		findings := before.Level != o.Level || !slices.Equal(before.Grounds, o.Grounds) || !slices.Equal(before.Counted, o.Counted) ||
			!slices.Equal(before.Decisive, o.Decisive) || !slices.Equal(before.Tally, o.Tally) || !slices.Equal(before.Domains, o.Domains) ||
			!slices.Equal(before.Rules, o.Rules)
		// What a child takes from the others is part of its case.
		findings = findings || !slices.Equal(beside[i].c.Values, c.Values)
		a.findings = a.findings || findings
		a.differs = a.differs || findings || !slices.Equal(before.Truths, o.Truths)
	}
	return nil
}

// bearing are the expectations of one part of the explained answer that the change can bear on.
func (a *attempt) bearing(y *trying, reads part) []check {
	var out []check
	for _, c := range a.trial.explained {
		if c.reads == reads && y.bears(a, c) {
			out = append(out, c)
		}
	}
	return out
}

// bears reports whether the change can bear on an expectation.
func (y *trying) bears(a *attempt, c check) bool {
	if a.findings {
		return true
	}
	if !a.shown || !a.differs && y.Conditions && c.reads != readsQuestions {
		return false
	}
	y.gather()
	named := func(among map[string]bool) bool {
		return slices.ContainsFunc(c.names, func(n string) bool { return among[n] })
	}
	switch c.reads {
	case readsQuestions:
		return (a.open || y.waiting) && named(y.facts)
	case readsCites:
		return named(y.clauses)
	case readsRule:
		return named(y.ids)
	case readsConsent:
		return slices.ContainsFunc(y.Changed.Policy.Consent, func(l *policy.Line) bool { return slices.Contains(y.Rules, l.Index) })
	case readsOutcome:
	}
	return false
}

// gather collects what the changed rules cite, are called and read, before and after.
func (y *trying) gather() {
	if y.ids != nil {
		return
	}
	y.clauses, y.ids, y.facts = map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, p := range []*policy.Policy{y.unit.Policy, y.Changed.Policy} {
		for _, i := range y.Rules {
			r := p.Rules[i]
			y.ids[r.ID] = true
			for _, c := range r.Cite {
				y.clauses[c] = true
			}
			r.When.Root.Facts(func(f *vocabulary.Fact) { y.facts[f.Path], y.facts[f.Domain] = true, true })
		}
		for _, x := range p.Pathway {
			y.waits(p, x.Rule, x.Needs)
		}
		for _, x := range p.Escalations {
			if !y.ids[x.ID] {
				continue
			}
			y.waits(p, x.Rule, x.Needs)
			for _, d := range x.Due {
				y.clauses[d.Clause] = true
				if d.From != nil {
					y.waiting = true
					y.facts[d.From.Path], y.facts[d.From.Domain] = true, true
				}
			}
		}
	}
}

// waits adds the facts that a changed rule waits for: those of agreement.
func (y *trying) waits(p *policy.Policy, r *policy.Rule, needs []term.Awaits) {
	if !y.ids[r.ID] || len(needs) == 0 {
		return
	}
	y.waiting = true
	for _, f := range p.Vocabulary.Facts {
		if f.Domain == "consent" {
			y.facts[f.Path], y.facts[f.Domain] = true, true
		}
	}
}

// fails holds the scenario against some of its expectations, all of one part of the answer, and
// reports whether one is not met.
func (a *attempt) fails(y *trying, reads part, checks []check) (bool, error) {
	if len(checks) == 0 {
		return false, nil
	}
	maker := y.unit.Maker
	if reads != readsOutcome {
		var err error
		if maker, err = y.made(); err != nil {
			return false, err
		}
	}
	all := &answers{}
	for i, l := range a.trial.beside() {
		if a.changed != nil {
			l.outcome = a.changed[i]
		}
		if a.cases != nil {
			l.c, l.input = a.cases[i], recommend.Input(a.cases[i])
		}
		all.children = append(all.children, &answer{maker: maker, policy: y.Changed.Policy, c: l.c, input: l.input, outcome: l.outcome,
			done: recommend.DoneAlready(y.Changed.Policy, l.c), env: l.outcome.Environment(l.input), short: true})
	}
	if reads != readsOutcome {
		if err := all.sketch(reads); err != nil {
			return false, err
		}
	}
	return slices.ContainsFunc(checks, func(c check) bool { return c.failure(all) != nil }), nil
}
