package plan

import (
	"runtime"
	"sync"
	"sync/atomic"

	"windscreen/engine/internal/evaluate"
)

// Worker is what one goroutine of Bulk does besides deciding.
type Worker struct {
	// Read is called for each case, and fills in what it is given.
	Read func(i int, in *evaluate.Input)
	// Done is called once a batch is decided, with the number of its first case, the
	// number of cases in it, and their answers. The answers may not be used after it
	// returns.
	Done func(first, count int, b *Batch)
}

// Bulk decides n cases, 64 at a time, on every core, in bounded memory. It asks for a
// worker for each goroutine, so that workers need not be safe for concurrent use;
// batches come in any order.
func (p *Plan) Bulk(n int, worker func() Worker) {
	var next atomic.Int64
	var wait sync.WaitGroup
	batches := (n + Lanes - 1) / Lanes
	for range min(batches, runtime.GOMAXPROCS(0)) {
		w := worker()
		wait.Go(func() {
			b, cases := p.NewBatch(), p.newInputs()
			for i := int(next.Add(1)) - 1; i < batches; i = int(next.Add(1)) - 1 {
				first := i * Lanes
				count := min(Lanes, n-first)
				for lane := range count {
					w.Read(first+lane, &cases[lane])
				}
				b.Load(cases[:count])
				w.Done(first, count, b)
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
