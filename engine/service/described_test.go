package service_test

import (
	"encoding/json"
	"maps"
	"net/http"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/typedoc"
	"windscreen/engine/internal/web"
)

// components are the schemas in the description.
func components(t *testing.T) map[string]any {
	t.Helper()
	var doc struct {
		Components struct {
			Schemas map[string]any `json:"schemas"`
		} `json:"components"`
	}
	if err := json.Unmarshal(start(t).get("/v1/openapi.json").body, &doc); err != nil {
		t.Fatal(err)
	}
	return doc.Components.Schemas
}

// properties calls each for every property within a schema, with its place.
func properties(at string, schema any, each func(at string, of map[string]any)) {
	switch schema := schema.(type) {
	case []any:
		for _, s := range schema {
			properties(at, s, each)
		}
	case map[string]any:
		for key, s := range schema {
			inner, isObject := s.(map[string]any)
			if key != "properties" || !isObject {
				properties(at, s, each)
				continue
			}
			for name, p := range inner {
				if of, isObject := p.(map[string]any); isObject {
					each(at+"."+name, of)
				}
				properties(at+"."+name, p, each)
			}
		}
	}
}

func TestEveryPropertyOfEveryAnswerIsDescribed(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes long, and runs on one goroutine")
	}
	seen := 0
	for name, schema := range components(t) {
		if name == "Schema" || name == "Case" || strings.HasPrefix(name, "CaseDef.") || strings.HasPrefix(name, "CaseKey.") {
			continue // the facts of a case are described by the vocabulary
		}
		properties(name, schema, func(at string, of map[string]any) {
			seen++
			if text, _ := of["description"].(string); len(strings.Fields(text)) < 2 {
				t.Errorf("%s has no description", at)
			}
			if closed, there := of["additionalProperties"]; there && reflect.DeepEqual(closed, map[string]any{"not": map[string]any{}}) {
				t.Errorf("%s takes no more properties, so that none could be added later", at)
			}
		})
	}
	if seen < 300 {
		t.Errorf("only %d properties: is this looking in the right place?", seen)
	}
}

func TestAnswersShareTheSchemasOfWhatTheyHold(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes long, and runs on one goroutine")
	}
	schemas := components(t)
	for _, name := range []string{"Level", "Clause", "Fact", "Contact", "Due", "Diagnostic"} {
		if schemas[name] == nil {
			t.Errorf("there is no schema called %s among %v", name, slices.Sorted(maps.Keys(schemas)))
		}
	}
	for _, name := range []string{"Recommendation", "Family", "Verdict", "Questions", "WhyNot", "Comparison", "Services", "Directory",
		"Facts", "Policies", "Validation"} {
		of, isObject := schemas[name].(map[string]any)
		if !isObject {
			t.Fatalf("there is no schema called %s", name)
		}
		found, _ := of["properties"].(map[string]any)
		format, _ := found["format"].(map[string]any)
		if format["const"] == nil {
			t.Errorf("%s does not say in which version of its format it is", name)
		}
	}
}

func TestEveryCodeIsListedWithItsMeaning(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes long, and runs on one goroutine")
	}
	schemas := components(t)
	listed := func(schema, property string) (enum []string, text string) {
		t.Helper()
		of, _ := schemas[schema].(map[string]any)
		found, _ := of["properties"].(map[string]any)
		p, _ := found[property].(map[string]any)
		words, _ := p["enum"].([]any)
		for _, w := range words {
			if word, isText := w.(string); isText {
				enum = append(enum, word)
			}
		}
		text, _ = p["description"].(string)
		return enum, text
	}
	types, text := listed("Problem", "type")
	for _, c := range typedoc.Codes(reflect.TypeFor[web.Kind]()) {
		if of := web.Kind(c.Code).Type(); !slices.Contains(types, of) || !strings.Contains(text, of+": "+c.Means) || c.Means == "" {
			t.Errorf("%s is not listed with what it means", of)
		}
	}
	codes, text := listed("Diagnostic", "code")
	for _, c := range typedoc.Codes(reflect.TypeFor[diagnostic.Code]()) {
		if !slices.Contains(codes, c.Code) || !strings.Contains(text, c.Code+": "+c.Means) || c.Means == "" {
			t.Errorf("%s is not listed with what it means", c.Code)
		}
	}
}

