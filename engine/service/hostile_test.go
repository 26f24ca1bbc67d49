package service_test

import (
	"bytes"
	"io"
	"net/http"
	"strings"
	"testing"

	"windscreen/engine"
)

// postPaths are the endpoints that take a case.
var postPaths = []string{"/v1/validate", "/v1/evaluate", "/v1/evaluate?size=full", "/v1/evaluate?size=verdict",
	"/v1/evaluate?copy_for=family", "/v1/questions", "/v1/why-not", "/v1/compare", "/v1/services"}

func TestBadRequestsGetProblemDetails(t *testing.T) {
	r := start(t)
	get := func(path string) *http.Request { return r.request(path, "", nil) }
	post := func(path, body string, headers ...string) *http.Request {
		return r.request(path, "application/json", []byte(body), headers...)
	}
	const parameter = http.StatusUnprocessableEntity
	const tooLarge = http.StatusRequestEntityTooLarge
	for what, x := range map[string]struct {
		request *http.Request
		status  int
		kind    string
	}{
		"nothing there":         {get("/v1/planted"), http.StatusNotFound, "not-found"},
		"a schema that is none": {get("/v1/schemas/planted"), http.StatusNotFound, "not-found"},
		"the wrong method":      {get("/v1/evaluate"), http.StatusMethodNotAllowed, "method-not-allowed"},
		"posting to a list":     {post("/v1/policies", "{}"), http.StatusMethodNotAllowed, "method-not-allowed"},
		"no media type":         {r.request("/v1/evaluate", "", []byte("{}")), http.StatusUnsupportedMediaType, "wrong-media-type"},
		"a form": {r.request("/v1/evaluate", "application/x-www-form-urlencoded", []byte("planted=1")),
			http.StatusUnsupportedMediaType, "wrong-media-type"},
		"a size that is none":         {post("/v1/evaluate?size=planted", thin), parameter, "bad-parameter"},
		"a reader that is none":       {post("/v1/evaluate?reader=planted", thin), parameter, "bad-parameter"},
		"a policy that is none":       {post("/v1/evaluate?policy=planted", thin), parameter, "unknown-policy"},
		"one of several that is none": {post("/v1/compare?policy=essex&policy=planted", thin), parameter, "unknown-policy"},
		"a list of a policy of none":  {get("/v1/vocabulary?policy=planted"), parameter, "unknown-policy"},
		"services of a policy":        {get("/v1/services?policy=planted"), parameter, "unknown-policy"},
		"a truth that is none":        {post("/v1/evaluate?not_commenced=planted", thin), parameter, "bad-parameter"},
		"a parameter that is none":    {post("/v1/evaluate?planted=planted", thin), parameter, "unknown-parameter"},
		"a verdict for a reader":      {post("/v1/evaluate?size=verdict&reader=front_door", thin), parameter, "bad-parameter"},
		"a verdict by a policy":       {post("/v1/evaluate?size=verdict&policy=planted", thin), parameter, "unknown-policy"},
		"a child badly written":       {post("/v1/evaluate", thin, "Windscreen-Child", "%planted"), parameter, "bad-header"},
		"a child of a verdict":        {post("/v1/evaluate?size=verdict", thin, "Windscreen-Child", "%planted"), parameter, "bad-header"},
		"a child of a comparison":     {post("/v1/compare", thin, "Windscreen-Child", "%planted"), parameter, "bad-header"},
		"a limit that is none":        {post("/v1/questions?limit=planted", thin), parameter, "bad-parameter"},
		"a level that is none":        {post("/v1/why-not?level=planted", thin), parameter, "bad-parameter"},
		"a level of no policy":        {post("/v1/why-not?level=99", thin), parameter, "bad-parameter"},
		"a child that is not there":   {post("/v1/validate", thin, "Windscreen-Child", "planted"), parameter, "unknown-child"},
		"an encoded body": {post("/v1/validate", thin, "Content-Encoding", "gzip"),
			http.StatusUnsupportedMediaType, "wrong-encoding"},
		"no body":                    {post("/v1/evaluate", ""), http.StatusBadRequest, "no-body"},
		"a body over the limit":      {post("/v1/evaluate", strings.Repeat(" ", engine.MaxBytes()+1)), tooLarge, "too-large"},
		"a huge body":                {post("/v1/evaluate", strings.Repeat(" ", 8<<20)), tooLarge, "too-large"},
		"an unknown field":           {post("/v1/evaluate", `{"as_of": "2020-03-02T14:10", "planted": 1}`), parameter, "bad-case"},
		"a verdict on a bad case":    {post("/v1/evaluate?size=verdict", `{"planted": 1}`), parameter, "bad-case"},
		"a comparison of a bad case": {post("/v1/compare", `{"planted": 1}`), parameter, "bad-case"},
		"a list instead of a case":   {post("/v1/questions", `[]`), parameter, "bad-case"},
	} {
		a := r.do(x.request)
		p := r.problem(a, x.status)
		if p.kind() != x.kind {
			t.Errorf("%s: %s", what, a.body)
		}
		if strings.Contains(p.Title+p.Detail+p.Type, "planted") {
			t.Errorf("%s: the problem repeats the request: %s", what, a.body)
		}
	}
	if allow := r.do(r.request("/v1/services", "", nil)).Header.Get("Allow"); allow != "" {
		t.Errorf("an answer says which methods are allowed: %s", allow)
	}
	if allow := r.do(r.request("/v1/evaluate", "", nil)).Header.Get("Allow"); allow != "POST" {
		t.Errorf("the methods of evaluate are %q", allow)
	}
}

