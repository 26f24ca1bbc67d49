// Package evaluatetest holds what tests of evaluators share: an evaluator that
// walks the checked tree, random knowledge of a case, and random policies.
package evaluatetest

import (
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
)

// Tree evaluates conditions by walking their checked trees. It shares nothing with
// the cel-go reference, which makes the two worth comparing.
func Tree(p *policy.Policy) evaluate.Evaluator {
	return evaluate.NewRuleByRule("tree", p, func(env *lang.Env) evaluate.Conditions { return tree{env} })
}

type tree struct{ env *lang.Env }

// Truth walks the tree of one rule.
func (t tree) Truth(r *policy.Rule) (logic.Truth, error) { return r.When.Root.Truth(t.env), nil }
