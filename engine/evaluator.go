package engine

import (
	"fmt"

	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/evaluate/plan"
	"windscreen/engine/internal/evaluate/reference"
	"windscreen/engine/internal/policy"
)

// Evaluator is what runs the rules. All evaluators give the same recommendation in every
// part. They differ in speed.
type Evaluator string

const (
	// Plan evaluates all rules of a policy as one graph. It is the default.
	Plan Evaluator = "plan"
	// CEL runs one cel-go program for each rule, from the text that the author wrote. It is
	// the reference, and right by definition.
	CEL Evaluator = "cel"
)

// LoadOption is a choice for opening rules. The zero LoadOption is misuse.
type LoadOption struct{ set func(*loadOptions) }

type loadOptions struct {
	evaluator Evaluator
	name      string
}

// With chooses the evaluator.
func With(e Evaluator) LoadOption { return LoadOption{func(o *loadOptions) { o.evaluator = e }} }

// Named says what the rule root is called, such as the path of its folder. Diagnostics show
// its files under that name.
func Named(root string) LoadOption { return LoadOption{func(o *loadOptions) { o.name = root }} }

// loadOptionsOf puts choices together, and refuses an evaluator that does not exist.
func loadOptionsOf(list []LoadOption) (loadOptions, error) {
	o := loadOptions{evaluator: Plan}
	for _, option := range list {
		if option.set == nil {
			return o, errNoOption
		}
		option.set(&o)
	}
	switch o.evaluator {
	case Plan, CEL:
		return o, nil
	}
	return o, fmt.Errorf("engine: there is no evaluator called %q", o.evaluator)
}

// compile makes the evaluator of a policy. It fails only for the reference, where
// cel-go refuses what our own reader of conditions let through.
func (o loadOptions) compile(p *policy.Policy) (evaluate.Evaluator, error) {
	if o.evaluator == CEL {
		return reference.New(p)
	}
	return plan.New(p), nil
}
