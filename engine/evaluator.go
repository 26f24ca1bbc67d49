package engine

import (
	"fmt"

	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/evaluate/crosscheck"
	"windscreen/engine/internal/evaluate/expr"
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
	// Expr runs two programs of expr-lang for each rule: one says where its condition is
	// certainly true, the other where it is certainly false. It shares no evaluation with the
	// others, and is there to check them.
	Expr Evaluator = "expr"
)

// LoadOption is a choice for opening rules. The zero LoadOption is misuse.
type LoadOption struct{ set func(*loadOptions) }

type loadOptions struct {
	evaluator  Evaluator
	crossCheck bool
	name       string
}

// With chooses the evaluator.
func With(e Evaluator) LoadOption { return LoadOption{func(o *loadOptions) { o.evaluator = e }} }

// CrossCheck has every answer checked by a second evaluator: by Expr, or by CEL if Expr is the
// first. All that the answer and its explanation rest on is asked of both. If they differ, the
// error is a *diagnostic.Disagreement, and there is no answer. An answer takes many times as
// long.
func CrossCheck() LoadOption { return LoadOption{func(o *loadOptions) { o.crossCheck = true }} }

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
	if o.evaluator.maker() == nil {
		return o, fmt.Errorf("engine: there is no evaluator called %q", o.evaluator)
	}
	return o, nil
}

// maker is what makes the evaluator of a policy; nil where there is no such evaluator. It fails
// only where an evaluator refuses what our own reader of conditions let through.
func (e Evaluator) maker() crosscheck.Make {
	switch e {
	case Plan:
		return func(p *policy.Policy) (evaluate.Evaluator, error) { return plan.New(p), nil }
	case CEL:
		return reference.New
	case Expr:
		return func(p *policy.Policy) (evaluate.Evaluator, error) { return expr.New(p) }
	}
	return nil
}

// compile makes the evaluator of a policy, with the one that checks it where that is asked for.
func (o loadOptions) compile(p *policy.Policy) (evaluate.Evaluator, error) {
	first, second := o.evaluator.maker(), Expr.maker()
	if !o.crossCheck {
		return first(p)
	}
	if o.evaluator == Expr {
		second = CEL.maker()
	}
	return crosscheck.New(p, first, second)
}
