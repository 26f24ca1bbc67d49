// Package prove decides whether the invariants of a policy hold of every case.
//
// An invariant is a condition that no case may make certainly false, such as that agreement is never required while
// section 47 holds. It reads facts, findings and the level as a rule after the level does, and also what the
// answer says: which value a consent answer has, whether a rule is in the answer (policy.Words). Package allcases
// makes formulas of all of these, and a solver looks for a case in which the invariant is false. If there is none,
// the invariant is proved. If there is one, the answer is a case file, as small as could be found and confirmed by an
// evaluator, with the rules that make it so. If the solver gave up, that is said, and nothing is proved.
package prove

import (
	"context"
	"fmt"
	"slices"

	"windscreen/engine/internal/allcases"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/recommend"
	"windscreen/engine/internal/sat"
)

// Budget is how many conflicts the solver may run into for one question. The invariants of the shipped rules take a
// few hundred at most.
const Budget = 50_000

// Result is what came of one invariant.
type Result struct {
	*policy.Invariant
	// Found is what came of looking for a case that breaks it: Unsatisfiable if it is proved.
	*allcases.Found
	// Rules are the rules in the answer to that case that the invariant asks about, in the order of the policy.
	Rules []*policy.Rule
}

// Policy decides the invariants of a policy, in their order. By confirms the cases. The error is that of the
// context, or a fault of the engine.
func Policy(ctx context.Context, p *policy.Policy, by evaluate.Evaluator) ([]Result, error) {
	results := make([]Result, len(p.Invariants))
	for i, x := range p.Invariants {
		results[i] = Result{Invariant: x, Found: &allcases.Found{Answer: sat.Unsatisfiable}}
	}
	if len(results) == 0 {
		return nil, nil
	}
	var also []*lang.Node
	for _, x := range p.Invariants {
		also = append(also, x.Holds.Root)
	}
	for _, at := range allcases.Moments(p) {
		cases, err := allcases.New(p, allcases.Options{AsOf: at, Also: also})
		if err != nil {
			return nil, fmt.Errorf("describe all cases of %s: %w", p.ID, err)
		}
		for i, x := range p.Invariants {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			if results[i].Answer == sat.Satisfiable {
				continue
			}
			found, err := one(cases, x, by)
			if err != nil {
				return nil, fmt.Errorf("decide the invariant %s of %s: %w", x.ID, p.ID, err)
			}
			if found.Answer == sat.Satisfiable || found.Answer == sat.GaveUp && results[i].Answer == sat.Unsatisfiable {
				results[i].Found = found
			}
		}
	}
	for i := range results {
		if results[i].Answer == sat.Satisfiable {
			results[i].Rules = responsible(p, results[i])
		}
	}
	return results, nil
}

// one looks for a case that breaks an invariant at a moment.
func one(c *allcases.Cases, x *policy.Invariant, by evaluate.Evaluator) (*allcases.Found, error) {
	holds, err := c.Invariant(x)
	if err != nil {
		return nil, err
	}
	return c.Find(allcases.Question{
		Holds: holds.May.Not(), By: by, Budget: Budget,
		Confirm: func(of *casefile.Case, o *evaluate.Outcome) bool { return Holds(c.Policy, x, of, o) == logic.False },
	})
}

// Holds is whether an invariant holds of a case and its outcome.
func Holds(p *policy.Policy, x *policy.Invariant, c *casefile.Case, o *evaluate.Outcome) logic.Truth {
	return saying(x.Holds.Root, words(p, o)).Truth(o.Environment(recommend.Input(c)))
}

// words are what an answer says, by name.
func words(p *policy.Policy, o *evaluate.Outcome) map[string]bool {
	in := answering(p, o)
	says := map[string]bool{}
	for _, w := range p.Words() {
		says[w.Name] = slices.ContainsFunc(w.Rules, func(r *policy.Rule) bool { return in[r.Index] })
	}
	return says
}

// answering are, by Rule.Index, the rules that are in an answer.
func answering(p *policy.Policy, o *evaluate.Outcome) []bool {
	in := make([]bool, len(p.Rules))
	for _, r := range p.Rules {
		in[r.Index] = o.Truths[r.Index] == logic.True
	}
	answered := map[string]bool{}
	for _, l := range p.Consent {
		if l.Answer.Single() && in[l.Index] {
			in[l.Index] = !answered[string(l.Answer)]
			answered[string(l.Answer)] = true
		}
	}
	return in
}

// saying is a condition in which the words that an answer may say are what it says.
func saying(n *lang.Node, words map[string]bool) *lang.Node {
	if n.Op == lang.Named && n.Args[0].Op == lang.Const {
		if says, ok := words[n.Named.Name]; ok {
			return &lang.Node{Op: lang.Const, Value: logic.Of(says)}
		}
	}
	if len(n.Args) == 0 {
		return n
	}
	out := *n
	out.Args = make([]*lang.Node, len(n.Args))
	for i, a := range n.Args {
		out.Args[i] = saying(a, words)
	}
	return &out
}

// responsible are the rules in the answer that an invariant asks about: those of the words that it names, those that
// make out the grounds, and the criterion of the level.
func responsible(p *policy.Policy, r Result) []*policy.Rule {
	in := answering(p, r.Outcome)
	asked := make([]bool, len(p.Rules))
	ask := func(rules []*policy.Rule) {
		for _, r := range rules {
			asked[r.Index] = true
		}
	}
	grounds := p.GroundRules()
	words := map[string][]*policy.Rule{}
	for _, w := range p.Words() {
		words[w.Name] = w.Rules
	}
	r.Holds.Root.Walk(1, func(n *lang.Node, _ int) {
		switch {
		case n.Op == lang.Ground:
			ask(grounds[n.N])
		case n.Op == lang.Named && n.Args[0].Op == lang.Const:
			ask(words[n.Named.Name])
		case n.Op == lang.CountIn && n.Counter == lang.Level:
			for _, l := range p.Levels {
				asked[l.Index] = asked[l.Index] || !l.Always && int64(l.Number) == r.Outcome.Level.Lo
			}
		}
	})
	var list []*policy.Rule
	for _, rule := range p.Rules {
		if asked[rule.Index] && in[rule.Index] {
			list = append(list, rule)
		}
	}
	return list
}
