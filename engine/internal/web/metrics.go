package web

import (
	"net/http"
	"runtime"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"windscreen/engine"
)

// metrics count requests, by the pattern of their route and nothing that a client chooses.
type metrics struct {
	registry *prometheus.Registry
	requests *prometheus.CounterVec
	seconds  *prometheus.HistogramVec
	away     *prometheus.CounterVec
	open     prometheus.Gauge
}

func newMetrics() *metrics {
	m := &metrics{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "windscreen_http_requests_total",
			Help: "Requests answered."}, []string{"route", "method", "status"}),
		seconds: prometheus.NewHistogramVec(prometheus.HistogramOpts{Name: "windscreen_http_request_seconds",
			Help:    "How long requests took, from their headers to the end of the answer.",
			Buckets: prometheus.ExponentialBuckets(0.0005, 2, 15)}, []string{"route"}),
		away: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "windscreen_http_turned_away_total",
			Help: "Requests turned away because there was no room: to be open, or to be worked on."}, []string{"room"}),
		open: prometheus.NewGauge(prometheus.GaugeOpts{Name: "windscreen_http_requests_open", Help: "Requests that are open now."}),
	}
	build := prometheus.NewGauge(prometheus.GaugeOpts{Name: "windscreen_build_info",
		Help:        "The version of the engine and of Go; always 1.",
		ConstLabels: prometheus.Labels{"version": engine.Version(), "go": runtime.Version()}})
	build.Set(1)
	m.registry.MustRegister(m.requests, m.seconds, m.away, m.open, build,
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

func (m *metrics) observe(route, method string, status int, took time.Duration) {
	m.requests.WithLabelValues(route, method, strconv.Itoa(status)).Inc()
	m.seconds.WithLabelValues(route).Observe(took.Seconds())
}

// handler shows the metrics.
func (m *metrics) handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{})
}
