package web_test

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"windscreen/engine/internal/web"
)

// log is a log that may be read while it is written.
type log struct {
	sync.Mutex
	bytes.Buffer
}

// Write adds to the log.
func (l *log) Write(p []byte) (int, error) {
	l.Lock()
	defer l.Unlock()
	return l.Buffer.Write(p)
}

// String is the log so far.
func (l *log) String() string {
	l.Lock()
	defer l.Unlock()
	return l.Buffer.String()
}

// echo answers with the body of the request.
func echo(w http.ResponseWriter, r *http.Request) {
	_, _ = io.Copy(w, r.Body)
}

// serve runs a server on a free port, and returns its address, what it logs, and what stops it and returns
// the error of Serve.
func serve(t *testing.T, o web.Options, handlers map[string]http.HandlerFunc) (addr string, logged *log, stop func() error) {
	t.Helper()
	logged = &log{}
	o.Log = logged
	s := web.New(o)
	for pattern, h := range handlers {
		s.Handle(pattern, h)
	}
	l, err := web.Listen(t.Context(), "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- s.Serve(ctx, l) }()
	stop = sync.OnceValue(func() error { cancel(); return <-ended })
	t.Cleanup(func() { _ = stop() })
	return l.Addr().String(), logged, stop
}

// send sends a request and reads the answer. Headers are name and value in turn.
func send(t *testing.T, method, url string, body io.Reader, headers ...string) (*http.Response, string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), method, url, body)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(headers); i += 2 {
		if headers[i] == "Host" {
			r.Host = headers[i+1]
		} else {
			r.Header.Set(headers[i], headers[i+1])
		}
	}
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	data, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response, string(data)
}

func TestOnlyThisMachineIsListenedOn(t *testing.T) {
	for _, addr := range []string{"0.0.0.0:0", ":0", "[::]:0", "192.0.2.1:0", "example.org:80", "[fe80::1%25eth0]:0", "0:0", "127.1:0"} {
		l, err := web.Listen(t.Context(), addr)
		if err == nil {
			_ = l.Close()
		}
		var refused *web.AddressError
		if !errors.As(err, &refused) || !strings.Contains(err.Error(), "no accounts and no encryption") ||
			!strings.Contains(err.Error(), "127.0.0.1:8080") {
			t.Errorf("%s: the error is %v", addr, err)
		}
	}
	for _, addr := range []string{"127.0.0.1", "127.0.0.1:http", "127.0.0.1:70000", "127.0.0.1:-1", ""} {
		var refused *web.AddressError
		if _, err := web.Listen(t.Context(), addr); !errors.As(err, &refused) {
			t.Errorf("%q: the error is %v", addr, err)
		}
	}
	for _, addr := range []string{"127.0.0.1:0", "localhost:0", "127.0.0.2:0"} {
		l, err := web.Listen(t.Context(), addr)
		if err != nil {
			t.Errorf("%s: %v", addr, err)
			continue
		}
		if at, ok := l.Addr().(*net.TCPAddr); !ok || !at.IP.IsLoopback() {
			t.Errorf("%s is %s", addr, l.Addr())
		}
		_ = l.Close()
	}
}

