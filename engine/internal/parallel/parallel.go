// Package parallel spreads pieces of work that do not depend on one another over the cores.
package parallel

import (
	"runtime"
	"sync"
	"sync/atomic"

	"windscreen/engine/internal/panicked"
)

// Each calls do for each number below n, on as many goroutines as there are cores, and returns when all calls have. It panics
// with a *panicked.Fault if do did, so that whoever called may keep a panic to one piece of work.
func Each(n int, do func(i int)) {
	var next atomic.Int64
	var fault atomic.Pointer[panicked.Fault]
	var wait sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		wait.Go(func() {
			defer func() {
				if value := recover(); value != nil {
					fault.CompareAndSwap(nil, panicked.Of(value))
				}
			}()
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	wait.Wait()
	if f := fault.Load(); f != nil {
		panic(f)
	}
}
