package expr_test

import (
	"errors"
	"io/fs"
	"testing"

	"pgregory.net/rapid"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/evaluate/crosscheck"
	"windscreen/engine/internal/evaluate/evaluatetest"
	"windscreen/engine/internal/evaluate/expr"
	"windscreen/engine/internal/evaluate/plan"
	"windscreen/engine/internal/policy"
)

// load loads a rule root that must be sound.
func load(t interface{ Fatalf(string, ...any) }, fsys fs.FS) *catalogue.Whole {
	root, list := catalogue.Link(fsys)
	if root == nil {
		t.Fatalf("the rule root does not load:\n%s", list)
	}
	return root
}

func makeExpr(p *policy.Policy) (evaluate.Evaluator, error) { return expr.New(p) }
func makePlan(p *policy.Policy) (evaluate.Evaluator, error) { return plan.New(p), nil }

// both makes an evaluator that holds expr against the plan.
func both(t interface{ Fatalf(string, ...any) }, p *policy.Policy) evaluate.Evaluator {
	e, err := crosscheck.New(p, makePlan, makeExpr)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return e
}

// agreed fails on any error, and shows all of a disagreement.
func agreed(t interface{ Fatalf(string, ...any) }, err error) {
	var d *diagnostic.Disagreement
	if errors.As(err, &d) {
		t.Fatalf("%s", d.Report())
	}
	if err != nil {
		t.Fatalf("%v", err)
	}
}

// TestLearningAndForgettingComeToTheSame draws a walk: facts become known, known better, or
// unknown, with questions asked on the way. That outcomes agree, with the reference and under
// the shipped policies too, is tested beside the plan.
func TestLearningAndForgettingComeToTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := load(t, evaluatetest.Policy(t)).Policies[0]
		s := both(t, p).Start(evaluatetest.Knowledge(t, p, 40))
		defer s.End()
		for range rapid.IntRange(1, 8).Draw(t, "steps") {
			for range rapid.IntRange(0, 5).Draw(t, "facts at once") {
				f := rapid.SampledFrom(p.Vocabulary.Facts).Draw(t, "fact")
				v := f.Unknown()
				if rapid.Bool().Draw(t, "known") {
					v = evaluatetest.Learn(t, f, v)
				}
				s.Know(f, v)
			}
			look := rapid.SampledFrom([]evaluate.Look{evaluate.Kleene, evaluate.BothWays}).Draw(t, "look")
			var err error
			switch rapid.IntRange(0, 2).Draw(t, "question") {
			case 0:
				_, err = s.Outcome()
			case 1:
				_, err = s.Found(look)
			default:
				_, err = s.Rule(p.Rules[rapid.IntRange(0, p.FindingsEnd-1).Draw(t, "rule")], look)
			}
			agreed(t, err)
		}
	})
}
