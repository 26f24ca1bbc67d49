package service

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/web"
)

// Options say how to serve. The zero value is ready for use.
type Options struct {
	// Log takes the log, a JSON object a line; nil for none. It holds nothing of a request but its method, the pattern
	// of its route, its status, its size and how long it took.
	Log io.Writer
}

// Server is one server for the API and the pages beside it. Every request to it passes the same checks: the host
// and the origin, the size of the body and how long it takes, and how much is going on.
type Server struct{ web *web.Server }

// NewServer makes a server with /healthz, /readyz and /metrics.
func NewServer(o Options) *Server {
	return &Server{web.New(web.Options{Log: o.Log})}
}

// Handle puts in a handler for a pattern of http.ServeMux, before Serve.
func (s *Server) Handle(pattern string, h http.Handler) { s.web.Handle(pattern, h) }

// ServeHTTP answers one request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.web.ServeHTTP(w, r) }

// Serve answers what comes to a listener of Listen until the context ends, and then waits for what it took. It returns
// nil if it answered all of it.
func (s *Server) Serve(ctx context.Context, l net.Listener) error { return s.web.Serve(ctx, l) }

// Listen listens on a loopback address, such as 127.0.0.1:8080; port 0 stands for one that is free. It refuses every
// other address, since the service has neither accounts nor encryption: see Refused.
func Listen(ctx context.Context, addr string) (net.Listener, error) { return web.Listen(ctx, addr) }

// Refused reports whether an error of Listen is about the address: it is none, is not loopback, or is in use. The
// error then says for people what to do instead.
func Refused(err error) bool {
	var refused *web.AddressError
	return errors.As(err, &refused)
}

// Fault writes a fault of the program to the log: the type of what it panicked with, and where. Neither holds anything of a
// file or a case.
func (s *Server) Fault(kind string, where []string) {
	s.web.Logger().Error("panic", "kind", kind, "where", where)
}

// Watch has the rules reloaded as files change, until the context ends, and writes what came of it to the log and the
// metrics. Rules hold nothing of a case, so the log says what is wrong with them.
func (s *Server) Watch(ctx context.Context, r *Rules, every time.Duration) {
	reloads := prometheus.NewCounterVec(prometheus.CounterOpts{Name: "windscreen_rules_reloads_total",
		Help: "How often changed rules were read, by whether they answer now."}, []string{"result"})
	s.web.Register(reloads)
	r.Watch(ctx, every, func(err error) {
		var failure *diagnostic.Failure
		switch {
		case err == nil:
			reloads.WithLabelValues("swapped").Inc()
			s.web.Logger().Info("rules", "says", "new rules answer now")
		case errors.As(err, &failure):
			reloads.WithLabelValues("kept").Inc()
			errs, warnings := failure.Diagnostics.Counts()
			s.web.Logger().Error("rules", "says", "the new rules have faults, so the rules from before go on answering",
				"errors", errs, "warnings", warnings, "first", first(failure.Diagnostics))
		default:
			reloads.WithLabelValues("kept").Inc()
			s.web.Logger().Error("rules", "says", "the rules cannot be read, so the rules from before go on answering",
				"error", err.Error())
		}
	})
}

// first is the first error of a list, in a line.
func first(list diagnostic.List) string {
	for _, d := range list {
		if d.Severity == diagnostic.Error {
			return fmt.Sprintf("%s: %s", d.Place(), d.Message)
		}
	}
	return ""
}
