package web

import (
	"context"
	"net"
	"net/http"
	"sync"
	"time"
)

// arrivals are the connections on which a request may have come that no handler has taken yet. http.Server.Shutdown drops a
// request that it reads after it has begun, so the server stops only once these are taken.
type arrivals struct {
	mu   sync.Mutex
	open map[net.Conn]struct{}
}

// state follows a connection; it is for http.Server.ConnState.
func (a *arrivals) state(c net.Conn, s http.ConnState) {
	a.mu.Lock()
	defer a.mu.Unlock()
	switch s {
	case http.StateNew, http.StateActive:
		if a.open == nil {
			a.open = map[net.Conn]struct{}{}
		}
		a.open[c] = struct{}{}
	case http.StateIdle, http.StateHijacked, http.StateClosed:
		delete(a.open, c)
	}
}

// connectionKey is the key of the connection of a request, in its context.
type connectionKey struct{}

// on keeps a connection for taken; it is for http.Server.ConnContext.
func (a *arrivals) on(ctx context.Context, c net.Conn) context.Context {
	return context.WithValue(ctx, connectionKey{}, c)
}

// taken notes that a handler takes the requests that it is called with.
func (a *arrivals) taken(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if c, ok := r.Context().Value(connectionKey{}).(net.Conn); ok {
			a.mu.Lock()
			delete(a.open, c)
			a.mu.Unlock()
		}
		h.ServeHTTP(w, r)
	})
}

// none reports whether a handler has taken whatever came.
func (a *arrivals) none() bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	return len(a.open) == 0
}

// settle waits until a handler has taken whatever came, and no longer than some time: a client may send nothing.
func (a *arrivals) settle(most time.Duration) {
	for until := time.Now().Add(most); !a.none() && time.Now().Before(until); {
		time.Sleep(time.Millisecond)
	}
}
