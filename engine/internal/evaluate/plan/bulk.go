package plan

import (
	"runtime"
	"sync"
	"sync/atomic"

	"windscreen/engine/internal/evaluate"
)

// Bulk decides n cases, 64 at a time, on every core, in bounded memory.
//
// It calls read for each case, which fills in or replaces what it is given, and done
// once a batch is decided: with the number of its first case, how many it holds, and
// the answers, which are gone when done returns. Both are called from several
// goroutines at once, and batches come in any order.
func (p *Plan) Bulk(n int, read func(i int, in *evaluate.Input), done func(first, count int, b *Batch)) {
	var next atomic.Int64
	var wait sync.WaitGroup
	batches := (n + Lanes - 1) / Lanes
	for range min(batches, runtime.GOMAXPROCS(0)) {
		wait.Go(func() {
			b, cases := p.NewBatch(), p.newInputs()
			for i := int(next.Add(1)) - 1; i < batches; i = int(next.Add(1)) - 1 {
				first := i * Lanes
				count := min(Lanes, n-first)
				for lane := range count {
					read(first+lane, &cases[lane])
				}
				b.Load(cases[:count])
				done(first, count, b)
			}
		})
	}
	wait.Wait()
}

// newInputs makes room for the cases of one batch.
func (p *Plan) newInputs() []evaluate.Input {
	cases := make([]evaluate.Input, Lanes)
	for i := range cases {
		cases[i].Values = make([]value, len(p.unknown))
	}
	return cases
}
