package recommend_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"windscreen/engine/internal/recommend"
)

// An answer takes nothing from the answers that the same maker gave before, and they stay as they were.
func TestAnswersThatShareADeskShareNothing(t *testing.T) {
	all := practices(t)
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.SampledFrom(all).Draw(t, "policy")
		o := recommend.Options{Brief: rapid.Bool().Draw(t, "brief"), NoQuestions: rapid.Bool().Draw(t, "no questions")}
		plain := func(x any) string {
			data, err := json.Marshal(x)
			if err != nil {
				t.Fatalf("%v", err)
			}
			return string(data)
		}
		before, err := p.maker.RecommendWith(p.drawn(t)[0], recommend.Options{})
		if err != nil {
			t.Fatalf("%v", err)
		}
		was := plain(before)
		c := p.drawn(t)[0]
		used, err := p.maker.RecommendWith(c, o)
		if err != nil {
			t.Fatalf("%v", err)
		}
		anew, err := recommend.New(p.policy, p.maker.Evaluator, p.reader.London, "test").RecommendWith(c, o)
		if err != nil {
			t.Fatalf("%v", err)
		}
		if diff := cmp.Diff(anew, used); diff != "" {
			t.Fatalf("on a new desk (-) and on a used one (+)\n%s", diff)
		}
		if diff := cmp.Diff(was, plain(before)); diff != "" {
			t.Fatalf("the answer before the next (-) and after it (+)\n%s", diff)
		}
	})
}
