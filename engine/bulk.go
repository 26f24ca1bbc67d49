package engine

import (
	"context"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"

	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/evaluate/plan"
	"windscreen/engine/internal/recommend"
)

// VerdictsJSON decides n cases in JSON under this policy, each as VerdictJSON would,
// on every core and in bounded memory, and returns when all are decided.
//
// It calls read for each case with the case's number, from 0. It calls done with the
// verdict, or with a nil verdict and the error of read or of the case. It calls both from
// several goroutines at once and in any order, and done once for each case. It uses what
// read returns at once and does not keep it. The argument room is what read returned before
// on the same goroutine, emptied, to append to. The verdict is valid until done returns.
//
// When the context ends, done gets its error for each case that was not begun. The error is
// misuse, or that of the context.
func (p *Policy) VerdictsJSON(
	ctx context.Context, n int,
	read func(i int, room []byte) ([]byte, error),
	done func(i int, v *Verdict, err error),
) error {
	if err := p.usable(); err != nil {
		return err
	}
	if err := p.engine.within(ctx); err != nil {
		return err
	}
	if read == nil || done == nil {
		return errNoCall
	}
	if n < 0 {
		return fmt.Errorf("engine: there cannot be %d cases", n)
	}
	read = until(ctx, read)
	if e, ok := p.unit.Maker.Evaluator.(*plan.Plan); ok {
		e.Bulk(n, func() plan.Worker { return p.newBulk(read, done).worker() })
		return ctx.Err()
	}
	var next atomic.Int64
	var wait sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		wait.Go(func() {
			var room []byte
			v := &Verdict{}
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				data, err := read(i, room[:0])
				if room = data; err == nil {
					err = p.VerdictJSON(data, v)
				}
				if err != nil {
					done(i, nil, err)
				} else {
					done(i, v, nil)
				}
			}
		})
	}
	wait.Wait()
	return ctx.Err()
}

// until is read as long as the context lasts.
func until(ctx context.Context, read func(i int, room []byte) ([]byte, error)) func(i int, room []byte) ([]byte, error) {
	return func(i int, room []byte) ([]byte, error) {
		if err := ctx.Err(); err != nil {
			return room, err
		}
		return read(i, room)
	}
}

// bulk is one goroutine's part of VerdictsJSON.
type bulk struct {
	*work
	read func(int, []byte) ([]byte, error)
	done func(int, *Verdict, error)
	room []byte
	// faults, already, families and decided are by place in the batch; already are the
	// escalations that were done, and families the verdicts on cases about several children.
	faults   [plan.Lanes]error
	already  [plan.Lanes]map[string]bool
	families [plan.Lanes]*Verdict
	decided  [plan.Lanes]plan.Verdict
	verdict  Verdict
}

func (p *Policy) newBulk(read func(int, []byte) ([]byte, error), done func(int, *Verdict, error)) *bulk {
	return &bulk{work: &work{policy: p, quick: p.engine.quick.New()}, read: read, done: done}
}

func (b *bulk) worker() plan.Worker {
	return plan.Worker{Read: b.fill, Done: b.answer}
}

// fill reads one case. One that cannot be read, or is about several children, goes through as it
// is, for nothing.
func (b *bulk) fill(i int, in *evaluate.Input) {
	b.already[i%plan.Lanes], b.families[i%plan.Lanes] = nil, nil
	b.faults[i%plan.Lanes] = b.load(i, in)
}

// load reads one case.
func (b *bulk) load(i int, in *evaluate.Input) error {
	data, err := b.read(i, b.room[:0])
	b.room = data
	if err != nil {
		return err
	}
	if own, ok := b.work.read(data); ok {
		copy(in.Values, own.Values)
		in.AsOf, in.Judgement = own.AsOf, own.Judgement
		return nil
	}
	c, err := b.policy.engine.ReadCase(jsonName, data)
	if err != nil {
		return err
	}
	if c.children != nil {
		v := &Verdict{}
		b.families[i%plan.Lanes] = v
		return b.policy.Verdict(c, v)
	}
	own, faults := recommend.Own(b.policy.unit.Policy, c.c)
	if err := faults.Err(); err != nil {
		return err
	}
	b.already[i%plan.Lanes] = recommend.DoneAlready(b.policy.unit.Policy, own)
	strict := recommend.Input(own)
	copy(in.Values, strict.Values)
	in.AsOf, in.Judgement = strict.AsOf, strict.Judgement
	return nil
}

// answer gives the answers of one batch.
func (b *bulk) answer(first, count int, batch *plan.Batch) {
	batch.Verdicts(b.decided[:])
	for lane := range count {
		if err := b.faults[lane]; err != nil {
			b.done(first+lane, nil, err)
			continue
		}
		if v := b.families[lane]; v != nil {
			b.done(first+lane, v, nil)
			continue
		}
		b.verdict.alone(b.policy.unit.Policy, &b.decided[lane])
		b.verdict.leaveOut(b.already[lane])
		b.done(first+lane, &b.verdict, nil)
	}
}
