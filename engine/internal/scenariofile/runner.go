package scenariofile

import (
	"fmt"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/evaluate"
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

// Runner is what running scenarios needs of a loaded rule root. It is safe for
// concurrent use.
type Runner struct {
	Reader casefile.Reader
	// Makers are by id of policy.
	Makers map[string]*recommend.Maker
	// Families are the names under which a case may ask for the edition of its day.
	Families []string
	// Edition finds the edition of a family for a moment; what is wrong is said at a
	// place.
	Edition func(family string, asOf time.Time, at diagnostic.Diagnostic) (id string, faults diagnostic.List)
	// NoPolicy completes a diagnostic that there is no policy of this id.
	NoPolicy func(id string, at diagnostic.Diagnostic) diagnostic.Diagnostic
	// Check says what of a case only the policy of this id can tell is wrong.
	Check func(id string, c *casefile.Case) diagnostic.List
}

// Run reads scenario files and runs what they hold on every core. The report is
// in the order of the files and of the scenarios in each, however the work falls. It
// ends with a fault at a file that makes more than mostCases cases of all together.
func (r Runner) Run(inputs []Input) *scenario.Report {
	type outcome struct {
		ready []*run
		list  diagnostic.List
	}
	report := &scenario.Report{Results: []scenario.Result{}, Faults: diagnostic.List{}}
	cases, failed := 0, 0
	for group := range slices.Chunk(inputs, together) {
		files := make([]outcome, len(group))
		concurrently(len(group), func(i int) {
			files[i].ready, files[i].list = r.read(group[i])
		})
		var ready []*run
		for i, f := range files {
			report.Faults = append(report.Faults, f.list...)
			if f.list.HasErrors() {
				continue
			}
			if cases += len(f.ready); cases > mostCases {
				report.Faults = append(report.Faults, diagnostic.Diagnostic{File: group[i].Name, Severity: diagnostic.Error, Code: diagnostic.TooLarge,
					Message: fmt.Sprintf("with this file there are more than %d cases, the most that are run at once", mostCases),
					Remedy:  "run the files in several parts"})
				runAll(ready, report, failed)
				return report
			}
			ready = append(ready, f.ready...)
		}
		failed = runAll(ready, report, failed)
	}
	return report
}

// together is how many files are read before their cases are run and given up: with all
// of them read first, thousands of cases would be held at once for each file.
const together = 8

// mostCases bounds how many cases are run for one report.
const mostCases = 100_000

const (
	// mostFull is how many results that failed are kept in full: nobody reads more, and
	// each holds rules with what they read.
	mostFull = 200
	// batch is how many cases are run before it is asked whether there are so many.
	batch = 256
)

// runAll runs cases and adds what comes of them to the report; failed is how many cases
// before them failed, and it returns how many did with these. Which results are kept in
// full depends on their order alone, not on which core was faster.
func runAll(ready []*run, report *scenario.Report, failed int) int {
	ids := map[*policy.Policy][]string{}
	for _, r := range ready {
		if p := r.maker.Policy; ids[p] == nil {
			ids[p] = ruleIDs(p)
		}
		r.ids = ids[r.maker.Policy]
	}
	before := len(report.Results)
	report.Results = append(report.Results, make([]scenario.Result, len(ready))...)
	for from := 0; from < len(ready); from += batch {
		short := failed >= mostFull
		results := report.Results[before+from : before+min(from+batch, len(ready))]
		concurrently(len(results), func(i int) {
			results[i] = ready[from+i].do(short)
			ready[from+i] = nil
		})
		for i := range results {
			if len(results[i].Failures) == 0 {
				continue
			}
			if failed++; failed > mostFull {
				report.Shortened++
				first := results[i].Failures[0]
				first.Rules, first.More = []scenario.Rule{}, 0
				results[i].Failures = []scenario.Failure{first}
			}
		}
	}
	return failed
}

// ruleIDs are the ids of the rules of a policy, by index.
func ruleIDs(p *policy.Policy) []string {
	out := make([]string, len(p.Rules))
	for i, r := range p.Rules {
		out[i] = r.ID
	}
	return out
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
	// ids are those of the policy's rules, by index.
	ids []string
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

// do runs the scenario. Where the result is to be short, the checks stop at the first
// that fails, and what needs the explained answer is checked last.
func (r *run) do(short bool) scenario.Result {
	result := r.result
	result.Failures = []scenario.Failure{}
	a, err := r.answer()
	if err != nil {
		return broken(result, err)
	}
	result.Rules = scenario.NewTruths(r.ids, func(i int) string {
		if rule := a.policy.Rules[i]; rule.InForce(a.input.AsOf) {
			return a.outcome.Truths[i].String()
		}
		return ""
	})
	a.short = short
	checks := r.checks
	if short {
		checks = slices.Clone(checks)
		slices.SortStableFunc(checks, func(x, y check) int { return boolean(x.explained) - boolean(y.explained) })
	}
	explains := slices.ContainsFunc(checks, func(c check) bool { return c.explained })
	for _, c := range checks {
		if explains && a.explained == nil && (c.explained || !short) {
			if a.explained, err = r.maker.Recommend(r.c); err != nil {
				return broken(result, err)
			}
		}
		f := c.failure(a)
		if f == nil {
			continue
		}
		f.What, f.Start = c.what, c.at
		if f.Rules == nil {
			f.Rules = []scenario.Rule{}
		}
		result.Failures = append(result.Failures, *f)
		if short {
			break
		}
	}
	return result
}

func boolean(b bool) int {
	if b {
		return 1
	}
	return 0
}

// broken is the result where there was no answer: a fault of the engine, never of the
// case, which must not pass for success.
func broken(result scenario.Result, err error) scenario.Result {
	result.Failures = []scenario.Failure{{What: "recommendation", Start: result.Start,
		Expected: "an answer", Actual: err.Error(), Rules: []scenario.Rule{}}}
	return result
}

// answer evaluates the case.
func (r *run) answer() (*answer, error) {
	a := &answer{maker: r.maker, policy: r.maker.Policy, c: r.c, input: recommend.Input(r.c)}
	var err error
	if a.outcome, err = evaluate.Decide(r.maker.Evaluator, a.input); err != nil {
		return nil, err
	}
	a.env = a.outcome.Environment(a.input)
	return a, nil
}