// TestAFaultLeadsToWhereItIs: a program sends a case on one line, so a line and a column lead to no field of a form.
func TestAFaultLeadsToWhereItIs(t *testing.T) {
	r := start(t)
	for what, x := range map[string]struct{ body, pointer string }{
		"a fact that is none": {`{"as_of": "2020-03-02T14:10", "policy": "bexley", "child": {"agee": 4}}`, "/child/agee"},
		"a fact of one child": {`{"as_of": "2020-03-02T14:10", "policy": "bexley", "children": {"a 1": {"home": {"x": 1}}}}`,
			"/children/a 1/home/x"},
		"a date that is none":   {`{"as_of": "yesterday", "policy": "bexley"}`, "/as_of"},
		"a policy that is none": {`{"as_of": "2020-03-02T14:10", "policy": "nowhere"}`, "/policy"},
		"no date":               {`{"policy": "bexley"}`, "/as_of"},
		"no children":           {`{"as_of": "2020-03-02T14:10", "policy": "bexley", "each": {"child": {"age": 4}}}`, "/children"},
		"what cannot both be true of one child": {`{"as_of": "2020-03-02T14:10", "policy": "bexley",
			"children": {"a": {}, "b": {"child": {"unborn": true, "age": 4}}}}`, "/children/b/child/unborn"},
		"a level that is none": {`{"as_of": "2020-03-02T14:10", "policy": "bexley",
			"children": {"a": {}, "b": {"judgement": {"level": 9, "by": "a", "reason": "b"}}}}`, "/children/b/judgement/level"},
		"no policy": {`{"as_of": "2020-03-02T14:10"}`, "/policy"},
		"a role in evidence": {`{"as_of": "2020-03-02T14:10", "policy": "bexley",
			"evidence": {"home.domestic_abuse": [{"value": "present", "source": "police"}, {"source": "020 7946 0000"}]}}`,
			"/evidence/home.domestic_abuse/1/source"},
	} {
		for _, path := range []string{"/v1/evaluate", "/v1/evaluate?size=verdict"} {
			p := r.problem(r.post(path, x.body), http.StatusUnprocessableEntity)
			if len(p.Diagnostics) == 0 || p.Diagnostics[0].Pointer != x.pointer {
				t.Errorf("%s, %s: %+v", what, path, p.Diagnostics)
			}
		}
	}
}

func TestAProblemNamesTheParameter(t *testing.T) {
	r := start(t)
	for path, want := range map[string]string{"/v1/evaluate?siz=brief": "siz", "/v1/evaluate?size=huge": "size",
		"/v1/evaluate?policy=nowhere": "policy", "/v1/evaluate?reader=nobody": "reader", "/v1/why-not?level=99": "level",
		"/v1/questions?limit=-1": "limit"} {
		if p := r.problem(r.post(path, thin), http.StatusUnprocessableEntity); p.Parameter != want || p.Detail == "" {
			t.Errorf("%s: %+v", path, p)
		}
	}
}

// TestTheDescriptionIsInTheWordsOfWhoeverCallsIt: no description has a name of Go, which means nothing to a caller. The names of
// schemas are there for callers to look up.
func TestTheDescriptionIsInTheWordsOfWhoeverCallsIt(t *testing.T) {
	var doc map[string]any
	if err := json.Unmarshal(start(t).get("/v1/openapi.json").body, &doc); err != nil {
		t.Fatal(err)
	}
	schemas := components(t)
	goWords := regexp.MustCompile(`\b(?:nil|struct|package [a-z]+|zero value)\b|\b\w+\.[A-Z]\w*|\b[A-Z][a-z0-9]+[A-Z]\w*`)
	seen := 0
	descriptions(doc, func(text string) {
		seen++
		for _, word := range goWords.FindAllString(text, -1) {
			if schemas[word] == nil {
				t.Errorf("%q means nothing to a caller: %s", word, text)
			}
		}
	})
	if seen < 500 {
		t.Errorf("only %d descriptions: is this looking in the right place?", seen)
	}
}

// descriptions calls each for every text for people in a description of an API.
func descriptions(value any, each func(text string)) {
	switch value := value.(type) {
	case []any:
		for _, of := range value {
			descriptions(of, each)
		}
	case map[string]any:
		for key, of := range value {
			if text, isText := of.(string); isText && (key == "description" || key == "summary") {
				each(text)
			}
			descriptions(of, each)
		}
	}
}
