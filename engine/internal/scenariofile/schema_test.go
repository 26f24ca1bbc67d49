package scenariofile_test

import (
	"encoding/json"
	"testing"

	"github.com/google/jsonschema-go/jsonschema"

	"windscreen/engine/internal/scenariofile"
)

func TestTheSchemaTakesASoundFileAndRefusesAFaultyOne(t *testing.T) {
	schema, err := scenariofile.Schema().Resolve(nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(decoded(t, read(t, "met.json").Data)); err != nil {
		t.Error(err)
	}
	for name, text := range map[string]string{
		"no scenarios":        `{"policy": "made-up"}`,
		"an unknown key":      `{"scenarios": [{"name": "One", "expect": {"levels": 1}}]}`,
		"a level in quotes":   `{"scenarios": [{"name": "One", "expect": {"level": "1"}}]}`,
		"a list that is text": `{"scenarios": [{"name": "One", "expect": {"rules": {"hold": "a"}}}]}`,
		"an agreement of an action": `{"scenarios": [{"name": "One",
			"expect": {"escalations": {"due": [{"id": "a", "agreement": "perhaps"}]}}}]}`,
		"an action without its id": `{"scenarios": [{"name": "One", "expect": {"escalations": {"due": [{"first": true}]}}}]}`,
		"something said of what is not due": `{"scenarios": [{"name": "One",
			"expect": {"escalations": {"not": [{"id": "a", "first": true}]}}}]}`,
		"a matrix of a word": `{"scenarios": [{"name": "One", "matrix": {"policy": "some"}, "expect": {"level": 1}}]}`,
		"a missing clause":   `{"scenarios": [{"name": "One", "expect": {"deadlines": [{"at": "2020-03-02T14:10"}]}}]}`,
	} {
		if schema.Validate(decoded(t, []byte(text))) == nil {
			t.Errorf("%s: taken for sound", name)
		}
	}
}

// TestEveryKeyOfTheSchemaIsDescribed keeps editors useful.
func TestEveryKeyOfTheSchemaIsDescribed(t *testing.T) {
	var visit func(path string, s *jsonschema.Schema)
	visit = func(path string, s *jsonschema.Schema) {
		if s == nil {
			return
		}
		for key, property := range s.Properties {
			if property.Description == "" {
				t.Errorf("%s.%s has no description", path, key)
			}
			visit(path+"."+key, property)
		}
		visit(path+"[]", s.Items)
		for _, one := range s.AnyOf {
			visit(path, one)
		}
		visit(path+".*", s.AdditionalProperties)
	}
	visit("file", scenariofile.Schema())
}

func decoded(t *testing.T, data []byte) any {
	t.Helper()
	var v any
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	return v
}
