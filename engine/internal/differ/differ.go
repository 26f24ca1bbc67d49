// Package differ decides whether two versions of one policy ever come to something else, and finds a case in
// which they do, as small as could be found.
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
	"slices"

	"windscreen/engine/internal/allcases"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/formula"
	"windscreen/engine/internal/lang"
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
// Satisfiable that it most likely does. If the solver gave up, why says so. An error is a fault of the engine.
func (d *Policy) Alike(v Version) (answer sat.Answer, why string, err error) {
	answer = sat.Unsatisfiable
	err = d.each(v, func(c *allcases.Cases, x asked) (bool, error) {
		now := sat.Unsatisfiable
		if x.kleene != formula.False {
			clauses := c.NewClauses()
			now = clauses.Solver.Solve(budget, clauses.Literal(x.kleene))
		}
		if now != sat.Satisfiable { // the guess tells nothing
			s := newSifting(c)
			if s.sift(slices.Concat(x.own, x.any), true); s.answer == sat.GaveUp {
				why = fmt.Sprintf("the solver ran into %d conflicts", s.Solver.Conflicts())
			}
			now = s.answer
		}
		if now != sat.Unsatisfiable {
			answer = now
		}
		return now == sat.Satisfiable, nil
	})
	return answer, why, err
}

// Smallest looks for the smallest case in which a version differs. It first looks for one in which the changed rules
// themselves do. An error is a fault of the engine.
func (d *Policy) Smallest(v Version) (*Found, error) {
	out := &Found{Found: &allcases.Found{Answer: sat.Unsatisfiable}}
	after := evaluate.Tree(v.Policy)
	err := d.each(v, func(c *allcases.Cases, x asked) (bool, error) {
		for i := range 3 {
			r := x.question(c, i)
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
	x := asked{kleene: c.KleeneDiffers(after, v.Rules), own: c.RulesDiffer(after, v.Rules)}
	x.any = slices.DeleteFunc(c.Differs(after), func(r formula.Ref) bool { return slices.Contains(x.own, r) })
	if shown := d.shown(v); len(shown) > 0 {
		answers := c.Answers()
		for _, i := range shown {
			x.own = append(x.own, answers[i])
		}
	}
	return visit(c, x)
}

// asked is what is asked of a version, from the least work to the most: whether the changed rules come to something else
// by Kleene's rules, which is a guess; in which ways they do after looking both ways; and in which ways anything else does.
type asked struct {
	kleene   formula.Ref
	own, any []formula.Ref
}

// question is one of the three. The last leaves out the ways that were ruled out one by one.
func (x asked) question(c *allcases.Cases, i int) formula.Ref {
	switch i {
	case 0:
		return x.kleene
	case 1:
		return c.Or(x.own...)
	}
	s := newSifting(c)
	return c.Or(s.sift(x.any, false)...)
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
