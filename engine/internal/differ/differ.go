// Package differ decides whether two versions of one policy ever come to something else, and finds the smallest case in
// which they do.
//
// The versions have the same rules at the same places, and share those that were not changed. What a scenario can expect
// is compared: whether a rule holds, or may, the grounds, the level, the lines of consent that answer, and what is said of
// a rule that is in the answer. Evidence, wording, and the order of questions are not.
//
// That two versions are alike is proved for every case as at some moments: one for each stretch of days on which the
// same rules are in force. A case in which they differ is confirmed by running it under both.
package differ

import (
	"fmt"

	"windscreen/engine/internal/allcases"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/formula"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/recommend"
	"windscreen/engine/internal/sat"
)

// How many conflicts the solver may run into: for one question, and for all questions about one case. Nine in ten questions
// about the shipped rules take fewer than a hundred.
const (
	budget = 2_000
	total  = 6_000
)

// Policy compares changed versions of one policy with it, one after another. It serves one goroutine.
type Policy struct {
	policy *policy.Policy
	by     evaluate.Evaluator
	cases  []*allcases.Cases // by moment; nil until they are asked for
}

// New prepares to compare versions of a policy with it. By evaluates the policy as it is.
func New(p *policy.Policy, by evaluate.Evaluator) *Policy {
	return &Policy{policy: p, by: by, cases: make([]*allcases.Cases, len(allcases.Moments(p)))}
}

// Version is a changed version of the policy.
type Version struct {
	*policy.Policy
	// Rules are the indexes of the rules that the change is felt in first.
	Rules []int
}

// Found is what came of looking for a case in which two versions differ.
type Found struct {
	// Found has Unsatisfiable for an answer if there is no such case, and GaveUp if that was not decided.
	*allcases.Found
	// Differences are what came out otherwise, the weightiest first.
	Differences []Difference
}

// Alike decides whether a version ever differs, and looks for no case: Unsatisfiable is that it never does, and
// Satisfiable that it most likely does. An error is a fault of the engine.
func (d *Policy) Alike(v Version) (sat.Answer, error) {
	all := sat.Unsatisfiable
	err := d.each(v, func(c *allcases.Cases, x asked) (bool, error) {
		answer := sat.Unsatisfiable
		for i, r := range x.inOrder() {
			if r != formula.False && answer == sat.Unsatisfiable {
				clauses := c.NewClauses()
				answer = clauses.Solver.Solve(budget, clauses.Literal(r))
				if i == 0 && answer == sat.GaveUp {
					answer = sat.Unsatisfiable // the guess tells nothing
				}
			}
		}
		if answer != sat.Unsatisfiable {
			all = answer
		}
		return answer == sat.Satisfiable, nil
	})
	return all, err
}

// Smallest looks for the smallest case in which a version differs. It first looks for one in which the changed rules
// themselves do. An error is a fault of the engine.
func (d *Policy) Smallest(v Version) (*Found, error) {
	out := &Found{Found: &allcases.Found{Answer: sat.Unsatisfiable}}
	after := tree(v.Policy)
	err := d.each(v, func(c *allcases.Cases, x asked) (bool, error) {
		for i, r := range x.inOrder() {
			if r == formula.False {
				continue
			}
			var differences []Difference
			found, err := c.Find(allcases.Question{Holds: r, By: d.by, Budget: budget, Total: total, Guess: i == 0,
				Confirm: func(of *casefile.Case, o *evaluate.Outcome) bool {
					other, err := evaluate.Decide(after, recommend.Input(of))
					if err != nil {
						return false
					}
					now := d.differences(v, o, other)
					if len(now) > 0 {
						differences = now
					}
					return len(now) > 0
				}})
			if err != nil {
				return false, err
			}
			if found.Answer == sat.Satisfiable {
				out.Found, out.Differences = found, differences
				return true, nil
			}
			if found.Answer == sat.GaveUp && i > 0 {
				out.Found = found
			}
		}
		return false, nil
	})
	return out, err
}

// each describes the cases of each moment, with what is asked of them, until it is told to stop.
func (d *Policy) each(v Version, visit func(c *allcases.Cases, x asked) (stop bool, err error)) error {
	for i, at := range allcases.Moments(d.policy) {
		c := d.cases[i]
		var err error
		if c == nil {
			if c, err = allcases.New(d.policy, allcases.Options{AsOf: at}); err != nil {
				return fmt.Errorf("describe all cases of %s: %w", d.policy.ID, err)
			}
			d.cases[i] = c
		}
		if also := untold(c, v); len(also) > 0 {
			if c, err = allcases.New(d.policy, allcases.Options{AsOf: at, Also: also}); err != nil {
				return fmt.Errorf("describe all cases of %s: %w", d.policy.ID, err)
			}
		}
		stop, err := d.at(c, v, visit)
		if err != nil || stop {
			return err
		}
	}
	return nil
}

// untold are the changed conditions that ask something else of numbers and dates than is told apart.
func untold(c *allcases.Cases, v Version) []*lang.Node {
	var list []*lang.Node
	for i, r := range v.Policy.Rules {
		if r != c.Policy.Rules[i] && !c.Tells(r.When.Root) {
			list = append(list, r.When.Root)
		}
	}
	return list
}

// at is each for the cases of one moment.
func (d *Policy) at(c *allcases.Cases, v Version, visit func(c *allcases.Cases, x asked) (bool, error)) (bool, error) {
	mark := c.Mark()
	defer c.Restore(mark)
	after, err := c.Changed(v.Policy)
	if err != nil {
		return false, fmt.Errorf("describe all cases of %s, changed: %w", d.policy.ID, err)
	}
	x := asked{kleene: c.KleeneDiffers(after, v.Rules), own: c.RulesDiffer(after, v.Rules), any: c.Differs(after)}
	if shown := d.shown(v); len(shown) > 0 {
		answers := c.Answers()
		for _, i := range shown {
			x.own = c.Or(x.own, answers[i])
		}
	}
	return visit(c, x)
}

// asked is what is asked of a version, from the least work to the most: whether the changed rules come to something else
// by Kleene's rules, which is a guess; whether they do after looking both ways; and whether anything does.
type asked struct{ kleene, own, any formula.Ref }

// inOrder are the questions, the guess first. What was asked before is False.
func (x asked) inOrder() [3]formula.Ref {
	if x.own == x.any {
		x.any = formula.False
	}
	return [3]formula.Ref{x.kleene, x.own, x.any}
}

// shown are the rules after the level of which something else is said than before, although their conditions are the
// same.
func (d *Policy) shown(v Version) []int {
	var list []int
	for _, i := range v.Rules {
		before, after := d.policy.Rules[i], v.Policy.Rules[i]
		if i >= d.policy.FindingsEnd && before != after && before.When == after.When {
			list = append(list, i)
		}
	}
	return list
}

// tree evaluates a policy straight from its conditions. There is nothing to compile for the one case or two that a
// version is run on.
func tree(p *policy.Policy) evaluate.Evaluator {
	return evaluate.NewRuleByRule("tree", p, func(e *lang.Env) evaluate.Conditions { return conditions{e} })
}

type conditions struct{ *lang.Env }

func (c conditions) Truth(r *policy.Rule) (logic.Truth, error) { return r.When.Root.Truth(c.Env), nil }
