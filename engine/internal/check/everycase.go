package check

import (
	"context"
	"fmt"
	"slices"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/allcases"
	"windscreen/engine/internal/formula"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/link"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/sat"
)

// budget is how many conflicts the solver may run into for one question. The questions about the shipped rules
// take fewer than a hundred.
const budget = 20_000

// verdict is what is wrong with a rule, for all cases.
type verdict uint8

const (
	fine verdict = iota
	neverHolds
	alwaysHolds
	// shadowed is a consent line in place of which an earlier one always answers.
	shadowed
	undecided
)

// EveryCase looks for rules that no case can tell from ones with no condition, or from none at all, and for
// lines of consent that never answer. Of a policy's own rules it also looks for parts of conditions that change no
// case, and for signs and grounds that another makes redundant. It takes the policies that cases can name, which are
// free of errors. It takes seconds, so it is for authors, and runs when rules are linted only. The error is that of the
// context, or a fault of the engine.
//
// A rule of a shared policy is reported if every policy that builds on it finds the same of it. So once a policy finds
// nothing wrong with one, it is not looked at again.
func EveryCase(ctx context.Context, all []*link.Linked) (diagnostic.List, error) {
	type place struct {
		file string
		line int
	}
	var list diagnostic.List
	found := map[place]map[verdict]int{}
	uses := map[place]int{}
	for _, l := range all {
		settled := func(r *policy.Rule) bool { return found[place{r.File, r.Start.Line}][fine] > 0 }
		moments, err := atEach(l.Policy)
		if err != nil {
			return nil, err
		}
		verdicts, err := decide(ctx, l.Policy, moments, settled)
		if err != nil {
			return nil, err
		}
		more, err := ownRules(ctx, l, moments, verdicts)
		if err != nil {
			return nil, err
		}
		list = append(list, more...)
		for i, r := range l.Policy.Rules {
			at := place{r.File, r.Start.Line}
			if uses[at]++; found[at] == nil {
				found[at] = map[verdict]int{}
			}
			found[at][verdicts[i]]++
		}
	}
	reported := map[place]bool{}
	for _, l := range all {
		for _, r := range l.Policy.Rules {
			at := place{r.File, r.Start.Line}
			for _, v := range []verdict{neverHolds, alwaysHolds, shadowed, undecided} {
				if !reported[at] && found[at][v] == uses[at] {
					reported[at] = true
					list = append(list, of(l, r, v))
				}
			}
		}
	}
	return list, nil
}

// atEach are all cases of a policy at each of its moments.
func atEach(p *policy.Policy) ([]*allcases.Cases, error) {
	var out []*allcases.Cases
	for _, moment := range allcases.Moments(p) {
		c, err := allcases.New(p, allcases.Options{AsOf: moment})
		if err != nil {
			return nil, fmt.Errorf("policy %s: %w", p.ID, err)
		}
		out = append(out, c)
	}
	return out, nil
}

// decide works out what is wrong with each rule of a policy, by Rule.Index. A rule has to be wrong at every moment. Those that
// are settled are fine.
func decide(ctx context.Context, p *policy.Policy, moments []*allcases.Cases, settled func(*policy.Rule) bool) ([]verdict, error) {
	at := make([][]verdict, len(p.Rules)) // by rule, at the moments when it is in force
	for _, c := range moments {
		wanted := func(r *policy.Rule) bool {
			return r.InForce(c.AsOf().Unix()) && !settled(r) && !slices.Contains(at[r.Index], fine)
		}
		now, err := decideAt(ctx, c, wanted)
		if err != nil {
			return nil, fmt.Errorf("policy %s: %w", p.ID, err)
		}
		for i, r := range p.Rules {
			if wanted(r) && !slices.Contains(at[i], now[i]) {
				at[i] = append(at[i], now[i])
			}
		}
	}
	verdicts := make([]verdict, len(p.Rules))
	for i := range p.Rules {
		switch len(at[i]) {
		case 0:
			if !settled(p.Rules[i]) {
				verdicts[i] = neverHolds
			}
		case 1:
			verdicts[i] = at[i][0]
		default:
			if slices.Contains(at[i], undecided) && !slices.Contains(at[i], fine) {
				verdicts[i] = undecided
			}
		}
	}
	return verdicts, nil
}

// decideAt is decide for one moment, of the rules that are wanted.
func decideAt(ctx context.Context, c *allcases.Cases, wanted func(*policy.Rule) bool) ([]verdict, error) {
	p := c.Policy
	answering := c.Answers()
	var asked []formula.Ref
	var rules []*policy.Rule
	for i, r := range p.Rules {
		if wanted(r) {
			rules = append(rules, r)
			asked = append(asked, c.Rules[r.Index].Is, c.Rules[r.Index].May.Not(), answering[i])
		}
	}
	answers, err := c.Possible(ctx, budget, asked...)
	if err != nil {
		return nil, err
	}
	verdicts := make([]verdict, len(p.Rules))
	for n, r := range rules {
		i := r.Index
		holds, fails, answers := answers[3*n], answers[3*n+1], answers[3*n+2]
		switch {
		case slices.Contains([]sat.Answer{holds, fails, answers}, sat.GaveUp):
			verdicts[i] = undecided
		case holds == sat.Unsatisfiable:
			verdicts[i] = neverHolds
		case answers == sat.Unsatisfiable:
			verdicts[i] = shadowed
		case fails == sat.Unsatisfiable && !r.Always && r.When.Root.Op != lang.Const: // true is said on purpose
			verdicts[i] = alwaysHolds
		}
	}
	return verdicts, nil
}

// of is the finding about a rule.
func of(l *link.Linked, r *policy.Rule, v verdict) diagnostic.Diagnostic {
	code, message, remedy := diagnostic.NeverHolds, r.ID+" holds in no case",
		"correct the condition; or remove the rule"
	switch v {
	case alwaysHolds:
		code, message, remedy = diagnostic.AlwaysHolds, r.ID+" holds in every case",
			"correct the condition; or remove it, if the rule is to hold always"
	case shadowed:
		code, message, remedy = diagnostic.NeverReached, fmt.Sprintf("%s never answers: whenever it holds, an earlier line does", r.ID),
			"move it before that line, make the earlier condition narrower, or remove it"
	case undecided:
		code, message, remedy = diagnostic.Undecided, "whether "+r.ID+" ever holds, or always, was not decided within its bounds",
			"split the condition"
	case fine, neverHolds:
	}
	at := [2]diagnostic.Position{r.Start, r.Start}
	if where, ok := l.Condition(r); ok {
		at = where
	}
	return warning(l.SourceFile(r.File).Diagnostic(code, at[0], at[1], message, remedy))
}
