package mutate_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"windscreen/engine/internal/calendar"
	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/draw"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/evaluate/plan"
	"windscreen/engine/internal/evaluate/reference"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/mutate"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/recommend"
	"windscreen/engine/internal/shippedroot"
	"windscreen/engine/internal/testroot"
	"windscreen/engine/term"
)

// linked are the policies of a root, and a parser.
func linked(t *testing.T) (*lang.Parser, []*policy.Policy) {
	t.Helper()
	whole := shippedroot.Rules(t)
	parser, err := lang.NewParser()
	if err != nil {
		t.Fatal(err)
	}
	return parser, whole.Policies
}

// made is a small policy with a thing of every kind that is changed.
func made(t *testing.T) []*mutate.Change {
	t.Helper()
	whole, list := catalogue.Link(testroot.With())
	if whole == nil {
		t.Fatalf("%s", list)
	}
	parser, err := lang.NewParser()
	if err != nil {
		t.Fatal(err)
	}
	return mutate.Of(parser, whole.Policies[0])
}

// oneIn is how many changes of the shipped rules stand for one that is tried: to try all takes long. Each run begins at a place of
// its own.
const oneIn = 60

func TestChangesOfTheShippedRulesLoadAndKeepThePlacesOfRules(t *testing.T) {
	parser, policies := linked(t)
	from := int(testroot.Seed(t) % oneIn)
	t.Logf("every %dth change, from %d", oneIn, from)
	seen := map[string]bool{}
	kinds := map[term.Change]bool{}
	for _, p := range policies {
		own := map[string]bool{}
		for i, c := range mutate.Of(parser, p) {
			words := c.Origin + " " + c.ID + ": " + c.Says()
			if own[c.Key()] || own[words] {
				t.Errorf("%s: two changes read alike: %s", p.ID, words)
			}
			own[c.Key()], own[words] = true, true
			kinds[c.Kind] = true
			if c.File == "" || c.Origin == "" || c.Start.Line == 0 {
				t.Errorf("%s: %s has no place", p.ID, c.ID)
			}
			if seen[c.Key()] || i%oneIn != from {
				continue
			}
			seen[c.Key()] = true
			changed, err := c.Apply()
			if err != nil {
				t.Fatal(err)
			}
			sameRules(t, p, changed, c)
		}
	}
	for _, k := range term.TableOf[term.Change]().Values() {
		if !kinds[k] {
			t.Errorf("no change of the shipped rules is of the kind %s", k)
		}
	}
}

// sameRules fails unless a changed policy has the rules of the policy at their places, each in the list of its kind, and only
// those that the change names are others.
func sameRules(t *testing.T, p *policy.Policy, changed *mutate.Changed, c *mutate.Change) {
	t.Helper()
	q := changed.Policy
	if len(changed.Rules) == 0 && c.Target == mutate.Rule || len(q.Rules) != len(p.Rules) {
		t.Fatalf("%s %s: %d rules, %v changed", c.ID, c.Says(), len(q.Rules), changed.Rules)
	}
	for i, r := range q.Rules {
		if r.Index != i || r.ID != p.Rules[i].ID || (r != p.Rules[i]) != slices.Contains(changed.Rules, i) && c.Kind != term.ChangeOrder {
			t.Fatalf("%s %s: rule %d is %s", c.ID, c.Says(), i, r.ID)
		}
	}
	inKinds := 0
	count := func(r *policy.Rule) {
		inKinds++
		if q.Rules[r.Index] != r {
			t.Fatalf("%s %s: %s is one rule in the list of all and another in that of its kind", c.ID, c.Says(), r.ID)
		}
	}
	for _, x := range q.Levels {
		count(x.Rule)
	}
	for _, x := range q.Indicators {
		count(x.Rule)
	}
	for _, x := range q.Grounds {
		count(x.Rule)
	}
	for _, x := range q.Consent {
		count(x.Rule)
	}
	for _, x := range q.Escalations {
		count(x.Rule)
	}
	for _, x := range q.Pathway {
		count(x.Rule)
	}
	for _, x := range q.Services {
		count(x.Rule)
	}
	for _, x := range q.Cautions {
		count(x.Rule)
	}
	if inKinds != len(q.Rules) {
		t.Fatalf("%s %s: %d rules of %d are in the list of their kind", c.ID, c.Says(), inKinds, len(q.Rules))
	}
}

