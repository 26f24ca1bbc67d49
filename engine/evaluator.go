package engine

import (
	"fmt"

	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/evaluate/plan"
	"windscreen/engine/internal/evaluate/reference"
	"windscreen/engine/internal/policy"
)

// Evaluator is what runs the rules. All give the same recommendation, in every
// part; they differ in what it costs.
type Evaluator string

const (
	// Plan evaluates all rules of a policy as one graph. It is the default.
	Plan Evaluator = "plan"
	// CEL runs one cel-go program for each rule, from the text that its author wrote.
	// It is the reference: what it says is right.
	CEL Evaluator = "cel"
)

// LoadOption is a choice to make when rules are loaded.
type LoadOption func(*loadOptions)

type loadOptions struct{ evaluator Evaluator }

// With chooses the evaluator.
func With(e Evaluator) LoadOption { return func(o *loadOptions) { o.evaluator = e } }

// make makes the evaluator of a policy. It fails only for the reference, where
// cel-go refuses what our own reader of conditions let through.
func (o loadOptions) make(p *policy.Policy) (evaluate.Evaluator, error) {
	if o.evaluator == CEL {
		return reference.New(p)
	}
	return plan.New(p), nil
}

// check refuses an evaluator that does not exist.
func (o loadOptions) check() error {
	switch o.evaluator {
	case Plan, CEL:
		return nil
	default:
		return fmt.Errorf("there is no evaluator called %q", o.evaluator)
	}
}
