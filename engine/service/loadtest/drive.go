package loadtest

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"windscreen/engine/internal/cputime"
)

// driven is what became of requests.
type driven struct {
	// took is how long each answer took.
	took []time.Duration
	// away is how many were turned away and told when to come back; lost is how many were neither that nor answered.
	away, lost int
	// worked is how long this process was at work, on all cores together.
	worked time.Duration
}

// rate is how many requests were answered in a second of all cores. It goes by processor time if the system gives that, so
// that it does not depend on what else the machine does.
func (d driven) rate() float64 {
	return float64(len(d.took)) / d.worked.Seconds() * float64(runtime.GOMAXPROCS(0))
}

// drive has a number of clients post cases, each one after another, for some time.
func drive(ctx context.Context, url string, cases [][]byte, clients int, lasting time.Duration) driven {
	transport := &http.Transport{MaxIdleConnsPerHost: clients, DisableCompression: true}
	defer transport.CloseIdleConnections()
	client := &http.Client{Transport: transport, Timeout: 30 * time.Second}
	of := make([]driven, clients)
	var next atomic.Int64
	var wait sync.WaitGroup
	begun, used := time.Now(), cputime.Used()
	for i := range clients {
		wait.Go(func() {
			for time.Since(begun) < lasting && ctx.Err() == nil {
				of[i].post(ctx, client, url, cases[int(next.Add(1))%len(cases)])
			}
		})
	}
	wait.Wait()
	all := driven{worked: cputime.Used() - used}
	for _, d := range of {
		all.took, all.away, all.lost = append(all.took, d.took...), all.away+d.away, all.lost+d.lost
	}
	return all
}

// post posts one case and notes what became of it.
func (d *driven) post(ctx context.Context, client *http.Client, url string, text []byte) {
	begun := time.Now()
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, url, bytes.NewReader(text))
	if err != nil {
		d.lost++
		return
	}
	r.Header.Set("Content-Type", "application/json")
	response, err := client.Do(r)
	if err != nil {
		d.lost++
		return
	}
	_, err = io.Copy(io.Discard, response.Body)
	_ = response.Body.Close()
	switch {
	case err == nil && response.StatusCode == http.StatusOK:
		d.took = append(d.took, time.Since(begun))
	case err == nil && response.StatusCode == http.StatusServiceUnavailable && response.Header.Get("Retry-After") != "":
		d.away++
	default:
		d.lost++
	}
}
