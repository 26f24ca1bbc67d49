package recommend_test

import (
	"testing"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/evaluate/plan"
	"windscreen/engine/internal/recommend"
	"windscreen/rules"
)

func BenchmarkDeciding(b *testing.B) {
	root, _ := catalogue.Link(rules.FS)
	for _, p := range root.Policies {
		reader := casefile.NewReader(root.Vocabulary)
		m := recommend.New(p, plan.New(p), root.London, "test")
		c, _ := reader.Read("c.json", []byte(`{"as_of":"2020-03-02T14:10","child":{"age":9}}`))
		b.Run(p.ID, func(b *testing.B) {
			b.ReportAllocs()
			for range b.N {
				d, _ := recommend.DecidingOf(m, c)
				d.End()
			}
		})
	}
}
