package scenariofile

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/parallel"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/scenario"
)

const (
	// together is how many cases are made ready before they are run and given up. A file has
	// no more, so that each fits; one case takes some ten kilobytes.
	together = maxRuns
	// mostCases bounds how many cases are run for one report. A policy and its cases are
	// given up before the next, so what it bounds is results, of about a kilobyte each. The
	// largest council has about 840 cases for two editions: there is room for all 153 of
	// England with more than twice as many.
	mostCases = 300_000
	// mostFull is how many results that failed are kept in full: nobody reads more, and
	// each holds rules with what they read.
	mostFull = 200
	// batch is how many cases are run before it is asked whether there are so many.
	batch = 256
)

// pass is one policy under which every file is run.
type pass struct {
	id string
	// number is its place among all policies.
	number int
	// policy makes it ready when it is first asked for; nil, and its faults, where it
	// cannot be used.
	policy func() (*catalogue.Policy, diagnostic.List)
}

// newPass prepares to run files under one policy, which is not loaded unless a scenario is
// for it.
func (r Runner) newPass(id string, number int) *pass {
	return &pass{id: id, number: number, policy: sync.OnceValues(func() (*catalogue.Policy, diagnostic.List) {
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
	// truths are those of all rules, and values those of all facts, for each child, until they were counted.
	truths [][]logic.Truth
	values [][]vocabulary.Value
}

// session runs files under one policy after another.
type session struct {
	Runner
	ctx    context.Context
	files  []*reading
	done   [][]outcome
	report *scenario.Report
	// most is how many cases may be run.
	most int
	// last is how many of the files are run; the limit of cases leaves no room for the others,
	// which over says.
	last int
	over diagnostic.List
	// failed is how many cases failed so far.
	failed int
	// rungs are those of the policy in hand.
	rungs []*rung
	of    *policy.Policy
}

// limit leaves out the files for which there is no room: the one that passes the limit of
// cases, and all after it. Each file before it is run in whole.
func (s *session) limit() {
	policies := len(s.Catalogue.IDs())
	s.last = len(s.files)
	cases := 0
	for i, f := range s.files {
		if cases += f.allCases(policies); cases <= s.most {
			continue
		}
		s.last = i
		left := "it was not run"
		switch after := len(s.files) - i - 1; {
		case after == 1:
			left = "it and the file after it were not run"
		case after > 1:
			left = fmt.Sprintf("it and the %d files after it were not run", after)
		}
		s.over = diagnostic.List{{File: f.file.Name, Severity: diagnostic.Error, Code: diagnostic.TooLarge,
			Message: fmt.Sprintf("with this file there are more than %d cases, which is the limit for one run; %s", s.most, left),
			Remedy:  "run the files in several groups"}}
		return
	}
}

// under runs files under one policy, but for files at fault.
func (s *session) under(p *pass) {
	for from := 0; from < s.last && s.ctx.Err() == nil; {
		to := s.upTo(p, from)
		s.group(p, from, to)
		from = to
	}
}

// upTo is the end of the files from one on that make no more cases together than are held at
// once.
func (s *session) upTo(p *pass, from int) int {
	to, cases := from+1, s.files[from].cases(p.id)
	for ; to < s.last; to++ {
		if cases += s.files[to].cases(p.id); cases > together {
			break
		}
	}
	return to
}

// group runs the files from one to before another under one policy.
func (s *session) group(p *pass, from, to int) {
	ready := make([][]*run, to-from)
	parallel.Each(len(ready), func(i int) {
		if runs := s.files[from+i].under(p); !s.files[from+i].faulty() {
			ready[i] = s.named(runs)
		}
	})
	for i, runs := range ready {
		s.done[from+i] = s.run(runs, s.done[from+i])
	}
}

// named are the cases that are wanted by name.
func (s *session) named(runs []*run) []*run {
	if s.Named == nil {
		return runs
	}
	return slices.DeleteFunc(runs, func(r *run) bool { return !s.Named(r.result.Name) })
}

// run runs cases of one file and adds what comes of them. Which results are kept in full
// depends on their order alone, not on which core was faster.
func (s *session) run(ready []*run, done []outcome) []outcome {
	for from := 0; from < len(ready); from += batch {
		runs, short := ready[from:min(from+batch, len(ready))], s.failed >= mostFull
		outcomes := make([]outcome, len(runs))
		parallel.Each(len(runs), func(i int) {
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
	s.tryRungs(r.maker.Policy, o)
	for _, truths := range o.truths {
		see(s.report.Seen, r.maker.Policy, truths, r.children[0].Case.AsOf.Unix())
		if len(o.result.Failures) == 0 {
			show(s.report.Shown, r.maker.Policy, truths, o.result.Name)
		}
	}
	o.truths, o.values = nil, nil
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

// tryRungs notes which rungs a case tries. Cases come policy by policy.
func (s *session) tryRungs(p *policy.Policy, o *outcome) {
	if s.of != p {
		s.finishRungs()
		s.of, s.rungs = p, rungsOf(p)
	}
	for i, truths := range o.truths {
		try(s.rungs, o.values[i], truths)
	}
}

// finishRungs puts the rungs of the policy in hand into the report.
func (s *session) finishRungs() {
	if s.of == nil {
		return
	}
	s.report.Rungs[s.of.ID] = untried(s.rungs)
	s.of, s.rungs = nil, nil
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

// show notes a scenario for the rules that it shows better than those noted before.
func show(shown map[string]map[string][]scenario.Shown, p *policy.Policy, truths []logic.Truth, name string) {
	of := shown[p.ID]
	if of == nil {
		of = map[string][]scenario.Shown{}
		shown[p.ID] = of
	}
	here := scenario.Shown{Name: name}
	for _, t := range truths {
		if t == logic.True {
			here.Holding++
		}
	}
	for _, r := range p.Rules {
		list := of[r.ID]
		if truths[r.Index] != logic.True || r.Always || len(list) == scenario.MostShown && list[len(list)-1].Holding <= here.Holding {
			continue
		}
		at, _ := slices.BinarySearchFunc(list, here, func(a, b scenario.Shown) int { return cmp.Or(cmp.Compare(a.Holding, b.Holding), -1) })
		list = slices.Insert(list, at, here)
		of[r.ID] = list[:min(len(list), scenario.MostShown)]
	}
}
