package service_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"windscreen/engine/page"
	"windscreen/engine/service"
	"windscreen/rules"
)

// rulesFS are the shipped rules as files.
var rulesFS = rules.FS

// shippedRules are the shipped rules, opened once.
var shippedRules = sync.OnceValues(func() (*service.Rules, error) {
	return service.OpenRules(context.Background(), rulesFS, "")
})

// shippedAPI answers by the shipped rules. All tests share one, since it describes itself when first asked, which takes long.
var shippedAPI = sync.OnceValues(func() (http.Handler, error) {
	r, err := shippedRules()
	if err != nil {
		return nil, err
	}
	return service.New(r)
})

// running is a service that answers.
type running struct {
	*testing.T
	url string
	// log takes what it logs.
	log *log
}

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

// start starts the service by the shipped rules.
func start(t *testing.T) *running {
	t.Helper()
	api, err := shippedAPI()
	if err != nil {
		t.Fatal(err)
	}
	return startAPI(t, api)
}

// startBy starts the service by some rules.
func startBy(t *testing.T, r *service.Rules) *running {
	t.Helper()
	api, err := service.New(r)
	if err != nil {
		t.Fatal(err)
	}
	return startAPI(t, api)
}

// startAPI starts the service with what answers.
func startAPI(t *testing.T, api http.Handler) *running {
	t.Helper()
	l := &log{}
	s := service.NewServer(service.Options{Log: l})
	s.Handle("/v1/", api)
	h := httptest.NewServer(s)
	t.Cleanup(h.Close)
	return &running{t, h.URL, l}
}

// answer is an answer whose body was read.
type answer struct {
	*http.Response
	body []byte
}

// do sends a request.
func (r *running) do(request *http.Request) answer {
	r.Helper()
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		r.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		r.Fatal(err)
	}
	return answer{response, body}
}

// request makes a request; without a body it is a GET. Headers are name and value in turn.
func (r *running) request(path, contentType string, body []byte, headers ...string) *http.Request {
	r.Helper()
	method := http.MethodGet
	if body != nil {
		method = http.MethodPost
	}
	request, err := http.NewRequestWithContext(r.Context(), method, r.url+path, bytes.NewReader(body))
	if err != nil {
		r.Fatal(err)
	}
	if contentType != "" {
		request.Header.Set("Content-Type", contentType)
	}
	for i := 0; i < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
	}
	return request
}

func (r *running) get(path string) answer { r.Helper(); return r.do(r.request(path, "", nil)) }

// post posts a case in JSON.
func (r *running) post(path, body string) answer {
	r.Helper()
	return r.do(r.request(path, "application/json", []byte(body)))
}

// postYAML posts a case in YAML.
func (r *running) postYAML(path string, body []byte, headers ...string) answer {
	r.Helper()
	return r.do(r.request(path, "application/yaml", body, headers...))
}

// problem is what an answer with problem details says. It fails unless the status is as expected.
func (r *running) problem(a answer, status int) problem {
	r.Helper()
	var p problem
	if a.StatusCode != status || a.Header.Get("Content-Type") != "application/problem+json" {
		r.Fatalf("the answer is %s, %s: %s", a.Status, a.Header.Get("Content-Type"), a.body)
	}
	if err := json.Unmarshal(a.body, &p); err != nil {
		r.Fatal(err)
	}
	if p.Status != status {
		r.Errorf("the problem has the status %d: %s", p.Status, a.body)
	}
	return p
}

// problem is a problem as a client reads it.
type problem struct {
	Type        string `json:"type"`
	Title       string `json:"title"`
	Detail      string `json:"detail"`
	Parameter   string `json:"parameter"`
	Header      string `json:"header"`
	Status      int    `json:"status"`
	Diagnostics []struct {
		Code    string `json:"code"`
		Pointer string `json:"pointer"`
		Message string `json:"message"`
	} `json:"diagnostics"`
	Withheld *page.NoCopy `json:"withheld"`
}

// kind is the end of the problem's type.
func (p problem) kind() string { return strings.TrimPrefix(p.Type, "urn:windscreen:problem:") }

// sample is a case to try.
func sample(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("../../fixtures/cases", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// samples are the names of all cases to try.
func samples(t *testing.T) []string {
	t.Helper()
	names, err := filepath.Glob("../../fixtures/cases/*.yaml")
	if err != nil || len(names) == 0 {
		t.Fatalf("no cases to try: %v", err)
	}
	for i, name := range names {
		names[i] = filepath.Base(name)
	}
	return names
}
