package render_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"windscreen/engine/benchmark"
	"windscreen/engine/render"
)

// measured is a made-up report with figures of every unit.
func measured() *benchmark.Report {
	ratio, goal, hundred := 41.55, 25.0, 100.0
	return &benchmark.Report{Go: "go1", System: "made/up", CPUs: 2, Policy: "p", Rules: 3, Facts: 4, Rounds: 1, Figures: []benchmark.Figure{
		{Name: "verdict", Value: 1902, Unit: benchmark.Nanoseconds, Ratio: &ratio, Goal: &goal, Met: true, Other: 79_034, Of: "cel"},
		{Name: "load", Value: 130.2, Unit: benchmark.Milliseconds, Goal: &hundred},
		{Name: "allocations", Value: 0, Unit: benchmark.Allocations, Goal: new(float64), Met: true},
		{Name: "eval", Value: 80, Unit: benchmark.Milliseconds, Met: true},
		{Name: "memory", Value: 3 << 20, Unit: benchmark.Bytes, Ratio: &ratio, Goal: &goal, Met: true, Other: 1 << 27, Of: "all"},
		{Name: "printing", Value: 2000, Unit: benchmark.Nanoseconds, Ratio: &ratio, Other: 79000, Of: "all"},
	}}
}

func TestTheTableOfABenchmark(t *testing.T) {
	want := `p, 3 rules and 4 facts; go1, made/up, 2 CPUs. One round.

                  beside      plan  ratio      goal
verdict      cel 79.0 µs   1.90 µs   41.5      ≥ 25  met
load                        130 ms         ≤ 100 ms  not met
allocations                      0              ≤ 0  met
eval                       80.0 ms
memory       all 128 MiB  3.00 MiB   41.5      ≥ 25  met
printing     all 79.0 µs   2.00 µs   41.5
`
	if diff := cmp.Diff(want, in(t, render.Text, of(render.Benchmark, measured()), render.Options{})); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
