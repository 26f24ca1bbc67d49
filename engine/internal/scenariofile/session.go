package scenariofile

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/scenario"
)

const (
	// together is how many files are made ready before their cases are run and given up:
	// otherwise thousands of cases would be held at once for each file.
	together = 8
	// mostCases bounds how many cases are run for one report.
	mostCases = 100_000
	// mostFull is how many results that failed are kept in full: nobody reads more, and
	// each holds rules with what they read.
	mostFull = 200
	// batch is how many cases are run before it is asked whether there are so many.
	batch = 256
)

// pass is one policy under which every file is run.
type pass struct {
	id string
	// policy makes it ready when it is first asked for; nil, and its faults, where it
	// cannot be used.
	policy func() (*catalogue.Policy, diagnostic.List)
}

// newPass prepares to run files under one policy, which is not loaded unless a scenario is
// for it.
func (r Runner) newPass(id string) *pass {
	return &pass{id: id, policy: sync.OnceValues(func() (*catalogue.Policy, diagnostic.List) {
		unit, err := r.Catalogue.Once(id)
		return unit, faultsOf(err)
	})}
}

// faultsOf gives an error as faults, whatever it is: otherwise the scenarios that need the
// policy would not run, and nothing would say so.
func faultsOf(err error) diagnostic.List {
	var failure *diagnostic.Failure
	switch {
	case err == nil:
		return nil
	case errors.As(err, &failure):
		return failure.Diagnostics
	}
	return diagnostic.List{{File: ".", Severity: diagnostic.Error, Code: diagnostic.Engine, Message: err.Error(),
		Remedy: "please report it"}}
}

// outcome is what came of one run, and its place in the file.
type outcome struct {
	scenario, variant int
	result            scenario.Result
	// truths are those of all rules, until they were counted.
	truths []logic.Truth
}

// session runs files under one policy after another.
type session struct {
	Runner
	ctx    context.Context
	files  []*reading
	done   [][]outcome
	report *scenario.Report
	// cases is how many cases there were so far, failed how many of them failed.
	cases, failed int
}

// under runs every file under one policy, but for files at fault.
func (s *session) under(p *pass) {
	for from := 0; from < len(s.files) && s.ctx.Err() == nil; from += together {
		files := s.files[from:min(from+together, len(s.files))]
		ready := make([][]*run, len(files))
		concurrently(len(files), func(i int) { ready[i] = files[i].under(p) })
		for i, runs := range ready {
			if files[i].faults.List().HasErrors() {
				continue
			}
			if s.cases += len(runs); s.cases > mostCases {
				files[i].add(diagnostic.List{{File: files[i].file.Name, Severity: diagnostic.Error, Code: diagnostic.TooLarge,
					Message: fmt.Sprintf("with this file there are more than %d cases, which is the limit for one run", mostCases),
					Remedy:  "run the files in several groups"}})
				return
			}
			s.done[from+i] = s.run(runs, s.done[from+i])
		}
	}
}

// run runs cases of one file and adds what comes of them. Which results are kept in full
// depends on their order alone, not on which core was faster.
func (s *session) run(ready []*run, done []outcome) []outcome {
	for from := 0; from < len(ready); from += batch {
		runs, short := ready[from:min(from+batch, len(ready))], s.failed >= mostFull
		outcomes := make([]outcome, len(runs))
		concurrently(len(runs), func(i int) {
			if s.ctx.Err() == nil {
				outcomes[i] = runs[i].do(short)
			}
		})
		for i := range outcomes {
			s.count(runs[i], &outcomes[i])
		}
		done = append(done, outcomes...)
	}
	return done
}

// count adds one outcome to what the report counts, and makes it short where too many
// failed before it.
func (s *session) count(r *run, o *outcome) {
	if o.truths != nil {
		see(s.report.Seen, r.maker.Policy, o.truths, r.c.AsOf.Unix())
		o.truths = nil
	}
	if len(o.result.Failures) == 0 {
		return
	}
	if s.failed++; s.failed > mostFull {
		s.report.Shortened++
		first := o.result.Failures[0]
		first.Rules, first.More = []scenario.Rule{}, 0
		o.result.Failures = []scenario.Failure{first}
	}
}

// see counts what the rules in force came out as.
func see(seen map[string]map[string]scenario.Seen, p *policy.Policy, truths []logic.Truth, asOf int64) {
	of := seen[p.ID]
	if of == nil {
		of = map[string]scenario.Seen{}
		seen[p.ID] = of
	}
	for _, r := range p.Rules {
		if !r.InForce(asOf) {
			continue
		}
		s := of[r.ID]
		switch truths[r.Index] {
		case logic.True:
			s.True++
		case logic.False:
			s.False++
		case logic.Unknown:
			s.Unknown++
		}
		of[r.ID] = s
	}
}
