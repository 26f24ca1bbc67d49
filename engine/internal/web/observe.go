package web

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"log/slog"
	"net/http"
	"slices"
	"strings"
	"time"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/panicked"
)

// request is what is known of one request for the log.
type request struct {
	id  string
	log *slog.Logger
}

type requestKey struct{}

// newID is a name for a request. It never comes from the client, who could write anything in it.
func newID() string {
	var b [8]byte
	_, _ = rand.Read(b[:]) // it never fails
	return hex.EncodeToString(b[:])
}

// Fault writes to the log that a request ended in a fault of the program or of the rules. Of the error it
// writes the kind, and the text only where that holds nothing of a case.
func Fault(ctx context.Context, err error) {
	of, there := ctx.Value(requestKey{}).(*request)
	if !there || err == nil {
		return
	}
	attributes := []any{"id", of.id, "kind", fmt.Sprintf("%T", err)}
	switch err := err.(type) { //nolint:errorlint // only what these two say themselves is known to hold nothing of a case
	case *diagnostic.Disagreement, *diagnostic.Failure:
		attributes = append(attributes, "error", err.Error())
	}
	of.log.Error("fault", attributes...)
}

// routeOf is the pattern of the route of a request, when it was routed.
func routeOf(r *http.Request) string {
	if _, route, with := strings.Cut(r.Pattern, " "); with {
		return route
	} else if r.Pattern != "" {
		return r.Pattern
	}
	return "none"
}

// methodOf is the method of a request, if it is one that HTTP has: a client may write any word there.
func methodOf(r *http.Request) string {
	known := []string{http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete,
		http.MethodConnect, http.MethodOptions, http.MethodTrace}
	if slices.Contains(known, r.Method) {
		return r.Method
	}
	return "other"
}

// observe writes one request to the log and the metrics.
func (s *Server) observe(r *http.Request, of *request, status, bytes int, begun time.Time) {
	route, method, took := routeOf(r), methodOf(r), time.Since(begun)
	s.metrics.observe(route, method, status, took)
	s.log.LogAttrs(context.WithoutCancel(r.Context()), slog.LevelInfo, "request", slog.String("id", of.id), slog.String("method", method),
		slog.String("route", route), slog.Int("status", status), slog.Int("bytes", bytes),
		slog.Float64("ms", float64(took.Microseconds())/1000))
}

// recovered writes to the log that a handler panicked: the type of what it panicked with, since the value may hold
// something of a case, and where.
func (of *request) recovered(value any) {
	f := panicked.Of(value)
	of.log.Error("panic", "id", of.id, "kind", f.Kind, "where", f.Where)
}

// serverLog takes what net/http itself has to say. Its lines may quote a request, so only those about accepting
// connections are passed on.
type serverLog struct{ log *slog.Logger }

// Write takes one line.
func (l serverLog) Write(line []byte) (int, error) {
	if text := string(line); strings.HasPrefix(text, "http: Accept error") {
		l.log.Error("connections", "error", strings.TrimSpace(text))
	} else {
		l.log.Warn("connections", "error", "net/http reported a fault, which is left out: it may quote a request")
	}
	return len(line), nil
}
