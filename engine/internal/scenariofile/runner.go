package scenariofile

import (
	"context"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/recommend"
	"windscreen/engine/scenario"
	"windscreen/engine/term"
)

// Input is a scenario file as bytes.
type Input struct {
	// Name is used in diagnostics; one that ends in .json is read as JSON.
	Name string
	Data []byte
}

// Runner runs scenarios under the policies of a rule root. It is safe for concurrent use.
type Runner struct {
	Reader    casefile.Reader
	Catalogue *catalogue.Catalogue
}

// Run reads scenario files and runs what they hold on every core. The report is
// in the order of the files and of the scenarios in each, however the work falls. The error is
// that of the context.
func (r Runner) Run(ctx context.Context, inputs []Input) (*scenario.Report, error) {
	type outcome struct {
		ready []*run
		list  diagnostic.List
	}
	files := make([]outcome, len(inputs))
	concurrently(len(inputs), func(i int) {
		files[i].ready, files[i].list = r.read(inputs[i])
	})
	report := &scenario.Report{Faults: diagnostic.List{}}
	var ready []*run
	for _, f := range files {
		report.Faults = append(report.Faults, f.list...)
		if !f.list.HasErrors() {
			ready = append(ready, f.ready...)
		}
	}
	report.Results = make([]scenario.Result, len(ready))
	concurrently(len(ready), func(i int) {
		if ctx.Err() == nil {
			report.Results[i] = ready[i].do()
		}
	})
	return report, ctx.Err()
}

// policies are the policies that a scenario is run under which names this one, in the
// order of their ids where it names every policy.
func (r *Runner) policies(name string) []string {
	if name == policy.Every {
		return r.Catalogue.IDs()
	}
	return []string{name}
}

// concurrently calls do for each number below n, on as many goroutines as there
// are cores.
func concurrently(n int, do func(i int)) {
	var next atomic.Int64
	var wait sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		wait.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	wait.Wait()
}

// run is one scenario under one set of values, ready to run.
type run struct {
	// result lacks only what the run gives it.
	result scenario.Result
	maker  *recommend.Maker
	c      *casefile.Case
	checks []check
}

// check is one expectation.
type check struct {
	// what and at are Failure.What and Failure.Start.
	what string
	at   diagnostic.Position
	// explained is whether the check reads the explained answer, which costs far
	// more than the outcome of the rules and is made only where it is read.
	explained bool
	// failure says how the expectation was not met; nil where it was.
	failure func(a *answer) *scenario.Failure
}

// do runs the scenario.
func (r *run) do() scenario.Result {
	result := r.result
	result.Failures = []scenario.Failure{}
	a, err := r.answer()
	if err != nil {
		// A fault of the engine, never of the case; it must not pass for success.
		result.Failures = append(result.Failures, scenario.Failure{What: "recommendation", Start: result.Start,
			Expected: "an answer", Actual: err.Error(), Rules: []scenario.Rule{}})
		return result
	}
	result.Rules = make(map[string]term.Truth, len(a.policy.Rules))
	for _, rule := range a.policy.Rules {
		if rule.InForce(a.input.AsOf) {
			result.Rules[rule.ID] = a.outcome.Truths[rule.Index].Term()
		}
	}
	for _, c := range r.checks {
		if f := c.failure(a); f != nil {
			f.What, f.Start = c.what, c.at
			if f.Rules == nil {
				f.Rules = []scenario.Rule{}
			}
			result.Failures = append(result.Failures, *f)
		}
	}
	return result
}

// answer evaluates the case, and explains the outcome where a check reads that.
func (r *run) answer() (*answer, error) {
	a := &answer{maker: r.maker, policy: r.maker.Policy, c: r.c, input: recommend.Input(r.c)}
	var err error
	if a.outcome, err = evaluate.Decide(r.maker.Evaluator, a.input); err != nil {
		return nil, err
	}
	a.env = a.outcome.Environment(a.input)
	if slices.ContainsFunc(r.checks, func(c check) bool { return c.explained }) {
		a.explained, err = r.maker.Recommend(r.c)
	}
	return a, err
}
