package evaluate

import (
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
)

// Tree evaluates a policy straight from the checked trees of its conditions. It compiles nothing, so it is the
// quickest for a policy that only one or two cases are run on. It shares nothing with the cel-go reference, so tests
// compare the two.
func Tree(p *policy.Policy) Evaluator {
	return NewRuleByRule("tree", p, func(env *lang.Env) Conditions { return tree{env} })
}

type tree struct{ env *lang.Env }

// Truth walks the tree of one rule.
func (t tree) Truth(r *policy.Rule) (logic.Truth, error) { return r.When.Root.Truth(t.env), nil }