func TestAPortInUseIsSaidToBe(t *testing.T) {
	l, err := web.Listen(t.Context(), "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	_, err = web.Listen(t.Context(), l.Addr().String())
	var refused *web.AddressError
	if !errors.As(err, &refused) || !strings.Contains(err.Error(), "in use by another program") {
		t.Errorf("the error is %v", err)
	}
}

// elsewhere is a listener that is not on loopback.
type elsewhere struct{ net.Listener }

// Addr is an address of another network.
func (elsewhere) Addr() net.Addr { return &net.TCPAddr{IP: net.IPv4(192, 0, 2, 1), Port: 80} }

func TestAListenerElsewhereIsNotServed(t *testing.T) {
	l, err := web.Listen(t.Context(), "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	var refused *web.AddressError
	if err := web.New(web.Options{}).Serve(t.Context(), elsewhere{l}); !errors.As(err, &refused) {
		t.Errorf("the error is %v", err)
	}
}

func TestARequestForAnotherHostOrFromAnotherSiteIsRefused(t *testing.T) {
	addr, _, _ := serve(t, web.Options{}, map[string]http.HandlerFunc{"/echo": echo})
	for what, x := range map[string]struct {
		method  string
		headers []string
		status  int
	}{
		"a page whose name was made to point here": {"GET", []string{"Host", "evil.example"}, http.StatusMisdirectedRequest},
		"a name that begins like ours":             {"GET", []string{"Host", "localhost.evil.example"}, http.StatusMisdirectedRequest},
		"an address of another network":            {"GET", []string{"Host", "192.0.2.1:8080"}, http.StatusMisdirectedRequest},
		"localhost":                                {"GET", []string{"Host", "localhost:9000"}, http.StatusOK},
		"the address of version 6":                 {"GET", []string{"Host", "[::1]:9000"}, http.StatusOK},
		"the same without a port":                  {"GET", []string{"Host", "[::1]"}, http.StatusOK},
		"a form of another site":                   {"POST", []string{"Origin", "https://evil.example"}, http.StatusForbidden},
		"a form of another port here":              {"POST", []string{"Origin", "http://127.0.0.1:1"}, http.StatusForbidden},
		"a page without an origin":                 {"POST", []string{"Origin", "null"}, http.StatusForbidden},
		"a browser that says it is another site":   {"POST", []string{"Sec-Fetch-Site", "cross-site"}, http.StatusForbidden},
		"a browser on a page of ours":              {"POST", []string{"Sec-Fetch-Site", "same-origin"}, http.StatusOK},
		"a page of ours":                           {"POST", []string{"Origin", "http://" + addr}, http.StatusOK},
		"a program":                                {"POST", nil, http.StatusOK},
	} {
		response, body := send(t, x.method, "http://"+addr+"/echo", strings.NewReader(""), x.headers...)
		if response.StatusCode != x.status {
			t.Errorf("%s: %s", what, response.Status)
		}
		if strings.Contains(body, "evil") {
			t.Errorf("%s: the answer repeats the request: %s", what, body)
		}
	}
}

func TestEveryAnswerHasSecureHeaders(t *testing.T) {
	addr, _, _ := serve(t, web.Options{}, map[string]http.HandlerFunc{"/echo": echo})
	for _, path := range []string{"/echo", "/healthz", "/nowhere"} {
		response, _ := send(t, http.MethodGet, "http://"+addr+path, nil)
		policy := response.Header.Get("Content-Security-Policy")
		if !strings.Contains(policy, "default-src 'none'") || strings.Contains(policy, "unsafe") ||
			!strings.Contains(policy, "frame-ancestors 'none'") {
			t.Errorf("%s: the policy is %q", path, policy)
		}
		for name, want := range map[string]string{"X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY",
			"Cross-Origin-Resource-Policy": "same-origin", "Cross-Origin-Opener-Policy": "same-origin", "Cache-Control": "no-store",
			"Referrer-Policy": "same-origin"} {
			if got := response.Header.Get(name); got != want {
				t.Errorf("%s: %s is %q", path, name, got)
			}
		}
		if response.Header.Get("Request-Id") == "" {
			t.Errorf("%s has no request id", path)
		}
	}
}

func TestAHandlerMaySetHeadersAnew(t *testing.T) {
	addr, _, _ := serve(t, web.Options{}, map[string]http.HandlerFunc{"/asset": func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Cache-Control", "max-age=60")
	}})
	response, _ := send(t, http.MethodGet, "http://"+addr+"/asset", nil)
	if got := response.Header.Get("Cache-Control"); got != "max-age=60" {
		t.Errorf("Cache-Control is %q", got)
	}
}

// endless is a body without an end, which counts what was read of it.
type endless struct{ read atomic.Int64 }

// Read reads more of the same.
func (e *endless) Read(p []byte) (int, error) {
	e.read.Add(int64(len(p)))
	return len(p), nil
}

func TestABodyOverTheLimitIsRefusedWithoutBeingReadToItsEnd(t *testing.T) {
	handled := false
	addr, _, _ := serve(t, web.Options{Limits: web.Limits{Body: 1000}}, map[string]http.HandlerFunc{
		"/echo": func(w http.ResponseWriter, r *http.Request) { handled = true; echo(w, r) }})
	long := &endless{}
	for what, body := range map[string]io.Reader{
		"a body that says how long it is": bytes.NewReader(make([]byte, 100_000)),
		"a body without an end":           long,
		"one byte over":                   io.MultiReader(bytes.NewReader(make([]byte, 1001))),
	} {
		response, text := send(t, http.MethodPost, "http://"+addr+"/echo", body)
		if response.StatusCode != http.StatusRequestEntityTooLarge || !strings.Contains(text, "urn:windscreen:problem:too-large") {
			t.Errorf("%s: %s %s", what, response.Status, text)
		}
	}
	if n := long.read.Load(); n > 10<<20 {
		t.Errorf("%d bytes were read of the body without an end", n)
	}
	if handled {
		t.Error("a handler was asked")
	}
	just := strings.NewReader(strings.Repeat("x", 1000))
	if response, text := send(t, http.MethodPost, "http://"+addr+"/echo", just); len(text) != 1000 {
		t.Errorf("a body of just the limit: %s, %d bytes", response.Status, len(text))
	}
}

func TestASlowClientIsToldSoAndHoldsUpNobody(t *testing.T) {
	addr, _, _ := serve(t, web.Options{Limits: web.Limits{Read: 400 * time.Millisecond, Workers: 1, Queue: 1, Wait: time.Second}},
		map[string]http.HandlerFunc{"/echo": echo})
	var slow []net.Conn
	for range 5 {
		c, err := net.Dial("tcp", addr)
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = c.Close() }()
		if _, err := io.WriteString(c, "POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nab"); err != nil {
			t.Fatal(err)
		}
		slow = append(slow, c)
	}
	if response, text := send(t, http.MethodPost, "http://"+addr+"/echo", strings.NewReader("quick")); text != "quick" {
		t.Errorf("another client gets %s: %s", response.Status, text)
	}
	for _, c := range slow {
		response, err := http.ReadResponse(bufio.NewReader(c), nil)
		if err != nil {
			t.Fatal(err)
		}
		_ = response.Body.Close()
		if response.StatusCode != http.StatusRequestTimeout {
			t.Errorf("a slow client gets %s", response.Status)
		}
	}
}

