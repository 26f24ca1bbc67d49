// Package reference is the evaluator that says what is right: one cel-go program
// for each rule, compiled from the text that its author wrote. It shares nothing
// with the tree of package lang but the vocabulary, so that the two check each
// other.
//
// It is set up as well as cel-go allows: programs are built once and optimised,
// names resolve to slots, scale words become numbers at compile time, and no
// evaluation state is tracked.
package reference

import (
	"fmt"

	"github.com/google/cel-go/cel"
	"github.com/google/cel-go/common/types"

	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
)

// Evaluator runs cel-go programs.
type Evaluator struct {
	programs []cel.Program
	names    map[string]slot
	policy   *policy.Policy
}

// New compiles every rule of a policy. It fails only where cel-go's checker
// refuses what package lang let through, which is a fault in the engine.
func New(p *policy.Policy) (*Evaluator, error) {
	env, err := environment(p)
	if err != nil {
		return nil, err
	}
	e := &Evaluator{names: slots(p), policy: p}
	for _, r := range p.Rules {
		program, err := compile(env, r)
		if err != nil {
			return nil, fmt.Errorf("rule %s: %w", r.ID, err)
		}
		e.programs = append(e.programs, program)
	}
	return e, nil
}

// compile builds the program of one rule, or none for a rule that always holds.
func compile(env *cel.Env, r *policy.Rule) (cel.Program, error) {
	if r.Always {
		return nil, nil
	}
	checked, issues := env.Compile(r.When.Text)
	if issues.Err() != nil {
		return nil, issues.Err()
	}
	if checked.OutputType() != cel.BoolType {
		return nil, fmt.Errorf("the condition is a %s", checked.OutputType())
	}
	return env.Program(checked, cel.EvalOptions(cel.OptOptimize))
}

// Name is "cel".
func (e *Evaluator) Name() string { return "cel" }

// Begin starts a run.
func (e *Evaluator) Begin(env *lang.Env) evaluate.Run {
	return &run{evaluator: e, activation: newActivation(e, env)}
}

type run struct {
	evaluator  *Evaluator
	activation *activation
}

// Truth evaluates one rule. The fragment leaves cel-go nothing to fail on; should
// it fail all the same, the answer is unknown, which never lowers anything.
func (r *run) Truth(rule *policy.Rule) logic.Truth {
	program := r.evaluator.programs[rule.Index]
	if program == nil {
		return logic.True
	}
	out, _, err := program.Eval(r.activation)
	if err != nil {
		return logic.Unknown
	}
	switch out {
	case types.True:
		return logic.True
	case types.False:
		return logic.False
	default:
		return logic.Unknown
	}
}
