package check

import (
	"context"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/allcases"
	"windscreen/engine/internal/formula"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/sat"
	"windscreen/engine/term"
)

// beside is a rule and another that comes to the same answer, in words that follow “another”.
type beside struct {
	rule, other *policy.Rule
	same        string
}

// redundant remarks on own rules that hold only where another own rule of the same answer holds: a sign of the same level,
// domain, concept and strength, or a way to the same ground. Such a rule changes no level and no ground. Of two rules
// that hold in the same cases it remarks on the later one. A document often says again what the law says, so rules of
// shared policies count for nothing here.
func (o *own) redundant(ctx context.Context) (diagnostic.List, error) {
	pairs := o.pairs()
	answers, err := o.never(ctx, len(pairs), func(c *allcases.Cases, i int) formula.Ref {
		return c.Fails(c.Rules[pairs[i].other.Index], c.Rules[pairs[i].rule.Index])
	})
	if err != nil {
		return nil, err
	}
	implies := map[[2]int]bool{}
	for i, p := range pairs {
		implies[[2]int{p.rule.Index, p.other.Index}] = answers[i] == sat.Unsatisfiable
	}
	var list diagnostic.List
	said := map[*policy.Rule]bool{}
	for i, p := range pairs {
		back := implies[[2]int{p.other.Index, p.rule.Index}]
		switch {
		case said[p.rule], answers[i] == sat.Satisfiable:
			continue
		case answers[i] == sat.GaveUp:
			list = append(list, o.remark(p.rule, diagnostic.Undecided, "whether "+p.rule.ID+" holds only where "+p.other.ID+
				" does was not decided within its bounds", "split the condition"))
		case back && p.rule.Index < p.other.Index:
			continue // the later one is remarked on
		case back:
			list = append(list, o.remark(p.rule, diagnostic.Redundant, p.rule.ID+" holds in the same cases as "+p.other.ID+
				", which is another "+p.same, "remove one of the two; or correct one of the conditions"))
		default:
			list = append(list, o.remark(p.rule, diagnostic.Redundant, p.rule.ID+" holds only where "+p.other.ID+
				" does, which is another "+p.same, "remove it; or, if the document lists both, keep the warning and say so"))
		}
		said[p.rule] = true
	}
	return list, nil
}

// pairs are the own rules with each other one that comes to the same answer.
func (o *own) pairs() []beside {
	var list []beside
	add := func(rule, other *policy.Rule, same string) {
		if rule != other && o.sound[rule] && o.sound[other] {
			list = append(list, beside{rule, other, same})
		}
	}
	p := o.Policy
	for _, a := range p.Indicators {
		for _, b := range p.Indicators {
			if a.Level == b.Level && a.Domain == b.Domain && a.Concept == b.Concept && a.Strength == b.Strength &&
				a.Strength != term.StrengthContext && (a.Ground < 0 || a.Ground == b.Ground) {
				add(a.Rule, b.Rule, "sign of the same level, domain, concept and strength")
			}
		}
	}
	for _, ways := range p.GroundRules() {
		for _, a := range ways {
			for _, b := range ways {
				if a.Kind == term.KindGround {
					add(a, b, "way to the same ground")
				}
			}
		}
	}
	return list
}