func TestABodyThatBreaksOffIsAnErrorAndReachesNoHandler(t *testing.T) {
	s := web.New(web.Options{})
	s.Handle("/echo", http.HandlerFunc(func(http.ResponseWriter, *http.Request) { t.Error("the handler was asked") }))
	r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "http://localhost/echo",
		io.MultiReader(strings.NewReader("half"), broken{}))
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	if w.Code != http.StatusBadRequest || strings.Contains(w.Body.String(), "half") {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

// broken is a body that breaks off.
type broken struct{}

// Read fails.
func (broken) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

func TestWhoFindsNoRoomIsTurnedAwayAndToldWhenToComeBack(t *testing.T) {
	begun, end := make(chan struct{}, 10), make(chan struct{})
	addr, _, _ := serve(t, web.Options{Limits: web.Limits{Workers: 1, Queue: 1, Wait: 50 * time.Millisecond}},
		map[string]http.HandlerFunc{"/wait": func(http.ResponseWriter, *http.Request) { begun <- struct{}{}; <-end }})
	statuses := make(chan int, 4)
	ask := func() {
		response, err := http.Get("http://" + addr + "/wait") //nolint:noctx // it ends when the test says so
		if err != nil {
			statuses <- 0
			return
		}
		_ = response.Body.Close()
		statuses <- response.StatusCode
	}
	go ask()
	<-begun
	response, text := send(t, http.MethodGet, "http://"+addr+"/wait", nil) // it waits, and there is no place in time
	if response.StatusCode != http.StatusServiceUnavailable || !retries(response) ||
		!strings.Contains(text, "urn:windscreen:problem:busy") {
		t.Errorf("%s, Retry-After %q: %s", response.Status, response.Header.Get("Retry-After"), text)
	}
	if response, _ := send(t, http.MethodGet, "http://"+addr+"/healthz", nil); response.StatusCode != http.StatusOK {
		t.Errorf("the health of a busy service: %s", response.Status)
	}
	_, text = send(t, http.MethodGet, "http://"+addr+"/metrics", nil)
	if !strings.Contains(text, `windscreen_http_turned_away_total{room="work"} 1`) {
		t.Error("the metrics do not count it")
	}
	close(end)
	if status := <-statuses; status != http.StatusOK {
		t.Errorf("the one at work gets %d", status)
	}
}

func TestMoreOpenRequestsThanThereIsRoomForAreTurnedAwayAtOnce(t *testing.T) {
	addr, _, _ := serve(t, web.Options{Limits: web.Limits{Requests: 1}}, map[string]http.HandlerFunc{"/echo": echo})
	hold := func() { // half a request, which stays open
		c, err := net.Dial("tcp", addr)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = c.Close() })
		if _, err := io.WriteString(c, "POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\na"); err != nil {
			t.Fatal(err)
		}
	}
	away := func() bool {
		response, _ := send(t, http.MethodPost, "http://"+addr+"/echo", strings.NewReader("x"))
		return response.StatusCode == http.StatusServiceUnavailable && retries(response)
	}
	for range 100 { // a request that is held may come after the one that is to be turned away, and is then turned away itself
		hold()
		if away() {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Error("nobody was turned away")
}

func TestAPanicEndsItsRequestAndNoOther(t *testing.T) {
	addr, logged, _ := serve(t, web.Options{}, map[string]http.HandlerFunc{
		"/echo": echo, "/panic": func(w http.ResponseWriter, _ *http.Request) {
			_, _ = io.WriteString(w, "half an answer")
			panic("planted")
		}})
	response, text := send(t, http.MethodGet, "http://"+addr+"/panic", nil)
	if response.StatusCode != http.StatusInternalServerError || strings.Contains(text, "planted") || strings.Contains(text, "half") {
		t.Errorf("%s: %s", response.Status, text)
	}
	if said := logged.String(); strings.Contains(said, "planted") || !strings.Contains(said, `"msg":"panic"`) ||
		!strings.Contains(said, response.Header.Get("Request-Id")) || !strings.Contains(said, "web_test.TestAPanic") {
		t.Errorf("the log is %s", said)
	}
	if response, _ := send(t, http.MethodPost, "http://"+addr+"/echo", strings.NewReader("x")); response.StatusCode != http.StatusOK {
		t.Errorf("the next request: %s", response.Status)
	}
}

// retries reports whether an answer says when to try again.
func retries(r *http.Response) bool {
	n, err := strconv.Atoi(r.Header.Get("Retry-After"))
	return err == nil && n >= 1 && n <= web.LatestRetry
}
