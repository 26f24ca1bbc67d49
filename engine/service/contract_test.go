package service_test

import (
	"bytes"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"
	"github.com/getkin/kin-openapi/routers/legacy"
)

// contract holds a running service against its own description.
type contract struct {
	*running
	doc    *openapi3.T
	router routers.Router
	// called are the operations that were called, and the statuses that came of each.
	called map[string][]int
}

// described starts the service and reads its description.
func described(t *testing.T) *contract {
	t.Helper()
	c := &contract{running: start(t), called: map[string][]int{}}
	var err error
	if c.doc, err = openapi3.NewLoader().LoadFromData(c.get("/v1/openapi.json").body); err != nil {
		t.Fatal(err)
	}
	if err := c.doc.Validate(t.Context(), openapi3.AllowExtraSiblingFields("description")); err != nil {
		t.Fatalf("the description is not sound: %v", err)
	}
	c.doc.Servers = openapi3.Servers{{URL: c.url}}
	if c.router, err = legacy.NewRouter(c.doc); err != nil {
		t.Fatal(err)
	}
	return c
}

// holds sends a request and holds the answer against the description.
func (c *contract) holds(request *http.Request) answer {
	c.Helper()
	route, parameters, err := c.router.FindRoute(request)
	if err != nil {
		c.Fatalf("%s %s: %v", request.Method, request.URL, err)
	}
	a := c.do(request)
	in := &openapi3filter.RequestValidationInput{Request: request, PathParams: parameters, Route: route}
	out := &openapi3filter.ResponseValidationInput{RequestValidationInput: in, Status: a.StatusCode, Header: a.Header,
		Body: io.NopCloser(bytes.NewReader(a.body)), Options: &openapi3filter.Options{IncludeResponseStatus: true}}
	if err := openapi3filter.ValidateResponse(c.Context(), out); err != nil {
		c.Errorf("%s %s, %d: %.2000s", request.Method, request.URL.Path, a.StatusCode, err)
	}
	c.called[route.Operation.OperationID] = append(c.called[route.Operation.OperationID], a.StatusCode)
	return a
}

// TestTheRunningServiceIsWhatItsDescriptionSays calls every operation, with every case to try and with what it refuses, and
// holds each answer against the schema that the description has for its status.
func TestTheRunningServiceIsWhatItsDescriptionSays(t *testing.T) {
	c := described(t)
	for _, path := range []string{"/v1/policies", "/v1/vocabulary", "/v1/vocabulary?policy=essex", "/v1/vocabulary?policy=nowhere",
		"/v1/services", "/v1/services?policy=bexley-2020", "/v1/services?unknown=1", "/v1/schemas/case", "/v1/schemas/verdict",
		"/v1/schemas/nothing", "/healthz", "/readyz", "/metrics"} {
		c.holds(c.request(path, "", nil))
	}
	posts := []string{"/v1/validate", "/v1/evaluate", "/v1/evaluate?size=full", "/v1/evaluate?size=verdict",
		"/v1/evaluate?reader=front_door&policy=essex", "/v1/questions", "/v1/questions?limit=0",
		"/v1/why-not", "/v1/why-not?level=4",
		"/v1/compare", "/v1/compare?policy=essex&policy=bexley-2020", "/v1/services"}
	names := []string{"quiet-family.yaml"}
	if !testing.Short() {
		names = append(names, "family-of-twins.yaml", "family-with-a-judgement.yaml", "mark-after-chastisement.yaml")
	}
	for _, path := range posts {
		for _, name := range names {
			if a := c.holds(c.request(path, "application/yaml", sample(t, name))); a.StatusCode != http.StatusOK {
				t.Errorf("%s, %s: %d %.500s", path, name, a.StatusCode, a.body)
			}
		}
		if testing.Short() && path != "/v1/evaluate" {
			continue // the validator compiles a schema for each answer, which takes its time
		}
		if !strings.HasPrefix(path, "/v1/validate") {
			twins := sample(t, "family-of-twins.yaml")
			if a := c.holds(c.request(path, "application/yaml", twins, "Windscreen-Child", "twin%201")); a.StatusCode != http.StatusOK {
				t.Errorf("%s, one child: %d %.500s", path, a.StatusCode, a.body)
			}
			c.holds(c.request(path, "application/yaml", twins, "Windscreen-Child", "nobody"))
			c.holds(c.request(path, "application/yaml", sample(t, "quiet-family.yaml"), "Windscreen-Child", "%zz"))
		}
		c.holds(c.request(path, "application/json", []byte(`{"as_of": "2020-03-02T14:10", "policy": "bexley"}`)))
		c.holds(c.request(path, "application/json", []byte(`{"as_of": "2020-03-02T14:10", "unknown": 1}`)))
		c.holds(c.request(path, "application/json", []byte(`{`)))
		c.holds(c.request(path, "application/json", []byte{}))
		c.holds(c.request(path, "text/plain", []byte("a case")))
		c.holds(c.request(path, "application/json", bytes.Repeat([]byte(" "), 2<<20)))
		c.holds(c.request(path, "application/json", bytes.Repeat([]byte(" "), 4<<20)))
		c.holds(c.request(path, "application/json", []byte("{}"), "Origin", "http://elsewhere.example"))
	}
	for path, item := range c.doc.Paths.Map() {
		for method, of := range item.Operations() {
			for status, answer := range of.Responses.Map() {
				if answer.Value.Headers["Request-Id"] == nil && !strings.HasPrefix(path, "/v1/openapi") {
					t.Errorf("%s %s, %s has no Request-Id in the description", method, path, status)
				}
			}
			if !slices.Contains(c.called[of.OperationID], http.StatusOK) {
				t.Errorf("%s %s was never answered", method, path)
			}
		}
	}
}
