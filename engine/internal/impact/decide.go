package impact

import (
	"context"
	"fmt"
	"slices"
	"time"

	"windscreen/engine/facts"
	"windscreen/engine/internal/allcases"
	"windscreen/engine/internal/formula"
	"windscreen/engine/internal/sat"
)

// deciding is the work at one moment. One case often shows many differences, so each case that was found is
// tried on all outputs that are not decided, and the solver is asked about what is left.
type deciding struct {
	*work
	*moment
	when time.Time
	refs map[*output]formula.Ref
	// cases are those that were found, those that state least first.
	cases []*witness
}

// witness is a case that both policies answered.
type witness struct {
	*allcases.Found
	old, now *seen
}

// at decides the outputs that no earlier moment decided.
func (w *work) at(ctx context.Context, when time.Time) error {
	var left []*output
	for _, o := range w.list {
		if o.Case == nil && o.differs != nil {
			left = append(left, o)
		}
	}
	if len(left) == 0 {
		return nil
	}
	m, err := at(w.old, w.now, when)
	if err != nil {
		return fmt.Errorf("describe all cases of %s and %s: %w", w.old.ID, w.now.ID, err)
	}
	d := &deciding{work: w, moment: m, when: when, refs: map[*output]formula.Ref{}}
	left = slices.DeleteFunc(left, func(o *output) bool {
		d.refs[o] = o.differs(m)
		return d.refs[o] == formula.False
	})
	if len(left) == 0 {
		return nil
	}
	if err := d.evaluators(); err != nil {
		return err
	}
	if err := d.seed(left); err != nil {
		return err
	}
	if left, err = d.sift(ctx, left); err != nil {
		return err
	}
	for _, o := range left {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := d.decide(o); err != nil {
			return err
		}
	}
	return nil
}

// seed runs the case that states nothing.
func (d *deciding) seed([]*output) error {
	return d.run(&facts.Case{Policy: d.work.now.ID, AsOf: d.when.Format(time.RFC3339), Stated: facts.Stated{}}, 0)
}

// run runs a case that states so much.
func (d *deciding) run(file *facts.Case, stated int) error {
	old, now, err := d.Run(file, d.byNow, d.byOld)
	if err != nil {
		return err
	}
	if old.Case != nil && now.Case != nil {
		d.keep(&allcases.Found{Answer: sat.Satisfiable, File: now.File, Case: now.Case, Outcome: now.Outcome, Old: old, Stated: stated})
	}
	return nil
}

// keep keeps a case for outputs that come later.
func (d *deciding) keep(f *allcases.Found) *witness {
	x := &witness{f, look(d.work.old, f.Old.Outcome), look(d.work.now, f.Outcome)}
	i, _ := slices.BinarySearchFunc(d.cases, f.Stated, func(w *witness, n int) int {
		if w.Stated <= n {
			return -1
		}
		return 1
	})
	d.cases = slices.Insert(d.cases, i, x)
	return x
}

// sift asks about all outputs at once whether any can show, leaves out those that cannot, and gives the others.
func (d *deciding) sift(ctx context.Context, left []*output) ([]*output, error) {
	var can []*output
	for len(left) > 0 {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		some := make([]formula.Ref, len(left))
		for i, o := range left {
			some[i] = d.refs[o]
		}
		nodes := d.Now.Nodes()
		clauses := d.Now.NewClauses()
		answer := clauses.Solver.Solve(d.budget, clauses.Literal(d.Now.Or(some...)))
		v := d.Now.Lazily(clauses.Value)
		var rest []*output
		for i, o := range left {
			if answer == sat.Satisfiable && v(some[i]) || answer == sat.GaveUp {
				can = append(can, o)
			} else {
				rest = append(rest, o)
			}
		}
		d.Now.Forget(nodes)
		if answer != sat.Satisfiable || len(rest) == len(left) {
			break
		}
		left = rest
	}
	// In the order in which they are reported.
	return slices.DeleteFunc(slices.Clone(d.list), func(o *output) bool { return !slices.Contains(can, o) }), nil
}

// decide finds the smallest case in which an output shows.
func (d *deciding) decide(o *output) error {
	i := slices.IndexFunc(d.cases, func(x *witness) bool { return !x.Unlikely && o.shows(x.old, x.now) })
	q := allcases.PairQuestion{Holds: d.refs[o], Old: d.byOld, Now: d.byNow, Budget: d.budget,
		Confirm: func(old, now *allcases.Ran) bool {
			return o.shows(look(d.work.old, old.Outcome), look(d.work.now, now.Outcome))
		}}
	if i < 0 {
		found, err := d.Find(q)
		if err != nil {
			return fmt.Errorf("%s: %w", o.ID, err)
		}
		switch found.Answer {
		case sat.Satisfiable:
			d.found(o, d.keep(found), found.Smallest)
		case sat.GaveUp:
			if o.Undecided == "" {
				o.Undecided = found.Why
			}
		case sat.Unsatisfiable:
		}
		return nil
	}
	x := d.cases[i]
	if x.Stated <= 1 { // the only smaller case is the one that states nothing, and that was tried
		d.found(o, x, true)
		return nil
	}
	q.FewerThan, q.Plain = x.Stated, true
	found, err := d.Find(q)
	if err != nil {
		return fmt.Errorf("%s: %w", o.ID, err)
	}
	if found.Answer == sat.Satisfiable {
		d.found(o, d.keep(found), found.Smallest)
	} else {
		d.found(o, x, found.Answer == sat.Unsatisfiable)
	}
	return nil
}

// found notes the case in which an output shows.
func (d *deciding) found(o *output, x *witness, smallest bool) {
	o.Undecided, o.Case, o.Smallest, o.Unlikely = "", x.File, smallest, x.Unlikely
	if !sameCase(x.File, x.Old.File) {
		o.OldCase = x.Old.File
	}
	if o.ends != nil {
		o.From, o.Into = o.ends(x.old, x.now)
	}
	o.Rules = d.responsible(o, x)
}
