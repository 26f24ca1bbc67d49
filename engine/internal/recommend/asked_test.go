package recommend_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/evaluate/evaluatetest"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/recommend"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// come is what an answer comes to: the level, the grounds, the actions, and the single answers of the consent position,
// each with what else it could be.
type come struct {
	Recommended, AtMost int
	Grounds             map[string]term.State
	Actions             map[string]term.State
	Consent             map[term.Answer]string
	CouldBe             map[term.Answer][]string
}

// cameTo is what the answer comes to, and whether looking both ways found more than what is known.
func cameTo(t *rapid.T, m *recommend.Maker, c *casefile.Case) (come, bool) {
	r, err := m.RecommendWith(c, recommend.Options{NoQuestions: true})
	if err != nil {
		t.Fatalf("%v", err)
	}
	out := come{r.Level.Recommended, r.Level.AtMost, map[string]term.State{}, map[string]term.State{}, map[term.Answer]string{},
		map[term.Answer][]string{}}
	for _, g := range r.Grounds {
		out.Grounds[g.Name] = g.State
	}
	for _, e := range r.Escalations {
		out.Actions[e.ID] = e.State
	}
	for _, a := range term.SingleAnswers() {
		out.Consent[a.Code] = r.Consent.Value(a.Code)
	}
	for _, e := range r.Consent.CouldBe {
		if list := out.CouldBe[e.Answer]; e.Answer.Single() && !slices.Contains(list, e.Value) {
			out.CouldBe[e.Answer] = append(list, e.Value)
		}
	}
	return out, len(r.Level.EitherWay) > 0
}

// Whatever could change the level, a ground, an action or a single answer about consent is among the questions, or they ask
// first whether it applies: whatever else becomes known, these stay as they are.
func TestWhatCouldChangeTheAnswerIsAmongTheQuestions(t *testing.T) {
	overPolicies(t, func(t *rapid.T, root *catalogue.Whole, p *policy.Policy) {
		in := evaluatetest.Knowledge(t, p, rapid.SampledFrom([]int{2, 10, 40, 80, 95}).Draw(t, "share"))
		m, c := recommend.New(p, evaluate.Tree(p), root.London, "test"), caseOf(root, p, in)
		r, err := m.RecommendWith(c, recommend.Options{Brief: true})
		if err != nil {
			t.Fatalf("%v", err)
		}
		after := *c
		after.Values = slices.Clone(c.Values)
		for _, f := range p.Vocabulary.Facts {
			asked := slices.ContainsFunc(r.Questions, func(q recommendation.Question) bool { return q.Fact == f.Path })
			if !asked && f.Applies == nil && rapid.IntRange(0, 3).Draw(t, f.Path+" learnt") > 0 {
				after.Values[f.Index] = evaluatetest.Learn(t, f, c.Values[f.Index])
			}
		}
		was, by := cameTo(t, m, c)
		is, too := cameTo(t, m, &after)
		if by || too {
			return // at how many facts it looks both ways is limited, and any answer leaves fewer
		}
		if diff := cmp.Diff(was, is); diff != "" {
			t.Fatalf("something changed (- before, + after), and nobody was asked about it:\n%s", diff)
		}
	})
}
