// Package benchmark measures what the plan costs compared with cel-go, both in one
// process, on the same made-up cases and in turns. It also measures what loading rules costs.
// Machines differ and are noisy, so compare the ratios. Questions measures something else: how many
// questions settle a case.
//
// The Go benchmarks of package engine do the same work, from the same Pairs.
package benchmark

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"windscreen/engine"
	"windscreen/engine/internal/draw"
)

// DefaultPolicy is the shipped policy with the most rules. With DefaultRounds a run takes
// a few minutes.
const (
	DefaultPolicy = "bexley-2020"
	DefaultRounds = 15
)

// Options say what to measure, and how often.
type Options struct {
	// Policy is the id of the policy, or the council whose edition was in force on the day of
	// the made-up cases. Rounds is how many times everything is measured; the report gives
	// medians.
	Policy string
	Rounds int
	// Root is what the rule root is called, such as the path of its folder. Faults show its
	// files under that name.
	Root string
	// Eval runs the command eval on a case in JSON, in its own process, until it ends. If it
	// is nil, that figure is left out.
	Eval func(data []byte) error
	// Printers write answers, in the formats that are measured.
	Printers []Printer
	// Generated is whether the rules are written as Go and measured beside the plan. That needs a Go
	// toolchain on the PATH, and no network.
	Generated bool
}

// Figure is one thing measured.
type Figure struct {
	Name string `json:"name"`
	// Value is what it costs, in Unit, which is Nanoseconds, Milliseconds, Bytes or
	// Allocations; or, of a service, how much it does, in PerSecond or Requests.
	Value float64 `json:"value"`
	Unit  string  `json:"unit"`
	// Ratio is how many times more the other side costs, or null if there is no other side. In
	// PerSecond it is how many times as much this side does.
	Ratio *float64 `json:"ratio"`
	// Goal is the lowest Ratio allowed or, if there is no ratio, the highest Value allowed.
	// It is null if there is no goal. Met says whether the goal is met, and is true without
	// one.
	Goal *float64 `json:"goal"`
	Met  bool     `json:"met"`

	// Other is what the other side costs, in Unit, and Of names the other side. They are
	// zero and empty if there is none.
	Other float64 `json:"-"`
	Of    string  `json:"-"`
}

// Report is the result of a run.
type Report struct {
	// Go, System and CPUs describe the machine, as package runtime does.
	Go, System string
	CPUs       int
	// Policy is the id of the policy, Rules the number of its rules, and Facts the number of
	// facts.
	Policy       string
	Rules, Facts int
	Rounds       int
	// Subject is what the values are of; empty for the plan.
	Subject string
	Figures []Figure
}

// Met reports whether every goal is met.
func (r *Report) Met() bool {
	return !slices.ContainsFunc(r.Figures, func(f Figure) bool { return !f.Met })
}

// Run measures everything under a policy of a rule root. The error is a *diagnostic.Failure
// if the rules have faults or there is no such policy.
func Run(fsys fs.FS, o Options) (report *Report, failed error) {
	o.Policy, o.Rounds = cmp.Or(o.Policy, DefaultPolicy), max(1, cmp.Or(o.Rounds, DefaultRounds))
	b, err := open(fsys, o)
	if err != nil {
		return nil, err
	}
	if err := b.sameByCel(); err != nil {
		return nil, err
	}
	r := b.Report(o.Rounds)
	work, err := b.work(o.Printers)
	if err != nil {
		return nil, err
	}
	if o.Generated {
		generated, end, err := b.againstGenerated()
		if err != nil {
			return nil, err
		}
		defer func() { failed = errors.Join(failed, end()) }()
		work = append(work, generated...)
	}
	single, err := b.Singles(o.Eval)
	if err != nil {
		return nil, err
	}
	times, err := measure(work, single, o.Rounds)
	if err != nil {
		return nil, err
	}
	for i, p := range work {
		r.Figures = append(r.Figures, times.pairs[i].figure(p))
		if p.alone {
			allocations, err := b.allocations(p)
			if err != nil {
				return nil, err
			}
			r.Figures = append(r.Figures, allocations)
		}
		if p.bytes {
			memory, err := allocated(p)
			if err != nil {
				return nil, err
			}
			r.Figures = append(r.Figures, memory)
		}
	}
	for i, s := range single {
		r.Figures = append(r.Figures, times.singles[i].figure(s))
	}
	return r, nil
}

// work is all the work that is done in two ways in this process.
func (b *Bench) work(printers []Printer) ([]Pair, error) {
	pairs, err := b.Pairs(printers...)
	if err != nil {
		return nil, err
	}
	grown, err := b.grown()
	if err != nil {
		return nil, err
	}
	loading, err := b.loading()
	return slices.Concat(pairs, grown, loading), err
}

// New opens the rules and makes up the cases to measure with. The error is as for Run.
func New(fsys fs.FS, policy string) (*Bench, error) { return open(fsys, Options{Policy: policy}) }

func open(fsys fs.FS, o Options) (*Bench, error) {
	e, err := engine.Open(fsys, engine.Named(o.Root))
	if err != nil {
		return nil, err
	}
	p, err := e.PolicyOn(o.Policy, draw.AsOf)
	if err != nil {
		return nil, err
	}
	b := &Bench{fsys: fsys, policy: p, policies: len(e.IDs())}
	if err := b.load(); err != nil {
		return nil, fmt.Errorf("making the evaluators: %w", err)
	}
	return b, b.draw()
}
