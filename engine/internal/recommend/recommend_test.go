package recommend_test

import (
	"testing"

	"pgregory.net/rapid"

	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/term"
)

// What the recommendation says must be what the rules came to: nothing that holds
// is left out, and nothing that does not is put in.
func TestTheRecommendationSaysWhatTheRulesCameTo(t *testing.T) {
	overPolicies(t, func(t *rapid.T, root *catalogue.Whole, p *policy.Policy) {
		in, r := recommended(t, root, p)
		o, err := evaluate.Decide(evaluate.Tree(p), in)
		if err != nil {
			t.Fatalf("%v", err)
		}
		said := map[string]term.State{}
		for _, i := range r.Indicators {
			said[i.ID] = "true"
		}
		for _, e := range r.Escalations {
			said[e.ID] = map[term.State]term.State{term.NowDue: "true", term.Possible: "unknown"}[e.State]
		}
		for _, s := range r.Services {
			said[s.ID] = map[term.State]term.State{term.Fits: "true", term.Possible: "unknown"}[s.State]
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
			case term.KindIndicator, term.KindPathway, term.KindCaution:
				if (said[rule.ID] == "true") != (truth == logic.True) {
					t.Fatalf("%s is %v and said to be %q", rule.ID, truth, said[rule.ID])
				}
			case term.KindEscalation, term.KindService:
				want := term.State(truth.String())
				if truth == logic.False {
					want = "" // it is left out
				}
				if said[rule.ID] != want {
					t.Fatalf("%s is %v and said to be %q", rule.ID, truth, said[rule.ID])
				}
			case term.KindGround, term.KindLevel, term.KindConsent:
				// What these came to is said of the case as a whole, below.
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

// A question that could change nothing is asked only because it follows from a concern, and then it says why. While
// anything is open there is something to ask.
func TestQuestionsAreAskedWhileAnythingIsOpen(t *testing.T) {
	overPolicies(t, func(t *rapid.T, root *catalogue.Whole, p *policy.Policy) {
		_, r := recommended(t, root, p)
		if !r.Level.Settled && len(r.Questions) == 0 {
			t.Fatal("the level is open and there is nothing to ask")
		}
		for _, q := range r.Questions {
			if len(q.Could) == 0 && q.Why == "" {
				t.Fatalf("nothing hangs on %+v", q)
			}
		}
	})
}
