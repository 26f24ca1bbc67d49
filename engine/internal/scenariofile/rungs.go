package scenariofile

import (
	"slices"

	"windscreen/engine/coverage"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
)

// rung is a rung of a scale from which a rule begins to hold.
type rung struct {
	rule *policy.Rule
	fact *vocabulary.Fact
	at   int64
	tried
}

// tried is whether some case tried a rung, and the one below it.
type tried struct{ atIt, below bool }

// rungsOf are those in the rules of a policy: atLeast, written in the rule itself and not negated.
func rungsOf(p *policy.Policy) []*rung {
	var out []*rung
	for _, r := range p.Rules {
		from := len(out)
		var visit func(n *lang.Node)
		visit = func(n *lang.Node) {
			switch n.Op {
			case lang.FactIn:
				same := func(x *rung) bool { return x.fact == n.Fact && x.at == n.Lo }
				upwards := n.Fact.Kind == vocabulary.Scale && n.Lo > 0 && n.Hi >= int64(len(n.Fact.Words))-1
				if upwards && !slices.ContainsFunc(out[from:], same) {
					out = append(out, &rung{rule: r, fact: n.Fact, at: n.Lo})
				}
			case lang.And, lang.Or, lang.AtLeastN, lang.Certain:
				for _, a := range n.Args {
					visit(a)
				}
			case lang.Const, lang.Not, lang.If, lang.OneOf, lang.Member, lang.TimeIn, lang.Ground, lang.Decisive, lang.CountIn,
				lang.OpenFact, lang.Open, lang.Named, lang.Judged, lang.JudgedOtherwise:
			}
		}
		visit(r.When.Root)
	}
	return out
}

// try notes which rungs a case tries.
func try(rungs []*rung, values []vocabulary.Value, truths []logic.Truth) {
	for _, x := range rungs {
		v := values[x.fact.Index]
		if !v.Known() || x.atIt && x.below {
			continue
		}
		switch truth := truths[x.rule.Index]; {
		case v.Lo == x.at && truth == logic.True:
			x.atIt = true
		case v.Lo == x.at-1 && truth == logic.False:
			x.below = true
		}
	}
}

// untried are the rungs that no case tried on both sides, by rule.
func untried(rungs []*rung) map[string][]coverage.Rung {
	out := map[string][]coverage.Rung{}
	for _, x := range rungs {
		if !x.atIt || !x.below {
			missing := coverage.Rung{Fact: x.fact.Path, Rung: x.fact.Words[x.at].Name, AtIt: x.atIt, Below: x.below}
			out[x.rule.ID] = append(out[x.rule.ID], missing)
		}
	}
	return out
}
