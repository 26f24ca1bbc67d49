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
type Tree struct{}

// Name is "tree".
func (Tree) Name() string { return "tree" }

// Begin starts a run.
func (Tree) Begin(env *lang.Env) evaluate.Run { return treeRun{env} }

type treeRun struct{ env *lang.Env }

// Truth walks the tree of one rule.
func (r treeRun) Truth(rule *policy.Rule) logic.Truth { return rule.When.Root.Truth(r.env) }
