package impact

import (
	"context"
	"fmt"
	"reflect"
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
	// decided is what came of outputs by their formula: those of one formula show in the same cases.
	decided map[formula.Ref]decided
	// cases are those that were found, those that state least first.
	cases []*witness
}

// decided is the case in which an output shows, nil if there is none, and whether none states less.
type decided struct {
	*witness
	smallest bool
	why      string
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
	d := &deciding{work: w, moment: m, when: when, refs: map[*output]formula.Ref{},
		decided: map[formula.Ref]decided{}}
	left = slices.DeleteFunc(left, func(o *output) bool {
		d.refs[o] = o.differs(m)
		return d.refs[o] == formula.False
	})
	if len(left) == 0 {
		return nil
	}
	if left, err = d.possible(ctx, left); err != nil || len(left) == 0 {
		return err
	}
	if err := d.evaluators(); err != nil {
		return err
	}
	if err := d.nothing(); err != nil {
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

// possible are the outputs that some case may show. Of the others it is proved that none does. They are asked about together,
// because their formulas have much in common.
func (d *deciding) possible(ctx context.Context, left []*output) ([]*output, error) {
	refs := make([]formula.Ref, len(left))
	for i, o := range left {
		refs[i] = d.refs[o]
	}
	answers, err := d.Now.Possible(ctx, d.budget, refs...)
	if err != nil {
		return nil, err
	}
	var list []*output
	for i, o := range left {
		if answers[i] != sat.Unsatisfiable {
			list = append(list, o)
		}
	}
	return list, nil
}

// nothing runs the case that states nothing.
func (d *deciding) nothing() error {
	old, now, err := d.Run(&facts.Case{AsOf: d.when.Format(time.RFC3339), Policy: d.work.now.ID, Stated: facts.Stated{}}, d.byNow, d.byOld)
	if err == nil && old.Case != nil && now.Case != nil {
		d.keep(&allcases.Found{Answer: sat.Satisfiable, File: now.File, Case: now.Case, Outcome: now.Outcome, Old: old})
	}
	return err
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

// decide finds the smallest case in which an output shows.
func (d *deciding) decide(o *output) error {
	ref := d.refs[o]
	found, ok := d.decided[ref]
	if !ok {
		var err error
		if found, err = d.smallest(o, ref); err != nil {
			return fmt.Errorf("%s: %w", o.ID, err)
		}
		d.decided[ref] = found
	}
	switch {
	case found.witness != nil:
		d.found(o, found.witness, found.smallest)
	case found.why != "" && o.Undecided == "":
		o.Undecided = found.why
	}
	return nil
}

// smallest looks for the smallest case among those that were found, and then for one that states less.
func (d *deciding) smallest(o *output, ref formula.Ref) (decided, error) {
	q := allcases.PairQuestion{Holds: ref, Old: d.quickOld, Now: d.quickNow, Budget: d.budget,
		Confirm: func(old, now *allcases.Ran) bool {
			return o.shows(look(d.work.old, old.Outcome), look(d.work.now, now.Outcome))
		}}
	var x *witness
	if i := slices.IndexFunc(d.cases, func(x *witness) bool { return !x.Unlikely && o.shows(x.old, x.now) }); i >= 0 {
		x = d.cases[i]
		if x.Stated <= 1 { // the only smaller case is the one that states nothing, and that was tried
			return decided{witness: x, smallest: true}, nil
		}
		q.FewerThan = x.Stated
	}
	found, err := d.Find(q)
	switch {
	case err != nil:
		return decided{}, err
	case found.Answer == sat.Satisfiable:
		x, err := d.confirmed(o, found)
		return decided{witness: x, smallest: found.Smallest}, err
	case x != nil:
		return decided{witness: x, smallest: found.Answer == sat.Unsatisfiable}, nil
	case found.Answer == sat.GaveUp:
		return decided{why: found.Why}, nil
	case found.Answer == sat.Unsatisfiable:
	}
	return decided{}, nil
}

// confirmed runs a case that was found by the reference evaluators, and keeps what they make of it. That the output does not
// show by them is a fault of the engine.
func (d *deciding) confirmed(o *output, f *allcases.Found) (*witness, error) {
	now, err := d.Now.Run(f.File, d.byNow)
	if err != nil {
		return nil, err
	}
	old, err := d.Old.Run(f.Old.File, d.byOld)
	if err != nil {
		return nil, err
	}
	f.Outcome, f.Old = now.Outcome, old
	x := d.keep(f)
	if !o.shows(x.old, x.now) {
		return nil, fmt.Errorf("%w: %v", allcases.ErrUnconfirmed, f.File.Stated)
	}
	return x, nil
}

// found notes the case in which an output shows.
func (d *deciding) found(o *output, x *witness, smallest bool) {
	o.Undecided, o.Case, o.Smallest, o.Unlikely = "", x.File, smallest, x.Unlikely
	if !reflect.DeepEqual(x.File, x.Old.File) {
		o.OldCase = x.Old.File
	}
	if o.ends != nil {
		o.From, o.Into = o.ends(x.old, x.now)
	}
	o.Rules = d.responsible(o, x)
}
