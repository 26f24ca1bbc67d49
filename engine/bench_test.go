package engine

import (
	"math/rand/v2"
	"testing"
	"time"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
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
//   - rules: every condition once, three-valued, nothing else
//   - verdict: level, grounds, consent and escalations, with counting and with
//     looking at both sides of what is unknown
//   - recommendation: the whole explained answer
func BenchmarkReference(b *testing.B) {
	e, err := LoadShipped()
	if err != nil {
		b.Fatal(err)
	}
	m := e.makers[benchmarkPolicy]
	for _, known := range []struct {
		name  string
		every int
	}{{"all-known", 1}, {"one-in-five-known", 5}} {
		cases := drawCases(m.Policy, e, known.every)
		b.Run("rules/"+known.name, func(b *testing.B) { benchRules(b, m, cases) })
		b.Run("verdict/"+known.name, func(b *testing.B) {
			b.ReportAllocs()
			for i := range b.N {
				evaluate.Decide(m.Policy, m.Evaluator, recommend.Input(cases[i%benchCases]))
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

// benchRules evaluates every rule of the policy by itself.
func benchRules(b *testing.B, m *recommend.Maker, cases []*casefile.Case) {
	b.ReportAllocs()
	envs := make([]*lang.Env, len(cases))
	for i, c := range cases {
		o := evaluate.Find(m.Policy, m.Evaluator, recommend.Input(c))
		envs[i] = o.Environment(recommend.Input(c))
	}
	b.ResetTimer()
	var unknown int
	for i := range b.N {
		run := m.Evaluator.Begin(envs[i%benchCases])
		for _, r := range m.Policy.Rules {
			if run.Truth(r) == logic.Unknown {
				unknown++
			}
		}
	}
	b.ReportMetric(float64(unknown)/float64(b.N)/float64(len(m.Policy.Rules)), "unknown/rule")
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(m.Policy.Rules)), "ns/rule")
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
