package schema_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"windscreen/engine"
	"windscreen/engine/internal/schema"
	"windscreen/engine/render"
	"windscreen/rules"
)

// TestTheSchemaOfAFamilyAcceptsAnAnswerAndNoOther: what is rendered for a made-up family is as the
// schema says, and is not once a part of it is missing.
func TestTheSchemaOfAFamilyAcceptsAnAnswerAndNoOther(t *testing.T) {
	e, err := engine.Open(rules.FS)
	if err != nil {
		t.Fatal(err)
	}
	c, err := e.ReadCase("case.yaml", []byte(`
policy: bexley-2020
as_of: 2020-03-02T14:10
home: {domestic_abuse: serious}
children:
  baby: {child: {age: {months: 4}}, home: {child_present: true}, judgement: {level: 4, by: team manager, reason: Made up}}
  "8": {child: {age: 8}, explored: all}
`))
	if err != nil {
		t.Fatal(err)
	}
	answer, err := e.EvaluateFamily(c)
	if err != nil {
		t.Fatal(err)
	}
	var text bytes.Buffer
	if err := render.Family(&text, render.JSON, answer, render.Options{Full: true}); err != nil {
		t.Fatal(err)
	}
	s, err := schema.Family()
	if err != nil {
		t.Fatal(err)
	}
	resolved, err := s.Resolve(nil)
	if err != nil {
		t.Fatal(err)
	}
	var value struct {
		Format   int              `json:"format"`
		Page     map[string]any   `json:"page"`
		Family   map[string]any   `json:"family"`
		Children []map[string]any `json:"children"`
	}
	if err := json.Unmarshal(text.Bytes(), &value); err != nil || len(value.Children) != 2 {
		t.Fatal(err, len(value.Children))
	}
	valid := func() error {
		data, err := json.Marshal(value)
		if err != nil {
			t.Fatal(err)
		}
		var again any
		if err := json.Unmarshal(data, &again); err != nil {
			t.Fatal(err)
		}
		return resolved.Validate(again)
	}
	if err := valid(); err != nil {
		t.Errorf("the schema refuses the answer: %v", err)
	}
	child := value.Children[0]
	for _, key := range []string{"child", "level", "clauses"} {
		had := child[key]
		delete(child, key)
		if valid() == nil {
			t.Errorf("the schema accepts a child without %s", key)
		}
		child[key] = had
	}
	delete(value.Family, "telling")
	if valid() == nil {
		t.Error("the schema accepts a page that does not say whether to tell the family")
	}
}
