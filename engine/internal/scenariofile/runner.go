package scenariofile

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"windscreen/engine/coverage"
	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/parallel"
	"windscreen/engine/internal/recommend"
	"windscreen/engine/scenario"
)

// Input is a scenario file as bytes.
type Input struct {
	// Name is used in diagnostics; one that ends in .json is read as JSON.
	Name string
	Data []byte
	// Cases are the files that it names under cases_from.
	Cases []CasesFile
}

// Runner runs scenarios under the policies of a rule root. It is safe for concurrent use.
type Runner struct {
	Reader    casefile.Reader
	Catalogue *catalogue.Catalogue
	// Named is whether a scenario of some name is run; nil where all are.
	Named func(name string) bool
}

// Run reads scenario files and runs what they hold, policy by policy and within one on every
// core; a policy is freed before the next. The report is in the order of the files and of the
// scenarios in each, however the work falls. The error is that of the context.
func (r Runner) Run(ctx context.Context, inputs []Input) (*scenario.Report, error) {
	return r.run(ctx, inputs, mostCases)
}

// run is Run with a limit of cases.
func (r Runner) run(ctx context.Context, inputs []Input, most int) (*scenario.Report, error) {
	s := &session{Runner: r, ctx: ctx, most: most, files: make([]*reading, len(inputs)), done: make([][]outcome, len(inputs)),
		report: &scenario.Report{Faults: diagnostic.List{}, Results: []scenario.Result{}, Seen: map[string]map[string]scenario.Seen{},
			Shown: map[string]map[string][]scenario.Shown{}, Rungs: map[string]map[string][]coverage.Rung{}}}
	parallel.Each(len(inputs), func(i int) {
		if ctx.Err() == nil {
			s.files[i] = r.open(inputs[i])
		}
	})
	if ctx.Err() == nil {
		s.limit()
	}
	for number, id := range r.Catalogue.IDs() {
		if ctx.Err() == nil {
			s.under(r.newPass(id, number))
		}
	}
	s.finishRungs()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	said := map[diagnostic.Diagnostic]bool{} // what is wrong with rules is said once, for the first file that needs them
	for i, f := range s.files {
		if i == s.last {
			s.report.Faults = append(s.report.Faults, s.over...)
		}
		list := f.faults.List()
		for _, d := range list {
			if !said[d] {
				s.report.Faults = append(s.report.Faults, d)
			}
			said[d] = true
		}
		if !list.HasErrors() {
			s.report.Results = append(s.report.Results, inOrder(s.done[i])...)
		}
	}
	return s.report, nil
}

// inOrder are the results of one file in the order of its scenarios.
func inOrder(done []outcome) []scenario.Result {
	slices.SortFunc(done, func(a, b outcome) int {
		return cmp.Or(cmp.Compare(a.scenario, b.scenario), cmp.Compare(a.variant, b.variant))
	})
	var results []scenario.Result
	for _, o := range done {
		results = append(results, o.result)
	}
	return results
}

// run is one scenario under one set of values, ready to run.
type run struct {
	// scenario and variant are its place in the file.
	scenario, variant int
	// result lacks only what the run gives it.
	result scenario.Result
	maker  *recommend.Maker
	reader casefile.Reader
	// children are one without a label in a case about one child.
	children []casefile.Child
	checks   []check
}

// check is one expectation.
type check struct {
	// what and at are Failure.What and Failure.Start.
	what string
	at   diagnostic.Position
	// reads is what the check reads, and names what it names of that: clauses, rules, or
	// facts and domains that are asked about.
	reads part
	names []string
	// ofPage is whether it reads the page for a family.
	ofPage bool
	// failure says how the expectation was not met; nil where it was.
	failure func(all *answers) *scenario.Failure
}

// part is a part of an answer that a check can read.
type part uint8

const (
	// readsOutcome: what the rules come to, and nothing that is explained.
	readsOutcome part = iota
	readsCites
	// readsAnswers: the single answers of the consent position, and readsConsent: what they could yet be.
	readsAnswers
	readsConsent
	// readsRule: what is said of a rule that is shown.
	readsRule
	// readsAsked: which questions are asked, and of whom; readsQuestions: in what order as well.
	readsAsked
	readsQuestions
)

// ofQuestions reports whether it is a part of the questions.
func (p part) ofQuestions() bool { return p == readsAsked || p == readsQuestions }

// explained reports whether the check reads the explained answer, which costs far more than the
// outcome of the rules and is made only where it is read.
func (c check) explained() bool { return c.reads != readsOutcome }

// do runs the scenario. Where the result is to be short, the checks stop at the first
// that fails, and what needs the explained answer is checked last.
func (r *run) do(short bool) outcome {
	o := outcome{scenario: r.scenario, variant: r.variant, result: r.result}
	o.result.Failures = []scenario.Failure{}
	all, err := r.answers(short)
	if err != nil {
		return o.broken(err)
	}
	checks := r.checks
	if short {
		checks = slices.Clone(checks)
		slices.SortStableFunc(checks, func(x, y check) int { return int(boolean(x.explained()) - boolean(y.explained())) })
	}
	explains := slices.ContainsFunc(checks, check.explained)
	for _, c := range checks {
		if explains && !all.explained() && (c.explained() || !short) {
			if err := all.explainFor(checks); err != nil {
				return o.broken(err)
			}
		}
		f := c.failure(all)
		if f != nil && c.explained() && !all.whole { // a sketch has not all that a failure says
			if err := all.explain(); err != nil {
				return o.broken(err)
			}
			if f = c.failure(all); f == nil {
				return o.broken(errors.New("the sketch and the whole answer differ"))
			}
		}
		if f == nil {
			continue
		}
		f.What, f.Start = c.what, c.at
		if f.Rules == nil {
			f.Rules = []scenario.Rule{}
		}
		o.result.Failures = append(o.result.Failures, *f)
		if short {
			break
		}
	}
	for _, a := range all.children {
		o.truths = append(o.truths, a.outcome.Truths)
		o.values = append(o.values, a.input.Values)
	}
	return o
}

func boolean(b bool) int64 {
	if b {
		return 1
	}
	return 0
}

// broken is the outcome where there was no answer: a fault of the engine, never of the
// case, which must not pass for success.
func (o outcome) broken(err error) outcome {
	actual := err.Error()
	var d *diagnostic.Disagreement
	if errors.As(err, &d) {
		actual = d.Report()
	}
	o.result.Failures = []scenario.Failure{{What: "recommendation", Start: o.result.Start,
		Expected: "an answer", Actual: actual, Rules: []scenario.Rule{}}}
	return o
}

// answer evaluates the case of one child.
func (r *run) answer(c *casefile.Case) (*answer, error) {
	a := &answer{maker: r.maker, policy: r.maker.Policy, c: c, input: recommend.Input(c),
		done: recommend.DoneAlready(r.maker.Policy, c)}
	var err error
	if a.outcome, err = evaluate.Decide(r.maker.Evaluator, a.input); err != nil {
		return nil, err
	}
	a.env = a.outcome.Environment(a.input)
	return a, nil
}
