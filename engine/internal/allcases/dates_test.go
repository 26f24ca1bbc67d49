package allcases_test

import (
	"math"
	"slices"
	"testing"

	"windscreen/engine/internal/allcases"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/draw"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/evaluate/reference"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/sat"
	"windscreen/engine/internal/shippedroot"
	"windscreen/engine/internal/vocabulary"
)

// A woman of 18 or over whose mutilation was learnt of when she was under 18 is a matter of two dates that have to
// fit one another, and her age.
func TestDatesAreFoundThatFitOneAnother(t *testing.T) {
	p := shippedroot.Policies(t)[0]
	age, duty := p.Vocabulary.Fact("child.age"), statute(t, p, "notify_fgm")
	all := describe(t, p, allcases.Options{AsOf: draw.AsOf})
	by, err := reference.New(p)
	if err != nil {
		t.Fatal(err)
	}
	f, err := all.Find(allcases.Question{
		Holds: all.And(all.Grounds[duty].Is, all.Within(age, vocabulary.Value{Lo: 18, Hi: math.MaxInt64}).Is), By: by, Budget: budget,
		Confirm: func(c *casefile.Case, o *evaluate.Outcome) bool {
			return o.Grounds[duty] == logic.True && c.Values[age.Index].Lo >= 18
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	if f.Answer != sat.Satisfiable {
		t.Fatalf("the answer is %v: %s", f.Answer, f.Why)
	}
	stated := f.File.Stated
	if stated["child"]["date_of_birth"] == nil || stated["harm"]["fgm_learnt_on"] == nil {
		t.Errorf("the case has not both dates: %v", stated)
	}
}

func statute(t *testing.T, p *policy.Policy, name string) int {
	t.Helper()
	i := slices.IndexFunc(p.Statutes, func(s policy.Statute) bool { return s.Name == name })
	if i < 0 {
		t.Fatalf("there is no ground %s", name)
	}
	return i
}

func TestEveryRuleIsInForceAtSomeMoment(t *testing.T) {
	for _, p := range shippedroot.Policies(t) {
		moments := allcases.Moments(p)
		for _, r := range p.Rules {
			in := false
			for _, at := range moments {
				in = in || r.InForce(at.Unix())
			}
			if !in {
				t.Errorf("%s: %s is in force at none of %v", p.ID, r.ID, moments)
			}
		}
	}
}
