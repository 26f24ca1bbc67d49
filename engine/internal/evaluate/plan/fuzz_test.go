package plan_test

import (
	"testing"

	"pgregory.net/rapid"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/evaluate/evaluatetest"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
)

// FuzzThePlanAgrees gives any rules that load, and any case, to the reference, the plan and
// expr: whole recommendations must be the same.
func FuzzThePlanAgrees(f *testing.F) {
	texts := rapid.Custom(evaluatetest.Rules)
	for seed := range 12 {
		rules := texts.Example(seed)
		f.Add(rules, []byte{})
		f.Add(rules, []byte{9, 200, 3, 77, 150, 31, 8, 255, 64, 1, 90, 17, 203, 5})
	}
	f.Fuzz(func(t *testing.T, rules string, facts []byte) {
		root, _ := catalogue.Link(evaluatetest.Root(rules))
		if root == nil {
			return
		}
		p := root.Policies[0]
		newBoth(t, root, p).agree(t, caseOf(p, root, facts))
	})
}

// caseOf makes a case of bytes, two for a fact: what is known of it, and how well.
func caseOf(p *policy.Policy, root *catalogue.Whole, facts []byte) *casefile.Case {
	c := &casefile.Case{
		Policy: p.ID, AsOf: evaluatetest.AsOf.In(root.London),
		Values: make([]vocabulary.Value, len(p.Vocabulary.Facts)), Origins: make([]casefile.Origin, len(p.Vocabulary.Facts)),
	}
	for i, f := range p.Vocabulary.Facts {
		all := f.Unknown()
		c.Values[i] = all
		if 2*i+1 >= len(facts) || facts[2*i] == 0 {
			continue
		}
		what, how := int64(facts[2*i])-1, int64(facts[2*i+1])
		c.Origins[i] = casefile.Stated
		switch f.Kind {
		case vocabulary.Date, vocabulary.Time:
			c.Values[i] = vocabulary.Exactly(evaluatetest.AsOf.Unix() - what*how*600)
		case vocabulary.Choices:
			c.Values[i] = vocabulary.Exactly(what & all.Hi)
		case vocabulary.YesNo, vocabulary.Scale, vocabulary.Choice, vocabulary.Whole:
			v := vocabulary.Exactly(all.Lo + what%(all.Hi-all.Lo+1))
			if f.Kind == vocabulary.Scale || f.Kind == vocabulary.Whole {
				v.Hi = min(all.Hi, v.Lo+how/64)
			}
			c.Values[i] = v
		}
	}
	return c
}
