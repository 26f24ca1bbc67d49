package web

import (
	"context"
	"math/rand/v2"
	"net/http"
	"time"
)

// room limits how many requests are answered at once. A request takes a place; if there is none, it waits for one in a queue of
// limited length.
type room struct {
	places, queue chan struct{}
	wait          time.Duration
}

// newRoom makes a room. If the queue has length 0, no request waits.
func newRoom(places, queue int, wait time.Duration) *room {
	return &room{places: make(chan struct{}, places), queue: make(chan struct{}, queue), wait: wait}
}

// enter takes a place, and reports whether there was one. Whoever took one must call leave.
func (r *room) enter(ctx context.Context) bool {
	select {
	case r.places <- struct{}{}:
		return true
	default:
	}
	select {
	case r.queue <- struct{}{}:
		defer func() { <-r.queue }()
	default:
		return false
	}
	timer := time.NewTimer(r.wait)
	defer timer.Stop()
	select {
	case r.places <- struct{}{}:
		return true
	case <-timer.C:
	case <-ctx.Done():
	}
	return false
}

func (r *room) leave() { <-r.places }

// LatestRetry is the most seconds after which a client that was turned away may try again; the fewest is one.
const LatestRetry = 3

// Busy is the answer to a client that was turned away. Clients are told different times, so that they do not all come back
// at once.
func Busy(detail string) *Problem {
	p := NewProblem(http.StatusServiceUnavailable, KindBusy, detail)
	p.RetryAfter = 1 + rand.IntN(LatestRetry) //nolint:gosec // it only spreads clients, and nobody gains by guessing it
	return p
}

// busy is the answer to a client for which there was no room.
func busy() *Problem { return Busy("The service is busy. Try again in a moment.") }
