package service

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// inText is a value as JSON.
func inText(t *testing.T, value any) string {
	t.Helper()
	data, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestPartsThatASchemaPointsToBecomeComponents(t *testing.T) {
	schemas := map[string]any{}
	err := component(schemas, "Case", []byte(`{"$schema": "x", "$defs": {"a.b": {"type": "string"}, "child": {"$ref": "#/properties/home"}},
		"properties": {"home": {"properties": {"pond": {"$ref": "#/$defs/a.b"}}}, "each": {"$ref": "#/$defs/child"},
		"same": {"anyOf": [{"$ref": "#/properties/home/properties/pond"}]}}}`))
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{
		"Case": `{"properties":{"each":{"$ref":"#/components/schemas/CaseDef.child"},"home":{"$ref":"#/components/schemas/CaseKey.home"},` +
			`"same":{"anyOf":[{"$ref":"#/components/schemas/CaseKey.home.pond"}]}}}`,
		"CaseDef.a.b":       `{"type":"string"}`,
		"CaseDef.child":     `{"$ref":"#/components/schemas/CaseKey.home"}`,
		"CaseKey.home":      `{"properties":{"pond":{"$ref":"#/components/schemas/CaseKey.home.pond"}}}`,
		"CaseKey.home.pond": `{"$ref":"#/components/schemas/CaseDef.a.b"}`,
	}
	got := map[string]string{}
	for name, of := range schemas {
		got[name] = inText(t, of)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestASchemaThatPointsNowhereIsNoComponent(t *testing.T) {
	for what, text := range map[string]string{
		"a part that is not there":    `{"properties": {"a": {"$ref": "#/properties/b"}}}`,
		"a part of what is not there": `{"properties": {"a": {"$ref": "#/nowhere/b"}}}`,
		"two parts of the same name": `{"properties": {"a.b": {}, "a": {"properties": {"b": {}}},
			"c": {"$ref": "#/properties/a.b"}, "d": {"$ref": "#/properties/a/properties/b"}}}`,
		"text that is no schema at all": `[]`,
	} {
		if err := component(map[string]any{}, "Case", []byte(text)); err == nil {
			t.Errorf("%s: there is no error", what)
		}
	}
}

func TestTheReadersAreNamedInTheDescription(t *testing.T) {
	doc := map[string]any{"paths": map[string]any{"/v1/evaluate": map[string]any{"post": map[string]any{"parameters": []any{
		map[string]any{"name": "reader", "schema": map[string]any{}}, map[string]any{"name": "size", "schema": map[string]any{}}}}}}}
	nameValues(doc, "reader", []string{"front_door"})
	if text := inText(t, doc); strings.Count(text, "front_door") != 1 {
		t.Error(text)
	}
	nameValues(map[string]any{}, "reader", nil) // a description without the endpoint stays as it is
}
