package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"windscreen/engine/service"
)

// shared is output that may be read while it is written.
type shared struct {
	mu  sync.Mutex
	out bytes.Buffer // not embedded, or a reader of it would pass the lock by
}

// Write adds to the output.
func (s *shared) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.out.Write(p)
}

// String is the output so far.
func (s *shared) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.out.String()
}

// until waits until something is so.
func until(t *testing.T, so func() bool) {
	t.Helper()
	for range 3000 {
		if so() {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatal("it never came to be so")
}

var at = regexp.MustCompile(`answers this machine at (http://127\.0\.0\.1:[0-9]+)`)

// read reads what a URL has, and its status.
func read(t *testing.T, method, url, body string) (int, string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), method, url, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/json")
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	data, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(data)
}

// TestServeAnswersUntilItIsToldToStop runs the command in this process, changes its rules and ends it as the process would be.
func TestServeAnswersUntilItIsToldToStop(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("testdata/rules")); err != nil {
		t.Fatal(err)
	}
	var stdout, stderr shared
	a := &app{stdin: strings.NewReader(""), stdout: &stdout, stderr: &stderr, env: environment(nil)}
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() {
		ended <- a.serve(ctx, serving{addr: "127.0.0.1:0", rules: dir, scenarios: []string{filepath.Join(dir, "no-scenarios")}})
	}()
	until(t, func() bool { return at.MatchString(stdout.String()) })
	url := at.FindStringSubmatch(stdout.String())[1]
	if status, text := read(t, http.MethodGet, url+"/readyz", ""); status != http.StatusOK {
		t.Errorf("ready: %d %s", status, text)
	}
	status, text := read(t, http.MethodGet, url+"/v1/policies", "")
	var answer struct {
		Policies []struct {
			ID string `json:"id"`
		} `json:"policies"`
	}
	if err := json.Unmarshal([]byte(text), &answer); err != nil || status != http.StatusOK || len(answer.Policies) == 0 {
		t.Fatalf("policies: %d %s", status, text)
	}
	body := `{"as_of": "2020-03-02T14:10", "policy": "` + answer.Policies[0].ID + `"}`
	if status, text := read(t, http.MethodPost, url+"/v1/evaluate", body); status != http.StatusOK {
		t.Errorf("evaluate: %d %s", status, text)
	}
	if err := os.WriteFile(filepath.Join(dir, "vocabulary", "broken.yaml"), []byte("nonsense: true\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	until(t, func() bool { return strings.Contains(stderr.String(), "go on answering") })
	if status, text := read(t, http.MethodPost, url+"/v1/evaluate", body); status != http.StatusOK {
		t.Errorf("evaluate while the rules have a fault: %d %s", status, text)
	}
	until(t, func() bool {
		_, text := read(t, http.MethodGet, url+"/authors/", "")
		return strings.Contains(text, "The newest files are not in use.") && strings.Contains(text, "vocabulary/broken.yaml:1") &&
			strings.Contains(text, "The scenarios are not run while the rules have errors.")
	})
	cancel()
	if err := <-ended; err != nil {
		t.Errorf("it ends with %v", err)
	}
	if !strings.Contains(stderr.String(), `"msg":"stopped"`) {
		t.Errorf("the log is %s", stderr.String())
	}
}

func TestAPortInUseIsWrongUse(t *testing.T) {
	l, err := service.Listen(t.Context(), "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	var stdout, stderr bytes.Buffer
	args := []string{"serve", "--rules", "testdata/rules", "--addr", l.Addr().String()}
	if code := run(args, strings.NewReader(""), &stdout, &stderr, environment(nil)); code != exitInput ||
		!strings.Contains(stderr.String(), "in use by another program") || stdout.Len() > 0 {
		t.Errorf("exit code %d: %s", code, stderr.String())
	}
}

// TestASignalStopsTheService runs the command as a process of its own.
func TestASignalStopsTheService(t *testing.T) {
	own, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for _, signal := range []os.Signal{os.Interrupt, syscall.SIGTERM} {
		var stdout, stderr shared
		c := exec.CommandContext(t.Context(), own, "serve", "--rules", "testdata/rules", "--addr", "127.0.0.1:0")
		c.Args[0] = "windscreen" // testscript then runs the command instead of the tests
		c.Stdout, c.Stderr = &stdout, &stderr
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		until(t, func() bool { return at.MatchString(stdout.String()) })
		if err := c.Process.Signal(signal); err != nil {
			t.Fatal(err)
		}
		if err := c.Wait(); err != nil || !strings.Contains(stderr.String(), `"msg":"stopped"`) {
			t.Errorf("%v: %v: %s", signal, err, stderr.String())
		}
	}
}

// lost is a listener's address that is not one of TCP.
type lost struct{}

// Network names no network.
func (lost) Network() string { return "none" }

// String is where it is.
func (lost) String() string { return "nowhere" }

func TestWhereTheServiceIsIsSaid(t *testing.T) {
	var where net.Addr = lost{}
	if got := listening(where); !strings.Contains(got, "http://nowhere\n") || !strings.Contains(got, "/v1/openapi.json") {
		t.Error(got)
	}
}
