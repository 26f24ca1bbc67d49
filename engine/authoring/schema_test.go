package authoring_test

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"

	"github.com/google/jsonschema-go/jsonschema"
	"gopkg.in/yaml.v3"

	"windscreen/engine/authoring"
	"windscreen/engine/render"
	"windscreen/rules"
)

// resolved is a schema as published, ready to validate with.
func resolved(t *testing.T, data []byte, err error) *jsonschema.Resolved {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	var s jsonschema.Schema
	if err := json.Unmarshal(data, &s); err != nil {
		t.Fatal(err)
	}
	if s.Schema != "https://json-schema.org/draft/2020-12/schema" {
		t.Errorf("the schema is of the draft %q", s.Schema)
	}
	r, err := s.Resolve(nil)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func schemaOf(t *testing.T, kind authoring.SchemaKind) *jsonschema.Resolved {
	t.Helper()
	data, err := authoring.Schema(kind)
	return resolved(t, data, err)
}

// plain is a YAML file as an editor's language server hands it to a schema: by the
// core schema of YAML 1.2, in which a date is text.
func plain(t *testing.T, data []byte) any {
	t.Helper()
	var doc yaml.Node
	if err := yaml.Unmarshal(data, &doc); err != nil {
		t.Fatal(err)
	}
	return plainNode(t, doc.Content[0])
}

func plainNode(t *testing.T, n *yaml.Node) any {
	switch n.Kind {
	case yaml.MappingNode:
		m := map[string]any{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			m[n.Content[i].Value] = plainNode(t, n.Content[i+1])
		}
		return m
	case yaml.SequenceNode:
		list := []any{}
		for _, c := range n.Content {
			list = append(list, plainNode(t, c))
		}
		return list
	}
	switch n.Tag {
	case "!!int", "!!float", "!!bool", "!!null":
		var v any
		if err := n.Decode(&v); err != nil {
			t.Fatal(err)
		}
		return v
	}
	return n.Value
}

func TestShippedCasesMeetTheSchemaOfACaseAndTheirAnswersThatOfARecommendation(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes long, and runs on one goroutine")
	}
	root, e := shippedRoot(t), shippedEngine(t)
	data, err := root.CaseSchema()
	ofCase := resolved(t, data, err)
	ofAnswer, ofFamily := schemaOf(t, authoring.RecommendationSchema), schemaOf(t, authoring.FamilySchema)
	cases := map[string]string{"made-up.yaml": `
policy: bexley-2020
id: demo-017
as_of: 2020-03-02T14:10:00Z
child: {age: 6}
home: {domestic_abuse: {at_least: present}, child_present: yes}
explored: [home, health]
evidence:
  home.domestic_abuse:
    - {value: serious, source: police, on: 2020-02-28, note: Made up}
consent: {asked: asked, given: refused, by: [mother]}
judgement: {level: 4, by: team manager, reason: Made up}
`}
	folder := os.DirFS("../../fixtures/cases")
	names, err := fs.Glob(folder, "*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		data, err := fs.ReadFile(folder, name)
		if err != nil {
			t.Fatal(err)
		}
		cases[name] = string(data)
	}
	for name, text := range cases {
		t.Run(name, func(t *testing.T) {
			if err := ofCase.Validate(plain(t, []byte(text))); err != nil {
				t.Errorf("the case: %v", err)
			}
			c, err := e.ReadCase(name, []byte(text))
			if err != nil {
				t.Fatal(err)
			}
			r, err := e.EvaluateFamily(c)
			if err != nil {
				t.Fatal(err)
			}
			meets := func(of *jsonschema.Resolved, child string) {
				for _, f := range []render.Format{render.JSON, render.YAML} {
					for _, full := range []bool{false, true} {
						var b bytes.Buffer
						named := []render.Named{{Answer: r, Child: child}}
						if err := render.Families(&b, f, named, render.Options{Full: full}); err != nil {
							t.Fatal(err)
						}
						if err := of.Validate(plain(t, b.Bytes())); err != nil {
							t.Errorf("the answer for %q as %s, in full %t: %v", child, f, full, err)
						}
					}
				}
			}
			if len(c.Children()) == 0 {
				meets(ofAnswer, "")
				return
			}
			meets(ofFamily, "")
			for _, child := range r.Children {
				meets(ofAnswer, child.Child)
			}
		})
	}
}

func TestShippedRulesMeetTheirSchemas(t *testing.T) {
	schemas := map[authoring.SchemaKind]*jsonschema.Resolved{}
	for _, kind := range []authoring.SchemaKind{
		authoring.PolicySchema, authoring.ClausesSchema, authoring.VocabularySchema, authoring.FrequenciesSchema, authoring.RulesSchema,
	} {
		schemas[kind] = schemaOf(t, kind)
	}
	seen := map[authoring.SchemaKind]int{}
	err := fs.WalkDir(rules.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) != ".yaml" {
			return err
		}
		data, err := fs.ReadFile(rules.FS, name)
		if err != nil {
			return err
		}
		kind := authoring.RulesSchema
		switch {
		case strings.HasPrefix(name, "vocabulary/"):
			kind = authoring.VocabularySchema
		case strings.HasPrefix(name, "frequencies/"):
			kind = authoring.FrequenciesSchema
		case path.Base(name) == "policy.yaml":
			kind = authoring.PolicySchema
		case path.Base(name) == "clauses.yaml" || path.Base(path.Dir(name)) == "clauses":
			kind = authoring.ClausesSchema
		}
		seen[kind]++
		file := plain(t, data)
		if err := schemas[kind].Validate(file); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		keys, ok := file.(map[string]any)
		if !ok {
			t.Fatalf("%s is no mapping", name)
		}
		keys["misspelt"] = true
		if schemas[kind].Validate(file) == nil {
			t.Errorf("%s: a misspelt key is accepted", name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(seen) != len(schemas) {
		t.Errorf("files of these kinds only: %v", seen)
	}
}

func TestScenariosMeetTheirSchema(t *testing.T) {
	s := schemaOf(t, authoring.ScenarioSchema)
	const sound = `
policy: bexley-2020
scenarios:
  - name: A made-up scenario
    case: {as_of: 2020-03-02T14:10:00Z, child: {age: 6}}
    expect: {level: 1, settled: false}
`
	if err := s.Validate(plain(t, []byte(sound))); err != nil {
		t.Error(err)
	}
	if s.Validate(plain(t, []byte(strings.Replace(sound, "expect:", "expects:", 1)))) == nil {
		t.Error("a misspelt key is accepted")
	}
}

func TestThereIsNoSchemaOfAnUnknownKind(t *testing.T) {
	if _, err := authoring.Schema("levels"); err == nil || !strings.Contains(err.Error(), "levels") {
		t.Errorf("the error is %v", err)
	}
}

func TestSchemasAreTheSameEveryTime(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes long, and runs on one goroutine")
	}
	for _, kind := range []authoring.SchemaKind{authoring.RecommendationSchema, authoring.FamilySchema, authoring.CopySchema,
		authoring.ScenarioSchema, authoring.PicksSchema, authoring.LeftSchema, authoring.PolicySchema, authoring.ClausesSchema,
		authoring.VocabularySchema, authoring.FrequenciesSchema, authoring.RulesSchema} {
		first, err := authoring.Schema(kind)
		if err != nil {
			t.Fatal(err)
		}
		second, err := authoring.Schema(kind)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(first, second) {
			t.Errorf("two runs of %s differ", kind)
		}
	}
}
