package web

import (
	"context"
	"errors"
	"io"
	"log"
	"log/slog"
	"net"
	"net/http"
	"sync/atomic"
	"time"

	"github.com/prometheus/client_golang/prometheus"
)

// Options say how to serve. The zero value is ready for use.
type Options struct {
	Limits Limits
	// Log takes the log, a JSON object a line; nil for none.
	Log io.Writer
}

// Server passes requests on to the handlers that were put in. Make it with New.
type Server struct {
	mux            *http.ServeMux
	limits         Limits
	log            *slog.Logger
	metrics        *metrics
	requests, work *room
	origins        *http.CrossOriginProtection
	stopping       atomic.Bool
}

// New makes a server with /healthz, /readyz and /metrics.
func New(o Options) *Server {
	l := o.Limits.orDefault()
	s := &Server{mux: http.NewServeMux(), limits: l, metrics: newMetrics(), log: slog.New(slog.DiscardHandler),
		requests: newRoom(l.Requests, 0, 0), work: newRoom(l.Workers, l.Queue, l.Wait), origins: http.NewCrossOriginProtection()}
	if o.Log != nil {
		s.log = slog.New(slog.NewJSONHandler(o.Log, nil))
	}
	s.mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { said(w, "alive\n") })
	s.mux.HandleFunc("GET /readyz", s.readiness)
	s.mux.Handle("GET /metrics", s.metrics.handler())
	return s
}

// said writes a line of text.
func said(w http.ResponseWriter, text string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	_, _ = io.WriteString(w, text)
}

// readiness says whether to send requests here.
func (s *Server) readiness(w http.ResponseWriter, _ *http.Request) {
	if s.stopping.Load() {
		NewProblem(http.StatusServiceUnavailable, KindUnavailable, "The service is stopping.").Write(w)
		return
	}
	said(w, "ready\n")
}

// Handle puts in a handler for a pattern of http.ServeMux, before Serve.
func (s *Server) Handle(pattern string, h http.Handler) { s.mux.Handle(pattern, h) }

// Register adds metrics of others.
func (s *Server) Register(c ...prometheus.Collector) { s.metrics.registry.MustRegister(c...) }

// Logger is the log. Nothing of a request or a case may be written to it.
func (s *Server) Logger() *slog.Logger { return s.log }

// ServeHTTP answers one request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	begun, of := time.Now(), &request{id: newID(), log: s.log}
	ctx, cancel := context.WithTimeout(context.WithValue(r.Context(), requestKey{}, of), s.limits.Answer)
	defer cancel()
	r = r.WithContext(ctx)
	s.metrics.open.Inc()
	defer s.metrics.open.Dec()
	secure(w.Header())
	w.Header().Set("Request-Id", of.id)
	if s.stopping.Load() {
		w.Header().Set("Connection", "close") // the next request goes elsewhere
	}
	out := newMemory(w)
	if p := s.answer(out, r, of); p != nil {
		out.forget()
		p.Write(out)
	}
	out.send()
	s.observe(r, of, out.status, out.body.Len(), begun)
}

// answer has the handler answer, if the request may come so far.
func (s *Server) answer(out *memory, r *http.Request, of *request) *Problem {
	if p := guard(r, s.origins); p != nil {
		return p
	}
	h, pattern := s.mux.Handler(r)
	r.Pattern = pattern // for the log, if no handler comes to set it
	if pattern == "GET /healthz" || pattern == "GET /readyz" || pattern == "GET /metrics" {
		return s.run(h, out, r, of) // whoever asks how things are is answered when there is no room, too
	}
	if !s.requests.enter(r.Context()) {
		s.metrics.away.WithLabelValues("open").Inc()
		out.to.Header().Set("Connection", "close") // rather than read a body that nobody wants
		return busy()
	}
	defer s.requests.leave()
	if p := takeBody(out.to, r, s.limits.Body); p != nil {
		return p
	}
	if !s.work.enter(r.Context()) {
		s.metrics.away.WithLabelValues("work").Inc()
		return busy()
	}
	defer s.work.leave()
	return s.run(s.mux, out, r, of)
}

// run runs a handler, and keeps a panic to its request.
func (s *Server) run(h http.Handler, out *memory, r *http.Request, of *request) (p *Problem) {
	defer func() {
		if value := recover(); value != nil {
			of.recovered(value)
			p = NewProblem(http.StatusInternalServerError, KindFault,
				"This is a fault of the program. The log says where it happened, under the request's id. No answer was given.")
		}
	}()
	h.ServeHTTP(out, r)
	return nil
}

// Serve answers what comes to a listener until the context ends. It then takes requests for a little
// longer, stops listening, waits for those that it took, and returns nil if it answered them all.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	if at, ok := l.Addr().(*net.TCPAddr); !ok || !at.IP.IsLoopback() {
		return errors.Join(refused("the service does not listen on %s: %s", l.Addr(), why), l.Close())
	}
	var arrived arrivals
	h := &http.Server{
		Handler: arrived.taken(s), ConnState: arrived.state, ConnContext: arrived.on,
		ReadHeaderTimeout: s.limits.Header, ReadTimeout: s.limits.Read, IdleTimeout: s.limits.Idle,
		WriteTimeout: s.limits.Read + s.limits.Wait + s.limits.Answer, MaxHeaderBytes: 16 << 10,
		ErrorLog: log.New(serverLog{s.log}, "", 0),
	}
	failed := make(chan error, 1)
	go func() { failed <- h.Serve(l) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	s.stopping.Store(true)
	s.log.Info("stopping")
	time.Sleep(s.limits.Drain)
	_ = l.Close()
	<-failed // says that it no longer listens
	arrived.settle(s.limits.Drain)
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), s.limits.Grace)
	defer cancel()
	if err := h.Shutdown(grace); err != nil {
		s.log.Error("stopped", "error", "requests were still open after the time that they had")
		return errors.Join(errors.New("stopping: requests were still open after the time that they had"), h.Close())
	}
	s.log.Info("stopped")
	return nil
}
