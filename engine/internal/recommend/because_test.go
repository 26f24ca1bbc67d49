package recommend_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

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
func enoughAndNoMore(
	t *rapid.T, p *policy.Policy, in evaluate.Input, what string,
	because []recommendation.Fact, stands func(*evaluate.Outcome) bool,
) {
	find := func(in evaluate.Input) *evaluate.Outcome {
		o, err := evaluate.Decide(evaluate.Tree(p), in)
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
	overPolicies(t, func(t *rapid.T, root *catalogue.Whole, p *policy.Policy) {
		in, r := recommended(t, root, p)
		enoughAndNoMore(t, p, in, "the level", r.Level.Because,
			func(o *evaluate.Outcome) bool { return o.Level.Lo >= int64(r.Level.Recommended) })
		for _, g := range r.Grounds {
			if g.State == term.Holds {
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