// TestThePlanAndTheReferenceReadAChangedPolicyAlike evaluates cases of any values by the changed trees and by the changed texts.
func TestThePlanAndTheReferenceReadAChangedPolicyAlike(t *testing.T) {
	parser, policies := linked(t)
	days, err := calendar.Load()
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(testroot.Seed(t), 2))
	differ := 0
	for _, p := range policies {
		before := plan.New(p)
		changes := mutate.Of(parser, p)
		for range 4 {
			c := changes[r.IntN(len(changes))]
			changed, err := c.Apply()
			if err != nil {
				t.Fatal(err)
			}
			cel, err := reference.New(changed.Policy)
			if err != nil {
				t.Fatalf("%s %s: %v", c.ID, c.Says(), err)
			}
			after := plan.New(changed.Policy)
			for n := range 20 {
				in := recommend.Input(draw.Case(r, p, 5*n, true, days.London()))
				x, y, z := decide(t, cel, in), decide(t, after, in), decide(t, before, in)
				if !slices.Equal(x.Truths, y.Truths) || x.Level != y.Level {
					t.Fatalf("%s of %s, %s: the two differ", c.ID, p.ID, c.Says())
				}
				if !slices.Equal(y.Truths, z.Truths) {
					differ++
				}
			}
		}
	}
	if differ == 0 {
		t.Error("no change made a difference to any case")
	}
}

func decide(t *testing.T, e evaluate.Evaluator, in evaluate.Input) *evaluate.Outcome {
	t.Helper()
	o, err := evaluate.Decide(e, in)
	if err != nil {
		t.Fatal(err)
	}
	return o
}

// TestAPolicyIsNotTouchedByItsChanges applies changes of every kind to a policy and then compares what it comes to.
func TestAPolicyIsNotTouchedByItsChanges(t *testing.T) {
	parser, policies := linked(t)
	p := policies[0]
	texts := func() string {
		var b strings.Builder
		for _, r := range p.Rules {
			fmt.Fprintln(&b, r.ID, r.Text(), r.Always)
		}
		for _, x := range p.Indicators {
			fmt.Fprintln(&b, x.ID, x.Strength, x.Level, x.Domain, x.Concept, x.Ground)
		}
		for _, x := range p.Escalations {
			fmt.Fprintln(&b, x.ID, x.Immediate, x.First, x.Agreement, x.Due)
		}
		for _, x := range p.Consent {
			fmt.Fprintln(&b, x.ID, x.Value)
		}
		for _, c := range p.Conditions {
			fmt.Fprintln(&b, c.Name, c.Text)
		}
		for _, name := range slices.Sorted(maps.Keys(p.Parameters)) {
			fmt.Fprintln(&b, name, p.Parameters[name])
		}
		return b.String()
	}
	before := texts()
	for i, c := range mutate.Of(parser, p) {
		if i%60 > 0 {
			continue
		}
		if _, err := c.Apply(); err != nil {
			t.Fatal(err)
		}
	}
	if texts() != before {
		t.Error("the policy is another")
	}
}

func TestTheChangesOfASmallPolicy(t *testing.T) {
	var b strings.Builder
	for _, c := range made(t) {
		fmt.Fprintf(&b, "%s: %s\n", c.ID, c.Says())
	}
	golden(t, "small.txt", b.String())
}

// TestEveryChangeOfAnExceptionApplies applies each change of a rule with an exception. Without it the rule reads its own condition.
func TestEveryChangeOfAnExceptionApplies(t *testing.T) {
	parser, policies := linked(t)
	other, gone := 0, 0
	for _, p := range policies {
		for _, c := range mutate.Of(parser, p) {
			i := slices.IndexFunc(p.Rules, func(r *policy.Rule) bool { return r.ID == c.ID && r.Unless != nil })
			if i < 0 {
				continue
			}
			changed, err := c.Apply()
			if err != nil {
				t.Fatalf("%s, %s: %v", c.ID, c.Says(), err)
			}
			before, after := p.Rules[i].Unless, changed.Policy.Rules[i]
			switch {
			case after.Unless != nil && after.Unless.When.Text != before.When.Text:
				other++
			case after.Unless == nil:
				if gone++; after.Text() != before.Own.Text {
					t.Errorf("%s, %s: without its exception the rule reads %s", c.ID, c.Says(), after.Text())
				}
			}
		}
	}
	if other == 0 || gone == 0 {
		t.Errorf("an exception became another %d times and was left out %d times", other, gone)
	}
}