// endless is a case without an end.
type endless struct{ begun bool }

// Read reads more of the case.
func (e *endless) Read(p []byte) (int, error) {
	if !e.begun {
		e.begun = true
		return copy(p, `{"as_of": "`), nil
	}
	for i := range p {
		p[i] = 'x'
	}
	return len(p), nil
}

func TestAnEndlessCaseIsRefused(t *testing.T) {
	r := start(t)
	for _, path := range postPaths {
		request := r.request(path, "application/json", []byte{})
		request.Body, request.ContentLength = io.NopCloser(&endless{}), -1
		if p := r.problem(r.do(request), http.StatusRequestEntityTooLarge); p.kind() != "too-large" {
			t.Errorf("%s: %+v", path, p)
		}
	}
}

// TestPlantedTextIsInNoLogNoMetricAndNoError plants a word wherever a case can say something, in sound cases and in faulty ones,
// and posts them to every endpoint. The word may come back in the answer to whoever posted it, and nowhere else.
func TestPlantedTextIsInNoLogNoMetricAndNoError(t *testing.T) {
	r := start(t)
	const planted = "zebrafinch"
	texts := []string{
		`{"as_of": "2020-03-02T14:10", "policy": "bexley", "id": "` + planted + `"}`,
		`{"as_of": "2020-03-02T14:10", "policy": "` + planted + `"}`,
		`{"as_of": "` + planted + `"}`,
		`{"` + planted + `": 1, "as_of": "2020-03-02T14:10", "policy": "bexley"}`,
		`{"as_of": "2020-03-02T14:10", "policy": "bexley", "home": {"` + planted + `": "present"}}`,
		`{"as_of": "2020-03-02T14:10", "policy": "bexley", "home": {"domestic_abuse": "` + planted + `"}}`,
		`{"as_of": "2020-03-02T14:10", "policy": "bexley", "children": {"` + planted + `": {}, "6": {}}}`,
		`{"as_of": "2020-03-02T14:10", "policy": "bexley", "judgement": {"level": 3, "by": "` + planted + `", "reason": "a"}}`,
		`{"as_of": "2020-03-02T14:10", "policy": "bexley", "judgement": {"level": 9, "by": "a", "reason": "` + planted + `"}}`,
		`{"as_of": "2020-03-02T14:10", "policy": "bexley", "home": {"domestic_abuse": "present"},
			"evidence": {"home.domestic_abuse": [{"source": "` + planted + `", "note": "` + planted + `"}]}}`,
		`{"as_of": "2020-03-02T14:10" ` + planted,
		planted,
	}
	back := false
	for _, text := range texts {
		for _, path := range postPaths {
			for _, request := range []*http.Request{
				r.request(path, "application/json", []byte(text)),
				r.request(path, "application/yaml", []byte(text)),
				r.request(path, "application/json", []byte(text), "Windscreen-Child", planted),
				r.request(path, planted+"/"+planted, []byte(text)),
			} {
				a := r.do(request)
				back = back || bytes.Contains(a.body, []byte(planted))
				if a.StatusCode >= http.StatusInternalServerError {
					t.Errorf("%s, %s: %s", path, text, a.Status)
				}
				for name, values := range a.Header {
					if strings.Contains(name+strings.Join(values, " "), planted) {
						t.Errorf("%s, %s: the header %s holds it", path, text, name)
					}
				}
				if a.StatusCode == http.StatusOK {
					continue
				}
				if p := r.problem(a, a.StatusCode); strings.Contains(p.Title+p.Detail+p.Type, planted) {
					t.Errorf("%s, %s: the problem holds it outside its diagnostics: %s", path, text, a.body)
				}
			}
		}
	}
	if !back {
		t.Error("no answer repeats it: the cases plant nothing")
	}
	r.get("/v1/policies?" + planted + "=" + planted)
	r.get("/v1/" + planted)
	for what, text := range map[string]string{"the log": r.log.String(), "the metrics": string(r.get("/metrics").body)} {
		if len(text) == 0 || strings.Contains(text, planted) {
			t.Errorf("%s (%d bytes) holds it", what, len(text))
		}
	}
}

// TestNoParameterOfAURLIsPartOfACase: of what a URL can hold, only the policy has to do with a case.
func TestNoParameterOfAURLIsPartOfACase(t *testing.T) {
	c := described(t)
	known := map[string]bool{"policy": true, "size": true, "limit": true, "level": true, "reader": true,
		"not_commenced": true, "kind": true, "copy_for": true}
	for path, item := range c.doc.Paths.Map() {
		for _, of := range item.Operations() {
			for _, p := range of.Parameters {
				if p.Value.In != "header" && !known[p.Value.Name] {
					t.Errorf("%s takes %s in its URL", path, p.Value.Name)
				}
			}
		}
	}
}
