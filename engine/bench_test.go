package engine

import (
	"math/rand/v2"
	"testing"
	"time"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/recommend"
	"windscreen/engine/internal/vocabulary"
)

// benchCases is how many different cases a benchmark goes through, so that it does
// not measure one lucky case.
const benchCases = 64

// drawCases makes cases with a fixed seed in which about one fact in every is known.
func drawCases(p *policy.Policy, e *Engine, every int) []*casefile.Case {
	r := rand.New(rand.NewPCG(1, 2))
	cases := make([]*casefile.Case, benchCases)
	for i := range cases {
		c := &casefile.Case{
			Policy: p.ID, AsOf: time.Date(2020, 3, 2, 14, 10, 0, 0, e.reader.London), Values: make([]vocabulary.Value, len(p.Vocabulary.Facts)),
			Origins: make([]casefile.Origin, len(p.Vocabulary.Facts)),
		}
		for _, f := range p.Vocabulary.Facts {
			c.Values[f.Index] = f.Unknown()
			if r.IntN(every) == 0 {
				c.Values[f.Index] = drawValue(r, f, c.AsOf.Unix())
				c.Origins[f.Index] = casefile.Stated
			}
		}
		cases[i] = c
	}
	return cases
}

func drawValue(r *rand.Rand, f *vocabulary.Fact, asOf int64) vocabulary.Value {
	all := f.Unknown()
	switch f.Kind {
	case vocabulary.Date, vocabulary.Time:
		return vocabulary.Exactly(asOf - r.Int64N(30*24*3600))
	case vocabulary.Choices:
		return vocabulary.Exactly(r.Int64N(all.Hi + 1))
	default:
		return vocabulary.Exactly(all.Lo + r.Int64N(all.Hi-all.Lo+1))
	}
}

// benchmarkPolicy is the shipped policy that benchmarks run under.
const benchmarkPolicy = "bexley-2020"

// BenchmarkReference measures the cel-go reference on the shipped policy, as the
// baseline that any faster evaluator is held against.
//
//   - findings: indicators, grounds, counts and the level once, by Kleene's rules
//   - verdict: level, grounds, consent and escalations, with counting and with
//     looking at both sides of what is unknown
//   - recommendation: the whole explained answer
func BenchmarkReference(b *testing.B) {
	e, err := LoadShipped()
	if err != nil {
		b.Fatal(err)
	}
	m := e.policy(benchmarkPolicy).maker
	for _, known := range []struct {
		name  string
		every int
	}{{"all-known", 1}, {"one-in-five-known", 5}} {
		cases := drawCases(m.Policy, e, known.every)
		b.Run("findings/"+known.name, func(b *testing.B) {
			b.ReportAllocs()
			for i := range b.N {
				if _, err := m.Evaluator.Start(recommend.Input(cases[i%benchCases])).Found(evaluate.Kleene); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run("verdict/"+known.name, func(b *testing.B) {
			b.ReportAllocs()
			for i := range b.N {
				if _, err := evaluate.Decide(m.Evaluator, recommend.Input(cases[i%benchCases])); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run("recommendation/"+known.name, func(b *testing.B) {
			b.ReportAllocs()
			for i := range b.N {
				if _, err := m.Recommend(cases[i%benchCases]); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkLoad measures reading, checking and compiling the shipped rules.
func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for range b.N {
		if _, err := LoadShipped(); err != nil {
			b.Fatal(err)
		}
	}
}
