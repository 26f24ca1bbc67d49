package web_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"windscreen/engine/internal/web"
)

func TestAServerThatIsToldToStopAnswersWhatItTook(t *testing.T) {
	begun, end := make(chan struct{}), make(chan struct{})
	addr, logged, stop := serve(t, web.Options{Limits: web.Limits{Drain: 50 * time.Millisecond}}, map[string]http.HandlerFunc{
		"/slow": func(w http.ResponseWriter, _ *http.Request) {
			close(begun)
			<-end
			_, _ = io.WriteString(w, "whole")
		}})
	answered := make(chan string, 1)
	go func() {
		response, err := http.Get("http://" + addr + "/slow") //nolint:noctx // it ends when the test says so
		if err != nil {
			answered <- err.Error()
			return
		}
		defer func() { _ = response.Body.Close() }()
		body, err := io.ReadAll(response.Body)
		if err != nil {
			answered <- err.Error()
			return
		}
		answered <- string(body)
	}()
	<-begun
	stopped := make(chan error, 1)
	go func() { stopped <- stop() }()
	for !strings.Contains(logged.String(), `"msg":"stopping"`) {
		time.Sleep(time.Millisecond)
	}
	// It still answers, and says that it is not the one to ask next.
	response, _ := send(t, http.MethodGet, "http://"+addr+"/readyz", nil)
	if response.StatusCode != http.StatusServiceUnavailable || !response.Close {
		t.Errorf("while it stops, it says %s, and the connection stays: %v", response.Status, !response.Close)
	}
	select {
	case err := <-stopped:
		t.Fatalf("it stopped with a request open: %v", err)
	case <-time.After(150 * time.Millisecond):
	}
	close(end)
	if got := <-answered; got != "whole" {
		t.Errorf("the request that it took got %q", got)
	}
	if err := <-stopped; err != nil {
		t.Errorf("it says %v", err)
	}
}

func TestARequestThatTakesTooLongIsNotWaitedForWithoutEnd(t *testing.T) {
	end := make(chan struct{})
	defer close(end)
	begun := make(chan struct{})
	addr, _, stop := serve(t, web.Options{Limits: web.Limits{Drain: time.Millisecond, Grace: 50 * time.Millisecond}},
		map[string]http.HandlerFunc{"/slow": func(http.ResponseWriter, *http.Request) { close(begun); <-end }})
	go func() {
		response, err := http.Get("http://" + addr + "/slow") //nolint:noctx // it ends with the server
		if err == nil {
			_ = response.Body.Close()
		}
	}()
	<-begun
	if err := stop(); err == nil || !strings.Contains(err.Error(), "still open") {
		t.Errorf("it says %v", err)
	}
}

// TestNoRequestIsLostWhenTheServerStops has clients post over kept connections until they find nobody listening. A request that
// a handler took must be answered whole, and a client may otherwise only be refused a connection. A connection that waits to be
// accepted when the server stops listening is reset, which refuses it as well: no handler took its request. A client may be about
// to use a kept connection just when it is closed; a request that is safe to send again is then sent again.
func TestNoRequestIsLostWhenTheServerStops(t *testing.T) {
	var taken, whole, lost atomic.Int64
	addr, _, stop := serve(t, web.Options{Limits: web.Limits{Drain: 200 * time.Millisecond}}, map[string]http.HandlerFunc{
		"/work": func(w http.ResponseWriter, r *http.Request) {
			taken.Add(1)
			time.Sleep(2 * time.Millisecond)
			echo(w, r)
		}})
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 8}}
	const body = "what was posted"
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			for {
				r, err := http.NewRequestWithContext(ctx, http.MethodPost, "http://"+addr+"/work", strings.NewReader(body))
				if err != nil {
					lost.Add(1)
					return
				}
				r.Header.Set("Idempotency-Key", "safe to send again")
				response, err := client.Do(r)
				if errors.Is(err, syscall.ECONNREFUSED) || errors.Is(err, syscall.ECONNRESET) {
					return // nobody is there any more
				} else if err != nil {
					t.Error(err)
					lost.Add(1)
					return
				}
				got, err := io.ReadAll(response.Body)
				_ = response.Body.Close()
				if err != nil || string(got) != body || response.StatusCode != http.StatusOK {
					lost.Add(1)
					return
				}
				whole.Add(1)
			}
		})
	}
	time.Sleep(100 * time.Millisecond)
	if err := stop(); err != nil {
		t.Errorf("it says %v", err)
	}
	wait.Wait()
	if lost.Load() > 0 || taken.Load() != whole.Load() || whole.Load() == 0 {
		t.Errorf("%d requests were taken, %d answered whole, %d lost", taken.Load(), whole.Load(), lost.Load())
	}
}
