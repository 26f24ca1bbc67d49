// Package reference is the evaluator that says what is right. It makes one cel-go program
// of each text that an author wrote: the condition of a rule, what stands under its
// unless, or a named condition. To the programs that use it, a named condition is a
// variable. The package shares nothing with the tree of package lang but the vocabulary,
// so that each can check the other.
//
// It is set up as well as cel-go allows while each rule stays a program of its own: programs are built once and optimised,
// they take the values of names from slots, all those of a case run in one frame, scale words become numbers at compile
// time, and no evaluation state or cost is tracked. Plain is the same rules with neither slots nor a shared frame.
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

// programs are the compiled rules of one policy. byRule and unless are by Rule.Index, and
// nil where the rule has no such text; named are by Policy.Conditions.
type programs struct {
	byRule, unless, named []cel.Program
	policy                *policy.Policy
}

// New compiles every rule of a policy. It fails only where cel-go's checker
// refuses what package lang let through, which is a fault in the engine.
func New(p *policy.Policy) (evaluate.Evaluator, error) {
	names := slots(p)
	c, err := compileAll(p, cel.EvalOptions(cel.OptOptimize), cel.CustomDecoratorV2(names.resolve))
	if err != nil {
		return nil, err
	}
	return evaluate.NewRuleByRule("cel", p, func(env *lang.Env) evaluate.Conditions {
		return &conditions{c, newActivation(c, names, env).input}
	}), nil
}

// compileAll compiles every rule and named condition of a policy.
func compileAll(p *policy.Policy, options ...cel.ProgramOption) (*programs, error) {
	env, err := environment(p)
	if err != nil {
		return nil, err
	}
	c := &programs{policy: p, byRule: make([]cel.Program, len(p.Rules)), unless: make([]cel.Program, len(p.Rules))}
	for _, n := range p.Conditions {
		program, err := compile(env, n.Text, options)
		if err != nil {
			return nil, fmt.Errorf("condition %s: %w", n.Name, err)
		}
		c.named = append(c.named, program)
	}
	for i, r := range p.Rules {
		if c.byRule[i], err = compile(env, r.Text(), options); err != nil {
			return nil, fmt.Errorf("rule %s: %w", r.ID, err)
		}
		if r.Unless == nil {
			continue
		}
		if c.unless[i], err = compile(env, r.Unless.When.Text, options); err != nil {
			return nil, fmt.Errorf("unless of rule %s: %w", r.ID, err)
		}
	}
	return c, nil
}

// compile builds the program of one text. An empty text always holds and needs no
// program.
func compile(env *cel.Env, text string, options []cel.ProgramOption) (cel.Program, error) {
	if text == "" {
		return nil, nil
	}
	checked, issues := env.Compile(text)
	if issues.Err() != nil {
		return nil, issues.Err()
	}
	if checked.OutputType() != cel.BoolType {
		return nil, fmt.Errorf("the condition is a %s", checked.OutputType())
	}
	return env.Program(checked, options...)
}

// conditions runs the programs of one case, over what cel-go takes as its input.
type conditions struct {
	*programs
	input any
}

// Truth runs the programs of one rule.
func (c *conditions) Truth(r *policy.Rule) (logic.Truth, error) {
	t, err := run(c.byRule[r.Index], c.input)
	if err == nil && t != logic.False && r.Unless != nil {
		var unless logic.Truth
		if unless, err = run(c.unless[r.Index], c.input); unless == logic.True {
			t = logic.False
		}
	}
	if err != nil {
		return logic.Unknown, fmt.Errorf("rule %s: %w", r.ID, err)
	}
	return t, nil
}

// run runs one program. Nothing in the language of conditions can fail in cel-go, so an
// error is a fault of the engine.
func run(program cel.Program, input any) (logic.Truth, error) {
	if program == nil {
		return logic.True, nil
	}
	out, _, err := program.Eval(input)
	switch {
	case err != nil:
		return logic.Unknown, err
	case out == types.True:
		return logic.True, nil
	case out == types.False:
		return logic.False, nil
	case types.IsUnknown(out):
		return logic.Unknown, nil
	default:
		return logic.Unknown, fmt.Errorf("it came to %v", out)
	}
}
