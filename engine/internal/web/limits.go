package web

import (
	"runtime"
	"time"

	"windscreen/engine"
)

// Limits are how much the service takes on. The zero value of each stands for what DefaultLimits says.
type Limits struct {
	// Body is the most bytes that a body may have.
	Body int64
	// Header is how long the headers of a request may take, and Read the whole of it. Answer is after how long a
	// comparison or a list is given up, and how long a client may take to read an answer; other answers are
	// bounded by the limits of a case. Idle is how long a connection may wait for the next request.
	Header, Read, Answer, Idle time.Duration
	// Requests is how many requests may be open, those included whose body is still on its way.
	Requests int
	// Workers is how many handlers may work, and Queue how many requests may wait for one, each for at
	// most Wait.
	Workers, Queue int
	Wait           time.Duration
	// Drain is how long the service goes on taking requests after it was told to stop, so that clients
	// with an open connection learn of it. It then stops listening, and waits up to as long again for requests that are on their
	// way. Grace is how long it then waits for those that it took.
	Drain, Grace time.Duration
}

// DefaultLimits suit one machine. A form writes up to six bytes for one of a case. A body may be larger than what the workbench
// takes, so that it can say on a page of its own that something is too large.
func DefaultLimits() Limits {
	return Limits{
		Body:   6 * int64(engine.MaxBytes()),
		Header: 5 * time.Second, Read: 15 * time.Second, Answer: 30 * time.Second, Idle: time.Minute,
		Requests: 128, Workers: 2 * runtime.GOMAXPROCS(0), Queue: 64, Wait: 2 * time.Second,
		Drain: 300 * time.Millisecond, Grace: 20 * time.Second,
	}
}

// orDefault fills in what is zero.
func (l Limits) orDefault() Limits {
	d := DefaultLimits()
	fill(&l.Body, d.Body)
	fill(&l.Requests, d.Requests)
	fill(&l.Workers, d.Workers)
	fill(&l.Queue, d.Queue)
	for _, of := range []struct{ to, from *time.Duration }{{&l.Header, &d.Header}, {&l.Read, &d.Read}, {&l.Answer, &d.Answer},
		{&l.Idle, &d.Idle}, {&l.Wait, &d.Wait}, {&l.Drain, &d.Drain}, {&l.Grace, &d.Grace}} {
		fill(of.to, *of.from)
	}
	return l
}

func fill[T comparable](to *T, from T) {
	if *to == *new(T) {
		*to = from
	}
}
