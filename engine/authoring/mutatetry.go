package authoring

import (
	"context"
	"fmt"
	"runtime"
	"sync"

	"windscreen/engine/internal/differ"
	"windscreen/engine/internal/mutate"
	"windscreen/engine/internal/sat"
	"windscreen/engine/internal/scenariofile"
	"windscreen/engine/mutation"
)

// try tries changes on all cores. One goroutine tries all changes of a rule, so that the same cases tell them in every run.
func (m *mutating) try(ctx context.Context, trials *scenariofile.Trials, changes []*mutate.Change) error {
	rules := byRule(changes)
	var wait sync.WaitGroup
	var lock sync.Mutex
	var first error
	next, done := 0, 0
	for range min(len(rules), runtime.GOMAXPROCS(0)) {
		wait.Go(func() {
			by := differ.New(trials.Policy(), trials.Evaluator())
			for {
				lock.Lock()
				i := next
				next++
				stop := i >= len(rules) || first != nil || ctx.Err() != nil
				lock.Unlock()
				if stop {
					return
				}
				t := &tellers{by: by}
				for _, c := range rules[i] {
					if ctx.Err() != nil {
						return
					}
					came, err := m.came(trials, t, c, m.states[c.Key()])
					lock.Lock()
					if err != nil && first == nil {
						first = err
					}
					m.states[c.Key()].add(came)
					if done++; m.options.Progress != nil && (done%step == 0 || done == len(changes)) {
						m.options.Progress(trials.Policy().ID, done, len(changes))
					}
					lock.Unlock()
					if err != nil {
						return
					}
				}
			}
		})
	}
	wait.Wait()
	if first != nil {
		return first
	}
	return ctx.Err()
}

// byRule puts together the changes of each rule, named condition and parameter, in their order.
func byRule(changes []*mutate.Change) [][]*mutate.Change {
	var out [][]*mutate.Change
	place := map[string]int{}
	for _, c := range changes {
		at, met := place[c.ID]
		if !met {
			at = len(out)
			place[c.ID] = at
			out = append(out, nil)
		}
		out[at] = append(out[at], c)
	}
	return out
}

// step is how many changes are tried before progress is told.
const step = 500

// came is what comes of a change under one policy.
type came struct {
	// noticed is whether a scenario notices it, and alike whether it was proved that no case tells.
	noticed, alike bool
	telling        *mutation.Telling
	undecided      string
}

// came tries a change: first whether a scenario notices it in what the rules come to, then whether any case could, and then
// the rest. If no scenario notices it, and no case was found before, one is looked for.
func (m *mutating) came(trials *scenariofile.Trials, t *tellers, c *mutate.Change, before *state) (came, error) {
	fault := func(err error) (came, error) {
		return came{}, fmt.Errorf("with %s changed, %s: %w", c.ID, c.Says(), err)
	}
	changed, err := c.Apply()
	if err != nil {
		return came{}, err
	}
	tried := trials.Try(changed)
	noticing, err := tried.Outright()
	if err != nil || noticing != nil {
		return came{noticed: noticing != nil}, err
	}
	version := differ.Version{Policy: changed.Policy, Rules: changed.Rules}
	told := before.change.Telling
	if told == nil {
		told = t.tells(tried, version)
	}
	alike, why := sat.Satisfiable, ""
	if told == nil {
		if alike, why, err = t.by.Alike(version); err != nil {
			return fault(err)
		}
		if alike == sat.Unsatisfiable {
			return came{alike: true}, nil
		}
	}
	if noticing, err = tried.Explained(); err != nil || noticing != nil {
		return came{noticed: noticing != nil}, err
	}
	if told != nil && (told == before.change.Telling && told.Case != nil || !m.options.Cases) {
		return came{telling: told}, nil
	}
	if alike == sat.GaveUp {
		return came{undecided: why}, nil
	}
	found, err := t.by.Smallest(version)
	switch {
	case err != nil:
		return fault(err)
	case told != nil && found.Answer != sat.Satisfiable:
		return came{telling: told}, nil
	case found.Answer == sat.GaveUp:
		return came{undecided: found.Why}, nil
	case found.Answer == sat.Unsatisfiable: // within its bounds the longer search shows what the shorter did not
		return came{alike: true}, nil
	}
	return came{telling: t.found(found)}, nil
}
