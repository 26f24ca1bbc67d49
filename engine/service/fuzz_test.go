package service_test

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"testing"

	"windscreen/engine/service"
)

// fuzz posts any body to an endpoint, as JSON and as YAML. Whatever it is, it gets an answer in JSON: one that is valid, or a problem
// that is the client's.
func fuzz(f *testing.F, path string) {
	r, err := shippedRules()
	if err != nil {
		f.Fatal(err)
	}
	api, err := service.New(r)
	if err != nil {
		f.Fatal(err)
	}
	s := service.NewServer(service.Options{})
	s.Handle("/v1/", api)
	for _, text := range []string{thin, "", "{", "[]", "null", `{"as_of": "2020-03-02T14:10", "x": 1}`,
		"as_of: 2020-03-02T14:10\npolicy: essex\n",
		`{"as_of": "2020-03-02T14:10", "policy": "bexley", "children": {"1": {"child": {"age": 4}}, "2": {}}}`,
		`{"as_of": "2020-03-02T14:10", "policy": "bexley", "home": {"domestic_abuse": {"at_least": "present"}}}`} {
		f.Add([]byte(text), "")
		f.Add([]byte(text), "2")
	}
	f.Fuzz(func(t *testing.T, body []byte, child string) {
		for _, media := range []string{"application/json", "application/yaml"} {
			request := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "http://localhost"+path, bytes.NewReader(body))
			request.Header.Set("Content-Type", media)
			if child != "" {
				request.Header.Set("Windscreen-Child", child)
			}
			w := httptest.NewRecorder()
			s.ServeHTTP(w, request)
			if w.Code >= http.StatusInternalServerError || !json.Valid(w.Body.Bytes()) {
				t.Fatalf("%s: %d %s", media, w.Code, w.Body)
			}
			if w.Code != http.StatusOK && w.Header().Get("Content-Type") != "application/problem+json" {
				t.Fatalf("%s: %d, %s", media, w.Code, w.Header().Get("Content-Type"))
			}
		}
	})
}

func FuzzValidate(f *testing.F)  { fuzz(f, "/v1/validate") }
func FuzzEvaluate(f *testing.F)  { fuzz(f, "/v1/evaluate") }
func FuzzVerdict(f *testing.F)   { fuzz(f, "/v1/evaluate?size=verdict") }
func FuzzQuestions(f *testing.F) { fuzz(f, "/v1/questions") }
func FuzzWhyNot(f *testing.F)    { fuzz(f, "/v1/why-not") }
func FuzzCompare(f *testing.F)   { fuzz(f, "/v1/compare") }
func FuzzServices(f *testing.F)  { fuzz(f, "/v1/services") }
