package scenariofile

import (
	"cmp"
	"context"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/recommend"
	"windscreen/engine/scenario"
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

// Run reads scenario files and runs what they hold, policy by policy and within one on every
// core; a policy is freed before the next. The report is in the order of the files and of the
// scenarios in each, however the work falls. The error is that of the context.
func (r Runner) Run(ctx context.Context, inputs []Input) (*scenario.Report, error) {
	files := make([]*reading, len(inputs))
	concurrently(len(inputs), func(i int) { files[i] = r.open(inputs[i]) })
	done := make([][]outcome, len(inputs))
	report := &scenario.Report{Faults: diagnostic.List{}, Results: []scenario.Result{}, Seen: map[string]map[string]scenario.Seen{}}
	for _, id := range r.Catalogue.IDs() {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		r.pass(ctx, r.newPass(id), files, done, report)
	}
	said := map[diagnostic.Diagnostic]bool{} // what is wrong with rules is said once, for the first file that needs them
	for i, f := range files {
		list := f.faults.List()
		for _, d := range list {
			if !said[d] {
				report.Faults = append(report.Faults, d)
			}
			said[d] = true
		}
		if list.HasErrors() {
			continue
		}
		slices.SortFunc(done[i], func(a, b outcome) int {
			return cmp.Or(cmp.Compare(a.scenario, b.scenario), cmp.Compare(a.variant, b.variant))
		})
		for _, o := range done[i] {
			report.Results = append(report.Results, o.result)
		}
	}
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
	// scenario and variant are its place in the file.
	scenario, variant int
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

// do runs the scenario. The truths are those of all rules; nil where none came out.
func (r *run) do() (result scenario.Result, truths []logic.Truth) {
	result = r.result
	result.Failures = []scenario.Failure{}
	a, err := r.answer()
	if err != nil {
		// A fault of the engine, never of the case; it must not pass for success.
		result.Failures = append(result.Failures, scenario.Failure{What: "recommendation", Start: result.Start,
			Expected: "an answer", Actual: err.Error(), Rules: []scenario.Rule{}})
		return result, nil
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
	return result, a.outcome.Truths
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
