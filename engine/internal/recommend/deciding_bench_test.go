package recommend_test

import (
	"math/rand/v2"
	"testing"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/draw"
	"windscreen/engine/internal/evaluate/plan"
	"windscreen/engine/internal/recommend"
	"windscreen/engine/internal/shippedroot"
)

// BenchmarkWhatAnswersDecide measures finding all sets of answers, beside brief answers with and without
// questions.
func BenchmarkWhatAnswersDecide(b *testing.B) {
	root := shippedroot.Rules(b)
	reader := casefile.NewReader(root.Vocabulary)
	for _, p := range root.Policies {
		m := recommend.New(p, plan.New(p), root.London, "test")
		age, _ := reader.Read("case.json", []byte(`{"as_of": "2020-03-02T14:10", "child": {"age": 9}}`))
		fifth := draw.Case(rand.New(rand.NewPCG(1, 2)), p, 20, true, root.London)
		for name, c := range map[string]*casefile.Case{"only the age known": age, "one in five facts known": fifth} {
			b.Run(p.ID+"/"+name+"/sets", func(b *testing.B) {
				b.ReportAllocs()
				for range b.N {
					d, err := recommend.DecidingOf(m, c, nil)
					if err != nil {
						b.Fatal(err)
					}
					d.End()
				}
			})
			for does, o := range map[string]recommend.Options{"brief": {Brief: true}, "no questions": {Brief: true, NoQuestions: true}} {
				b.Run(p.ID+"/"+name+"/"+does, func(b *testing.B) {
					for range b.N {
						if _, err := m.RecommendWith(c, o); err != nil {
							b.Fatal(err)
						}
					}
				})
			}
		}
	}
}
