// Package loadtest measures what the HTTP API does on this machine: how many requests a second, beside a bare handler
// that only decodes the same JSON, and what becomes of requests when there are far more than it takes on. Clients,
// service and bare handler share one process and talk over loopback. It runs for a bounded time and ends by itself.
package loadtest

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"
	"runtime"
	"slices"
	"time"

	"windscreen/engine/benchmark"
	"windscreen/engine/service"
)

// Options say what to measure, and for how long.
type Options struct {
	// Policy is as for benchmark.Options, and Root what the rule root is called.
	Policy, Root string
	// Rounds is how often each side is measured, in turns, and Each for how long; medians of the rounds count.
	Rounds int
	Each   time.Duration
}

// The defaults: a run takes about half a minute.
const (
	DefaultRounds = 5
	DefaultEach   = 500 * time.Millisecond
)

// verdictGoal is what share of the requests of the bare handler the service should answer with verdicts. Answers with a
// first screen have no goal: they take the engine many times as long as the bare handler takes.
const verdictGoal = 0.5

// Run measures. The error is as for benchmark.Run.
func Run(ctx context.Context, fsys fs.FS, o Options) (*benchmark.Report, error) {
	o.Policy, o.Each = cmp.Or(o.Policy, benchmark.DefaultPolicy), cmp.Or(o.Each, DefaultEach)
	o.Rounds = max(1, cmp.Or(o.Rounds, DefaultRounds))
	b, err := benchmark.New(fsys, o.Policy)
	if err != nil {
		return nil, err
	}
	report := b.Report(o.Rounds)
	report.Subject = "service"
	rules, err := service.OpenRules(ctx, fsys, o.Root)
	if err != nil {
		return nil, err
	}
	api, err := service.New(rules)
	if err != nil {
		return nil, err
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	own, bare, err := start(ctx, api)
	if err != nil {
		return nil, err
	}
	for _, of := range b.Texts() {
		for _, x := range []struct {
			size string
			goal float64
		}{{"verdict", verdictGoal}, {"brief", 0}} {
			path := "/v1/evaluate?size=" + x.size + "&policy=" + report.Policy
			figures, err := steady(ctx, o, x.size+", "+of.Known, x.goal, sides{own + path, bare}, of.Cases)
			if err != nil {
				return nil, err
			}
			report.Figures = append(report.Figures, figures...)
		}
	}
	figures, err := overload(ctx, o, own+"/v1/evaluate?size=full&policy="+report.Policy, b.Texts()[0].Cases)
	report.Figures = append(report.Figures, figures...)
	return report, err
}

// start starts the service and the bare handler, until the context ends, and says where they are.
func start(ctx context.Context, api http.Handler) (own, bare string, err error) {
	s := service.NewServer(service.Options{Log: io.Discard}) // what is written to the log is made all the same
	s.Handle("/v1/", api)
	l, err := service.Listen(ctx, "127.0.0.1:0")
	if err != nil {
		return "", "", err
	}
	go func() { _ = s.Serve(ctx, l) }() // what goes wrong shows in the requests
	plain, err := service.Listen(ctx, "127.0.0.1:0")
	if err != nil {
		return "", "", err
	}
	h := &http.Server{Handler: http.HandlerFunc(decode), ReadHeaderTimeout: time.Second,
		BaseContext: func(net.Listener) context.Context { return ctx }}
	go func() { _ = h.Serve(plain) }()
	context.AfterFunc(ctx, func() { _ = h.Close() })
	return "http://" + l.Addr().String(), "http://" + plain.Addr().String(), nil
}

// decode is the bare handler: it decodes the JSON of a request and answers with nothing.
func decode(w http.ResponseWriter, r *http.Request) {
	var value any
	if err := json.NewDecoder(r.Body).Decode(&value); err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	w.WriteHeader(http.StatusOK)
}

// sides are the URLs of the service and of the bare handler.
type sides struct{ own, bare string }

// steady measures both sides with as many clients as keep them at work. A goal of 0 is none.
func steady(ctx context.Context, o Options, name string, goal float64, at sides, cases [][]byte) ([]benchmark.Figure, error) {
	var rates, others, ratios []float64
	var took []time.Duration
	n := 2 * runtime.GOMAXPROCS(0)
	for round := range o.Rounds {
		var rate [2]float64
		urls := []string{at.own, at.bare}
		for turn := range urls {
			side := (round + turn) % 2 // the one that begins changes
			done := drive(ctx, urls[side], cases, n, o.Each)
			if done.lost > 0 || done.away > 0 || len(done.took) == 0 {
				return nil, fmt.Errorf("%s: %d requests were answered, %d turned away and %d failed",
					name, len(done.took), done.away, done.lost)
			}
			rate[side] = done.rate()
			if side == 0 {
				took = append(took, done.took...)
			}
		}
		rates, others, ratios = append(rates, rate[0]), append(others, rate[1]), append(ratios, rate[0]/rate[1])
	}
	ratio := median(ratios)
	rate := benchmark.Figure{Name: name, Value: median(rates), Unit: benchmark.PerSecond, Ratio: &ratio, Met: ratio >= goal,
		Other: median(others), Of: "bare handler"}
	if goal > 0 {
		rate.Goal = &goal
	}
	return []benchmark.Figure{rate,
		{Name: name + ", 99 of 100 within", Value: percentile(took, 99), Unit: benchmark.Milliseconds, Met: true},
	}, nil
}

// overload measures what becomes of requests from far more clients than the service takes on, all of whom ask again at
// once.
func overload(ctx context.Context, o Options, url string, cases [][]byte) ([]benchmark.Figure, error) {
	const clients = 300 // the service takes 128 requests at a time
	done := drive(ctx, url, cases, clients, time.Duration(o.Rounds)*o.Each)
	if len(done.took) == 0 {
		return nil, errors.New("overload: no request was answered")
	}
	lost, zero := float64(done.lost), 0.0
	after := drive(ctx, url, cases, 1, o.Each)
	if len(after.took) == 0 || after.away+after.lost > 0 {
		return nil, errors.New("after the overload: requests are not answered")
	}
	return []benchmark.Figure{
		{Name: fmt.Sprintf("overload, %d clients", clients), Value: done.rate(), Unit: benchmark.PerSecond, Met: true},
		{Name: "overload, told to come back", Value: float64(done.away), Unit: benchmark.Requests, Met: true},
		{Name: "overload, lost", Value: lost, Unit: benchmark.Requests, Goal: &zero, Met: lost == 0},
		{Name: "overload, 99 of 100 within", Value: percentile(done.took, 99), Unit: benchmark.Milliseconds, Met: true},
		{Name: "after the overload, 99 of 100 within", Value: percentile(after.took, 99), Unit: benchmark.Milliseconds, Met: true},
	}, nil
}

// median is the middle one.
func median(list []float64) float64 {
	list = slices.Sorted(slices.Values(list))
	n := len(list)
	return (list[(n-1)/2] + list[n/2]) / 2
}

// percentile is the time within which so many of a hundred are, in milliseconds.
func percentile(list []time.Duration, of int) float64 {
	list = slices.Sorted(slices.Values(list))
	return float64(list[(len(list)*of+99)/100-1].Microseconds()) / 1000
}
