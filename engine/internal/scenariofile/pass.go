package scenariofile

import (
	"context"
	"errors"
	"sync"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/scenario"
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
		var failure *diagnostic.Failure
		if errors.As(err, &failure) {
			return nil, failure.Diagnostics
		}
		return unit, nil
	})}
}

// outcome is what came of one run, and its place in the file.
type outcome struct {
	scenario, variant int
	result            scenario.Result
}

// pass makes ready and runs what the files run under one policy, but for files at fault.
func (r Runner) pass(ctx context.Context, under *pass, files []*reading, done [][]outcome, report *scenario.Report) {
	ready := make([][]*run, len(files))
	concurrently(len(files), func(i int) { ready[i] = files[i].under(under) })
	type at struct{ file, run int }
	var all []at
	for i, runs := range ready {
		if files[i].faults.List().HasErrors() {
			continue
		}
		done[i] = append(done[i], make([]outcome, len(runs))...)
		for n := range runs {
			all = append(all, at{i, n})
		}
	}
	truths := make([][]logic.Truth, len(all))
	concurrently(len(all), func(n int) {
		if ctx.Err() != nil {
			return
		}
		file := all[n].file
		run := ready[file][all[n].run]
		o := &done[file][len(done[file])-len(ready[file])+all[n].run]
		o.scenario, o.variant = run.scenario, run.variant
		o.result, truths[n] = run.do()
	})
	for n, list := range truths {
		if list != nil {
			run := ready[all[n].file][all[n].run]
			see(report.Seen, run.maker.Policy, list, run.c.AsOf.Unix())
		}
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
