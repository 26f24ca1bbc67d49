package recommend_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/evaluate/evaluatetest"
	"windscreen/engine/internal/link"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/recommend"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/recommendation"
	"windscreen/rules"
)

// overPolicies runs a property over every shipped policy and over generated ones.
func overPolicies(t *testing.T, property func(t *rapid.T, root *link.Root, p *policy.Policy)) {
	root, list := link.Load(rules.FS)
	if root == nil {
		t.Fatalf("%s", list)
	}
	for _, p := range root.Policies {
		t.Run(p.ID, rapid.MakeCheck(func(t *rapid.T) { property(t, root, p) }))
	}
	t.Run("generated", rapid.MakeCheck(func(t *rapid.T) {
		root, list := link.Load(evaluatetest.Policy(t))
		if root == nil {
			t.Fatalf("%s", list)
		}
		property(t, root, root.Policies[0])
	}))
}

// recommended draws a case and gives its recommendation.
func recommended(t *rapid.T, root *link.Root, p *policy.Policy) (evaluate.Input, *recommendation.Recommendation) {
	in := evaluatetest.Knowledge(t, p, rapid.SampledFrom([]int{10, 40, 80, 100}).Draw(t, "share"))
	c := &casefile.Case{Policy: p.ID, AsOf: evaluatetest.AsOf.In(root.London), Values: in.Values, Origins: make([]casefile.Origin, len(in.Values))}
	if in.Judgement.Recorded {
		c.Judgement = &casefile.Judgement{Level: in.Judgement.Level, By: "nobody", Reason: "made up"}
	}
	m := recommend.New(p, evaluatetest.Tree(p), root.London, "test")
	r, err := m.RecommendWith(c, recommend.Options{NotCommenced: true})
	if err != nil {
		t.Fatalf("%v", err)
	}
	return in, r
}

// only keeps what is known of these facts, but for one left out.
func only(p *policy.Policy, in evaluate.Input, facts []recommendation.Fact, out string) evaluate.Input {
	trial := in
	trial.Values = make([]vocabulary.Value, len(in.Values))
	for _, f := range p.Vocabulary.Facts {
		trial.Values[f.Index] = f.Unknown()
		if f.Path != out && slices.ContainsFunc(facts, func(r recommendation.Fact) bool { return r.Fact == f.Path }) {
			trial.Values[f.Index] = in.Values[f.Index]
		}
	}
	return trial
}

// enoughAndNoMore fails unless a conclusion stands on its facts and on no fewer.
func enoughAndNoMore(t *rapid.T, p *policy.Policy, in evaluate.Input, what string, because []recommendation.Fact, stands func(*evaluate.Outcome) bool) {
	find := func(in evaluate.Input) *evaluate.Outcome {
		o, err := evaluate.Decide(evaluatetest.Tree(p), in)
		if err != nil {
			t.Fatalf("%v", err)
		}
		return o
	}
	if !stands(find(only(p, in, because, ""))) {
		t.Fatalf("%s does not stand on what it is said to rest on: %v", what, because)
	}
	for _, f := range because {
		if stands(find(only(p, in, because, f.Fact))) {
			t.Fatalf("%s stands without %s", what, f.Fact)
		}
	}
}

func TestBecauseIsEnoughAndNoMore(t *testing.T) {
	overPolicies(t, func(t *rapid.T, root *link.Root, p *policy.Policy) {
		in, r := recommended(t, root, p)
		enoughAndNoMore(t, p, in, "the level", r.Level.Because, func(o *evaluate.Outcome) bool { return o.Level.Lo >= int64(r.Level.Recommended) })
		for _, g := range r.Grounds {
			if g.State == recommendation.Holds {
				i := slices.IndexFunc(p.Statutes, func(s policy.Statute) bool { return s.Name == g.Name })
				enoughAndNoMore(t, p, in, "ground "+g.Name, g.Because, func(o *evaluate.Outcome) bool { return o.Grounds[i] == logic.True })
			}
		}
		for _, i := range r.Indicators {
			n := slices.IndexFunc(p.Rules, func(rule *policy.Rule) bool { return rule.ID == i.ID })
			enoughAndNoMore(t, p, in, "indicator "+i.ID, i.Because, func(o *evaluate.Outcome) bool { return o.Rules[n] == logic.True })
		}
	})
}

// What the recommendation says must be what the rules came to: nothing that holds
// is left out, and nothing that does not is put in.
func TestTheRecommendationSaysWhatTheRulesCameTo(t *testing.T) {
	overPolicies(t, func(t *rapid.T, root *link.Root, p *policy.Policy) {
		in, r := recommended(t, root, p)
		o, err := evaluate.Decide(evaluatetest.Tree(p), in)
		if err != nil {
			t.Fatalf("%v", err)
		}
		said := map[string]recommendation.State{}
		for _, i := range r.Indicators {
			said[i.ID] = "true"
		}
		for _, e := range r.Escalations {
			said[e.ID] = map[recommendation.State]recommendation.State{recommendation.NowDue: "true", recommendation.Possible: "unknown"}[e.State]
		}
		for _, s := range r.Services {
			said[s.ID] = map[recommendation.State]recommendation.State{recommendation.Fits: "true", recommendation.Possible: "unknown"}[s.State]
		}
		for _, s := range r.Pathway {
			said[s.ID] = "true"
		}
		for _, c := range r.Cautions {
			said[c.ID] = "true"
		}
		for _, rule := range p.Rules {
			truth := o.Truths[rule.Index]
			switch rule.Kind {
			case policy.KindIndicator, policy.KindPathway, policy.KindCaution:
				if (said[rule.ID] == "true") != (truth == logic.True) {
					t.Fatalf("%s is %v and said to be %q", rule.ID, truth, said[rule.ID])
				}
			case policy.KindEscalation, policy.KindService:
				if want := recommendation.State(truth.String()); truth != logic.False && said[rule.ID] != want || truth == logic.False && said[rule.ID] != "" {
					t.Fatalf("%s is %v and said to be %q", rule.ID, truth, said[rule.ID])
				}
			}
		}
		if r.Consent.Agreement == "" || r.Consent.Inform == "" || r.Consent.Sharing == "" {
			t.Fatal("a consent answer is missing")
		}
		if int64(r.Level.Recommended) != o.Level.Lo || int64(r.Level.AtMost) != o.Level.Hi || r.Level.Settled != o.Level.Known() {
			t.Fatalf("the level came to %v and is said to be %+v", o.Level, r.Level)
		}
	})
}

// A question that could change nothing is not worth asking, and while anything is
// open there is something to ask.
func TestQuestionsAreAskedWhileAnythingIsOpen(t *testing.T) {
	overPolicies(t, func(t *rapid.T, root *link.Root, p *policy.Policy) {
		_, r := recommended(t, root, p)
		if !r.Level.Settled && len(r.Questions) == 0 {
			t.Fatal("the level is open and there is nothing to ask")
		}
		for _, q := range r.Questions {
			if len(q.Could) == 0 {
				t.Fatalf("nothing hangs on %+v", q)
			}
		}
	})
}
