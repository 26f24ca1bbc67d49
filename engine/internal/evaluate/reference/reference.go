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

// programs are the compiled rules of one policy, by Rule.Index.
type programs struct {
	byRule []cel.Program
	names  map[string]slot
	policy *policy.Policy
}

// New compiles every rule of a policy. It fails only where cel-go's checker
// refuses what package lang let through, which is a fault in the engine.
func New(p *policy.Policy) (evaluate.Evaluator, error) {
	env, err := environment(p)
	if err != nil {
		return nil, err
	}
	c := &programs{names: slots(p), policy: p}
	for _, r := range p.Rules {
		program, err := compile(env, r)
		if err != nil {
			return nil, fmt.Errorf("rule %s: %w", r.ID, err)
		}
		c.byRule = append(c.byRule, program)
	}
	return evaluate.RuleByRule{Called: "cel", Policy: p, Begin: c.begin}, nil
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

// begin starts on a case.
func (c *programs) begin(env *lang.Env) evaluate.Conditions {
	return &conditions{programs: c, activation: newActivation(c, env)}
}

type conditions struct {
	programs   *programs
	activation *activation
}

// Truth runs the program of one rule. The fragment leaves cel-go nothing to fail
// on, so an error is a fault of the engine.
func (c *conditions) Truth(r *policy.Rule) (logic.Truth, error) {
	out, _, err := c.programs.byRule[r.Index].Eval(c.activation)
	switch {
	case err != nil:
		return logic.Unknown, fmt.Errorf("rule %s: %w", r.ID, err)
	case out == types.True:
		return logic.True, nil
	case out == types.False:
		return logic.False, nil
	case types.IsUnknown(out):
		return logic.Unknown, nil
	default:
		return logic.Unknown, fmt.Errorf("rule %s came to %v", r.ID, out)
	}
}
