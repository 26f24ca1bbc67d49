package schema_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"sync"
	"testing"

	"github.com/google/jsonschema-go/jsonschema"

	"windscreen/engine"
	"windscreen/engine/family"
	"windscreen/engine/internal/schema"
	"windscreen/engine/render"
	"windscreen/rules"
)

// madeUp is the answer on a made-up family of two.
func madeUp(t *testing.T) *family.Answer {
	t.Helper()
	return answerOn(t, `
policy: bexley-2020
as_of: 2020-03-02T14:10
home: {domestic_abuse: serious}
children:
  baby: {child: {age: {months: 4}}, home: {child_present: true}, judgement: {level: 4, by: team manager, reason: Made up}}
  "8": {child: {age: 8}, explored: all}
`)
}

// quietFamily is the answer on a family of two who may be told.
func quietFamily(t *testing.T) *family.Answer {
	t.Helper()
	return answerOn(t, `
policy: bexley-2020
as_of: 2020-03-02T14:10
consent: {seeking_raises_risk: false, keep_from: [], told: [mother, father]}
children:
  "6": {child: {age: 6}, explored: all}
  "8": {child: {age: 8}, explored: all}
`)
}

// openShipped opens the shipped rules, once for all tests.
var openShipped = sync.OnceValues(func() (*engine.Engine, error) { return engine.Open(rules.FS) })

// answerOn is the answer on a case under the shipped rules.
func answerOn(t *testing.T, text string) *family.Answer {
	t.Helper()
	e, err := openShipped()
	if err != nil {
		t.Fatal(err)
	}
	c, err := e.ReadCase("case.yaml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	answer, err := e.EvaluateFamily(c)
	if err != nil {
		t.Fatal(err)
	}
	return answer
}

// valid is what a schema says of a value.
func valid(t *testing.T, published func() (*jsonschema.Schema, error)) func(value any) error {
	t.Helper()
	s, err := published()
	if err != nil {
		t.Fatal(err)
	}
	resolved, err := s.Resolve(nil)
	if err != nil {
		t.Fatal(err)
	}
	return resolved.Validate
}

// rendered is what JSON holds of one child of an answer, or of all where no child is named.
func rendered(t *testing.T, answer *family.Answer, child string, full bool) map[string]any {
	t.Helper()
	var text bytes.Buffer
	if err := render.Families(&text, render.JSON, []render.Named{{Answer: answer, Child: child}}, render.Options{Full: full}); err != nil {
		t.Fatal(err)
	}
	var value map[string]any
	if err := json.Unmarshal(text.Bytes(), &value); err != nil {
		t.Fatal(err)
	}
	return value
}

// TestTheSchemaOfAFamilyAcceptsAnAnswerAndNoOther: what is rendered for a made-up family is as the
// schema says, brief and whole, and is not once a part of it is missing.
func TestTheSchemaOfAFamilyAcceptsAnAnswerAndNoOther(t *testing.T) {
	answer, check := madeUp(t), valid(t, schema.Family)
	for _, full := range []bool{false, true} {
		t.Run(fmt.Sprintf("full is %t", full), func(t *testing.T) {
			value := rendered(t, answer, "", full)
			if err := check(value); err != nil {
				t.Fatalf("the schema refuses the answer: %v", err)
			}
			one, behind := "left_out", []string{"questions"}
			if full {
				one, behind = "family", []string{"telling"}
			}
			missing(t, check, value, value, "format", "page", "children", one)
			missing(t, check, value, within(t, value, one), behind...)
			missing(t, check, value, within(t, value, "page"), "head", "steps", "foot")
			list, ok := value["children"].([]any)
			if !ok || len(list) != 2 {
				t.Fatalf("the children are %v", value["children"])
			}
			child, ok := list[0].(map[string]any)
			if !ok {
				t.Fatalf("a child is %v", list[0])
			}
			missing(t, check, value, child, "child", "level", "clauses")
		})
	}
}

// TestTheSchemaOfARecommendationAcceptsTheAnswerForOneChildOfSeveral, which says which child it is for.
func TestTheSchemaOfARecommendationAcceptsTheAnswerForOneChildOfSeveral(t *testing.T) {
	answer, check := madeUp(t), valid(t, schema.Recommendation)
	for _, full := range []bool{false, true} {
		value := rendered(t, answer, "baby", full)
		if err := check(value); err != nil {
			t.Errorf("full is %t: the schema refuses the answer: %v", full, err)
			continue
		}
		if _, there := value["left_out"]; there == full {
			t.Errorf("full is %t: that something is left out is %t", full, there)
		}
		missing(t, check, value, value, "format", "page", "level", "child", "one_of", "otherwise")
		value["format"] = 1
		if check(value) == nil {
			t.Error("the schema accepts another format")
		}
	}
}

// within is what stands under a key.
func within(t *testing.T, value map[string]any, key string) map[string]any {
	t.Helper()
	m, ok := value[key].(map[string]any)
	if !ok {
		t.Fatalf("%s is %v", key, value[key])
	}
	return m
}

// missing takes each key from a part of a value in turn, which the schema must not accept.
func missing(t *testing.T, check func(any) error, value, part map[string]any, keys ...string) {
	t.Helper()
	for _, key := range keys {
		had, there := part[key]
		if !there {
			t.Errorf("there is no %s", key)
			continue
		}
		delete(part, key)
		if check(value) == nil {
			t.Errorf("the schema accepts an answer without %s", key)
		}
		part[key] = had
	}
}
