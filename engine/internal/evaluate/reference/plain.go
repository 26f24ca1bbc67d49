package reference

import (
	"github.com/google/cel-go/cel"
	"github.com/google/cel-go/common/types"
	"github.com/google/cel-go/common/types/ref"

	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
)

// Plain is the same rules with cel-go as most programs use it: a program for each text, the values by name in a map, and
// patterns for the names that are not known. It is there to be measured.
func Plain(p *policy.Policy) (evaluate.Evaluator, error) {
	c, err := compileAll(p, cel.EvalOptions(cel.OptOptimize, cel.OptPartialEval))
	if err != nil {
		return nil, err
	}
	names := slots(p)
	return evaluate.NewRuleByRule("plain cel", p, func(env *lang.Env) evaluate.Conditions {
		vars, err := c.byName(names, env)
		if err != nil {
			return failed{err}
		}
		return &conditions{c, vars}
	}), nil
}

// byName are the values of all names in a map. What is found on the way is read when a program first asks for it.
func (c *programs) byName(names slotsByName, env *lang.Env) (cel.PartialActivation, error) {
	a := newActivation(c, names, env)
	values := make(map[string]any, len(names))
	var open []*cel.AttributePatternType
	for name, s := range names {
		if s.kind != factSlot {
			values[name] = func() ref.Val { return a.value(s) }
			continue
		}
		if v := a.value(s); types.IsUnknown(v) {
			open = append(open, cel.AttributePattern(name))
		} else {
			values[name] = v
		}
	}
	vars, err := cel.PartialVars(values, open...)
	a.input = vars
	return vars, err
}

// failed are conditions of a case that cel-go did not take: each gives its error.
type failed struct{ err error }

func (f failed) Truth(*policy.Rule) (logic.Truth, error) { return logic.Unknown, f.err }
