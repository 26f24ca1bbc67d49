// Package impact works out what a change of rules does to answers, for all cases.
//
// Two policies, which are two versions of one or two different ones, are described over the same cases (package
// allcases). An output is one way in which their answers can differ, such as that level 2 becomes level 3, or
// that an action is due where it was not (output.go). Each has a formula of the cases in which it shows. If no case
// makes it true, it is proved that the two are the same in that. If one does, the answer is a case, as small as could be found: a
// file, run by both policies with the reference evaluator. What the solver gives up on is said, and never called
// the same.
//
// What formulas do not hold, such as texts, contacts and limits, is compared as data, rule by rule (data.go). It
// differs in every case in which both versions show the rule, so one such case stands for it.
//
// Not compared are the order of questions, how an answer is explained, which of several things fit the first screen,
// and what one child of several takes from the others. They follow from what is compared and from texts.
package impact

import (
	"cmp"
	"context"
	"fmt"
	"reflect"
	"slices"
	"time"

	"windscreen/engine/impact"
	"windscreen/engine/internal/allcases"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/evaluate/plan"
	"windscreen/engine/internal/evaluate/reference"
	"windscreen/engine/internal/policy"
	"windscreen/engine/term"
)

// Budget is how many conflicts the solver may run into for one question.
const Budget = 20_000

// Result is what a change does to one policy. Files of rules are named as the policies name them.
type Result struct {
	Identical   bool
	Moments     []time.Time
	Outputs     []*Output
	Differences []*Output
	Unmatched   []impact.Unmatched
}

// Output is one way in which answers can differ, and what came of it.
type Output struct {
	*output
	State impact.State
}

// Shows is whether a case is one in which the output shows, by what both policies make of it. What shows in every answer
// does.
func (o *Output) Shows(old, now *Seen) bool { return o.shows == nil || o.shows(old.seen, now.seen) }

// Seen is what a policy makes of a case.
type Seen struct{ *seen }

// Look is what an outcome says.
func Look(p *policy.Policy, o *evaluate.Outcome) *Seen { return &Seen{look(p, o)} }

// Compare works out in which ways the answers of two policies differ. Rules of the two are matched by id. Budget is how
// many conflicts the solver may run into for each question. The error is that of the context, or a fault of the
// engine.
func Compare(ctx context.Context, old, now *policy.Policy, budget int) (*Result, error) {
	w := &work{old: old, now: now, budget: budget}
	if old.ID == now.ID && slices.Equal(old.Files, now.Files) {
		return &Result{Identical: true}, nil
	}
	w.match()
	w.outputs()
	w.data()
	w.vocabulary()
	apart := w.apart()
	w.apartFrom(apart)
	slices.SortStableFunc(w.list, func(a, b *output) int { return cmp.Compare(term.Order(a.Respect), term.Order(b.Respect)) })
	moments := allcases.Moments(now, old)
	for _, when := range moments {
		if err := w.at(ctx, when); err != nil {
			return nil, err
		}
	}
	r := &Result{Moments: moments, Unmatched: append(apart, w.unmatched()...)}
	for _, o := range w.list {
		out := &Output{o, impact.Same}
		switch {
		case o.Undecided != "":
			out.State = impact.GaveUp
		case o.Case != nil, o.shows == nil:
			out.State = impact.Differs
		}
		r.Outputs = append(r.Outputs, out)
		if out.State != impact.Same {
			r.Differences = append(r.Differences, out)
		}
	}
	return r, nil
}

// work is two policies on the way to a result.
type work struct {
	old, now *policy.Policy
	budget   int
	matched  []*matched
	list     []*output
	// said are the attributes of rules, and whole the rules as what they are by kind, once they were asked for.
	said  map[*policy.Rule][]attribute
	whole map[*policy.Rule]reflect.Value
	// byOld and byNow are the reference evaluators, and quickOld and quickNow the plans, once they were asked for. The
	// plans look at what is tried on the way to a case, and the reference confirms the case.
	byOld, byNow, quickOld, quickNow evaluate.Evaluator
}

// evaluators are made when the first case is to be confirmed.
func (w *work) evaluators() error {
	if w.byNow != nil {
		return nil
	}
	var err error
	if w.byOld, err = reference.New(w.old); err != nil {
		return fmt.Errorf("the older rules of %s: %w", w.old.ID, err)
	}
	if w.byNow, err = reference.New(w.now); err != nil {
		return fmt.Errorf("the newer rules of %s: %w", w.now.ID, err)
	}
	w.quickOld, w.quickNow = plan.New(w.old), plan.New(w.now)
	return nil
}
