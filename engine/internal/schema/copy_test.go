package schema_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"windscreen/engine/internal/pagetest"
	"windscreen/engine/internal/schema"
	"windscreen/engine/page"
	"windscreen/engine/render"
)

// TestTheSchemaOfACopyAcceptsACopyAndNoOther: the copy for a family that may be told, and no answer.
func TestTheSchemaOfACopyAcceptsACopyAndNoOther(t *testing.T) {
	answer, check := pagetest.Answered(quietFamily(t)), valid(t, schema.Copy)
	c, err := page.CopyOf(answer, "")
	if err != nil {
		t.Fatal(err)
	}
	var text bytes.Buffer
	if err := render.Copies(&text, render.JSON, []render.NamedCopy{{Copy: c}}, render.Options{}); err != nil {
		t.Fatal(err)
	}
	var value map[string]any
	if err := json.Unmarshal(text.Bytes(), &value); err != nil {
		t.Fatal(err)
	}
	if err := check(value); err != nil {
		t.Fatalf("the schema refuses the copy: %v", err)
	}
	missing(t, check, value, value, "format", "page")
	missing(t, check, value, within(t, value, "page"), "head", "steps", "foot")
	if check(rendered(t, answer, "", false)) == nil {
		t.Error("the schema accepts an answer")
	}
}
