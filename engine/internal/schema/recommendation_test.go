package schema_test

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/google/jsonschema-go/jsonschema"

	"windscreen/engine/internal/schema"
	"windscreen/engine/page"
	"windscreen/engine/recommendation"
)

func TestTheSchemaOfARecommendationHasAllOfItAndNoNullLists(t *testing.T) {
	s, err := schema.Recommendation()
	if err != nil {
		t.Fatal(err)
	}
	data, err := schema.Encode(s)
	if err != nil {
		t.Fatal(err)
	}
	var published jsonschema.Schema
	if err := json.Unmarshal(data, &published); err != nil {
		t.Fatal(err)
	}
	all, err := json.Marshal(page.One{Recommendation: &recommendation.Recommendation{}})
	if err != nil {
		t.Fatal(err)
	}
	var fields map[string]any
	if err := json.Unmarshal(all, &fields); err != nil {
		t.Fatal(err)
	}
	for name := range fields {
		if !slices.Contains(published.Required, name) {
			t.Errorf("%s is not required", name)
		}
	}
	grounds := published.Properties["grounds"]
	if grounds.Type != "array" {
		t.Errorf("grounds may be %q %q", grounds.Type, grounds.Types)
	}
	if state := grounds.Items.Properties["state"]; !slices.Contains(state.Enum, any("possible")) {
		t.Errorf("the state of a ground is one of %v", state.Enum)
	}
	if judgement := published.Properties["judgement"]; !slices.Contains(judgement.Types, "null") {
		t.Errorf("judgement may be %q only, but a case need not record one", judgement.Types)
	}
}

func TestEncodeRefusesASchemaThatPointsNowhere(t *testing.T) {
	if _, err := schema.Encode(&jsonschema.Schema{Ref: "#/$defs/nowhere"}); err == nil {
		t.Error("there is no error")
	}
}
