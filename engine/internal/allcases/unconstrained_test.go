package allcases_test

import (
	"testing"

	"pgregory.net/rapid"

	"windscreen/engine/internal/allcases"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/evaluate/evaluatetest"
	"windscreen/engine/internal/evaluate/plan"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
)

// TestRandomRulesAgreeWithThePlan holds random rules against the plan, for random knowledge of a made-up
// vocabulary. There, looking both ways often meets its bound, so that what the plan says may lie between
// Kleene's rules and all cells. Rules after the level are compared where the findings are the same.
func TestRandomRulesAgreeWithThePlan(t *testing.T) {
	bothWays, bounded := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		root, list := catalogue.Link(evaluatetest.Policy(t))
		if root == nil {
			t.Fatalf("the rules do not load:\n%s", list)
		}
		p := root.Policies[0]
		all, err := allcases.New(p, allcases.Options{AsOf: evaluatetest.AsOf, Anything: true})
		if err != nil {
			t.Fatal(err)
		}
		if all.Bounded() {
			bounded++
		}
		for range 5 {
			in := evaluatetest.Knowledge(t, p, rapid.SampledFrom([]int{0, 20, 50, 90}).Draw(t, "share"))
			midnights(p, in)
			o, err := evaluate.Decide(plan.New(p), in)
			if err != nil {
				t.Fatal(err)
			}
			if len(o.Split) > 0 {
				bothWays++
			}
			holdTo(t, all, in, o)
		}
	})
	t.Logf("in %d cases looking both ways told something; %d policies have too many ways for it", bothWays, bounded)
	if bothWays == 0 {
		t.Error("in no case did looking both ways tell anything")
	}
}

// holdTo holds the formulas against an outcome.
func holdTo(t *rapid.T, all *allcases.Cases, in evaluate.Input, o *evaluate.Outcome) {
	p := all.Policy
	v := all.Under(all.Assign(stating(p, in)))
	same := true
	hold := func(what string, x allcases.Truth, want logic.Truth) {
		got := truth(v, x)
		same = same && got == want
		lesser := want
		if all.Bounded() {
			lesser = got
		}
		if got != want && lesser != logic.Unknown { // one may tell less, but nothing else
			t.Fatalf("%s: the formulas say %v, the plan %v", what, got, want)
		}
	}
	for _, r := range p.Rules[:p.FindingsEnd] {
		hold(r.ID, all.Rules[r.Index], o.Truths[r.Index])
	}
	for i, x := range all.Grounds {
		hold("a ground", x, o.Grounds[i])
	}
	for i, x := range all.Decisive {
		hold("whether a sign of a level decides", x, o.Decisive[i])
	}
	for i, x := range all.LevelFrom {
		hold("the level", x, o.Level.Within(int64(p.Levels[i].Number), 1000))
	}
	for _, r := range p.Rules[p.FindingsEnd:] {
		if got := truth(v, all.Rules[r.Index]); same && got != o.Truths[r.Index] && !(all.Bounded() && counts(r)) {
			t.Fatalf("%s: the formulas say %v, the plan %v\n%s", r.ID, got, o.Truths[r.Index], r.Text())
		}
	}
}

// counts reports whether a rule reads a tally, which the outcome is not compared by.
func counts(r *policy.Rule) bool {
	found := false
	r.When.Root.Walk(1, func(n *lang.Node, _ int) {
		found = found || n.Op == lang.CountIn && (n.Counter == lang.Tally || n.Counter == lang.Domains)
	})
	return found
}

// midnights makes dates what they are where a case is read.
func midnights(p *policy.Policy, in evaluate.Input) {
	for _, f := range p.Vocabulary.Facts {
		v := &in.Values[f.Index]
		if f.Kind == vocabulary.Date && !f.IsUnknown(*v) {
			v.Lo, v.Hi = v.Lo-v.Lo%day, v.Hi-v.Hi%day // in winter, when London is at UTC
		}
	}
}

const day = 24 * 3600

// stating is a case that states what is known.
func stating(p *policy.Policy, in evaluate.Input) *casefile.Case {
	c := &casefile.Case{Policy: p.ID, AsOf: evaluatetest.AsOf, Values: in.Values, Origins: make([]casefile.Origin, len(in.Values))}
	for _, f := range p.Vocabulary.Facts {
		if !f.IsUnknown(in.Values[f.Index]) {
			c.Origins[f.Index] = casefile.Stated
		}
	}
	if in.Judgement.Recorded {
		c.Judgement = &casefile.Judgement{Level: in.Judgement.Level}
	}
	return c
}
