package engine

import (
	"math/rand/v2"
	"testing"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/draw"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/evaluate/plan"
	"windscreen/engine/internal/recommend"
	"windscreen/engine/internal/vocabulary"
)

// benchCases is how many different cases a benchmark goes through, so that it does
// not measure one lucky case.
const benchCases = 64

// benchmarkPolicy is the shipped policy that benchmarks run under.
const benchmarkPolicy = "bexley-2020"

// shares are how many facts in a hundred are known in the cases of a benchmark.
var shares = []struct {
	name  string
	share int
}{{"all-known", 100}, {"one-in-five-known", 20}}

// makers are the shipped policy under each evaluator, the reference first.
func makers(b *testing.B) (cel, fast *recommend.Maker) {
	e, err := LoadShipped(With(CEL))
	if err != nil {
		b.Fatal(err)
	}
	cel = e.policy(benchmarkPolicy).maker
	return cel, cel.With(plan.New(cel.Policy))
}

// drawn makes cases with a fixed seed.
func drawn(m *recommend.Maker, share int) ([]*casefile.Case, []evaluate.Input) {
	r := rand.New(rand.NewPCG(1, 2))
	cases, inputs := make([]*casefile.Case, benchCases), make([]evaluate.Input, benchCases)
	for i := range cases {
		cases[i] = draw.Case(r, m.Policy, share, false, m.London)
		inputs[i] = recommend.Input(cases[i])
	}
	return cases, inputs
}

// BenchmarkVerdict measures the level, grounds, consent and escalations of one case,
// with counting and with looking at both sides of what is unknown.
func BenchmarkVerdict(b *testing.B) {
	cel, fast := makers(b)
	for _, x := range shares {
		_, inputs := drawn(cel, x.share)
		b.Run(x.name+"/cel", func(b *testing.B) {
			b.ReportAllocs()
			for i := range b.N {
				if _, err := evaluate.Decide(cel.Evaluator, inputs[i%benchCases]); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(x.name+"/plan", func(b *testing.B) {
			b.ReportAllocs()
			state := fast.Evaluator.(*plan.Plan).NewState()
			var v plan.Verdict
			for i := range b.N {
				state.Verdict(inputs[i%benchCases], &v)
			}
		})
	}
}

// BenchmarkLearn measures the verdict again after one more fact. What a fact is learnt
// to be is forgotten in the next round, so that the case stays what it was.
func BenchmarkLearn(b *testing.B) {
	_, fast := makers(b)
	for _, x := range shares {
		_, inputs := drawn(fast, x.share)
		b.Run(x.name+"/plan", func(b *testing.B) {
			b.ReportAllocs()
			state := fast.Evaluator.(*plan.Plan).NewState()
			var v plan.Verdict
			state.Verdict(inputs[0], &v)
			facts := fast.Policy.Vocabulary.Facts
			r := rand.New(rand.NewPCG(3, 4))
			learnt := make([]vocabulary.Value, len(facts))
			for i, f := range facts {
				learnt[i] = inputs[0].Values[i]
				for learnt[i] == inputs[0].Values[i] {
					learnt[i] = draw.Value(r, f, false)
				}
			}
			for i := range b.N {
				f := facts[i/2%len(facts)]
				v2 := learnt[f.Index]
				if i%2 == 1 {
					v2 = inputs[0].Values[f.Index]
				}
				state.Know(f, v2)
				state.Decided(&v)
			}
		})
	}
}

// BenchmarkBulk measures verdicts of many cases, 64 side by side, on one core; a round
// is one case.
func BenchmarkBulk(b *testing.B) {
	_, fast := makers(b)
	for _, x := range shares {
		_, inputs := drawn(fast, x.share)
		b.Run(x.name+"/plan", func(b *testing.B) {
			b.ReportAllocs()
			batch := fast.Evaluator.(*plan.Plan).NewBatch()
			for range (b.N + benchCases - 1) / benchCases {
				batch.Load(inputs)
			}
		})
	}
}

// BenchmarkRecommendation measures the whole explained answer.
func BenchmarkRecommendation(b *testing.B) {
	cel, fast := makers(b)
	for _, x := range shares {
		cases, _ := drawn(cel, x.share)
		for _, m := range []*recommend.Maker{cel, fast} {
			b.Run(x.name+"/"+m.Evaluator.Name(), func(b *testing.B) {
				b.ReportAllocs()
				for i := range b.N {
					if _, err := m.Recommend(cases[i%benchCases]); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

// BenchmarkLoad measures reading, checking and compiling the shipped rules.
func BenchmarkLoad(b *testing.B) {
	for _, evaluator := range []Evaluator{CEL, Plan} {
		b.Run(string(evaluator), func(b *testing.B) {
			b.ReportAllocs()
			for range b.N {
				if _, err := LoadShipped(With(evaluator)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
