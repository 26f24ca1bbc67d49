package engine_test

import (
	"testing"

	"windscreen/engine/benchmark"
	"windscreen/engine/render"
	"windscreen/rules"
)

// benchmarks are the shipped rules and the work that the command bench measures.
func benchmarks(b *testing.B) *benchmark.Bench {
	b.Helper()
	x, err := benchmark.New(rules.FS, benchmark.DefaultPolicy)
	if err != nil {
		b.Fatal(err)
	}
	return x
}

// BenchmarkPair measures work that is done in two ways; a round is one case.
func BenchmarkPair(b *testing.B) {
	pairs, err := benchmarks(b).Pairs(render.Printers()...)
	if err != nil {
		b.Fatal(err)
	}
	for _, p := range pairs {
		for _, s := range []benchmark.Side{p.Against, p.Fast} {
			b.Run(p.Name+"/"+s.Name, func(b *testing.B) {
				b.ReportAllocs()
				if err := s.Do(0, b.N); err != nil {
					b.Fatal(err)
				}
			})
		}
	}
}

// BenchmarkSingle measures the rest.
func BenchmarkSingle(b *testing.B) {
	work, err := benchmarks(b).Singles(nil)
	if err != nil {
		b.Fatal(err)
	}
	for _, s := range work {
		b.Run(s.Name, func(b *testing.B) {
			b.ReportAllocs()
			for range b.N {
				if err := s.Do(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
