package authoring_test

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path"
	"testing"

	"github.com/google/jsonschema-go/jsonschema"

	"windscreen/engine/authoring"
	"windscreen/engine/page"
	"windscreen/engine/render"
)

// TestGoldenAnswersMeetOneSchemaAndNoOther: every answer and copy in JSON or YAML that render keeps as an
// example, brief or whole, is described by the schema of its kind and by no other, and is refused once a key
// is added anywhere at its top, on its page or in its head.
func TestGoldenAnswersMeetOneSchemaAndNoOther(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes long, and runs on one goroutine")
	}
	kinds := []authoring.SchemaKind{authoring.RecommendationSchema, authoring.FamilySchema, authoring.CopySchema}
	schemas := map[authoring.SchemaKind]*jsonschema.Resolved{}
	for _, k := range kinds {
		schemas[k] = schemaOf(t, k)
	}
	seen := map[authoring.SchemaKind]int{}
	folder := os.DirFS("../render/testdata")
	for pattern, kind := range map[string]authoring.SchemaKind{
		"recommendation/*.json": authoring.RecommendationSchema,
		"recommendation/*.yaml": authoring.RecommendationSchema,
		"family/child.*json":    authoring.RecommendationSchema,
		"family/three.*json":    authoring.FamilySchema,
		"family/three.*yaml":    authoring.FamilySchema,
		"copy/*.json":           authoring.CopySchema,
	} {
		names, err := fs.Glob(folder, pattern)
		if err != nil {
			t.Fatal(err)
		}
		if len(names) == 0 {
			t.Errorf("there is no %s", pattern)
		}
		for _, name := range names {
			seen[kind]++
			data, err := fs.ReadFile(folder, name)
			if err != nil {
				t.Fatal(err)
			}
			answer := plain(t, data)
			for _, k := range kinds {
				if err := schemas[k].Validate(answer); (err == nil) != (k == kind) {
					t.Errorf("%s, which is %s, against the schema of %s: %v", name, kind, k, err)
				}
			}
			for _, at := range [][]string{{}, {"page"}, {"page", "head"}} {
				part := keysAt(t, answer, at...)
				part["misspelt"] = true
				if schemas[kind].Validate(answer) == nil {
					t.Errorf("%s: another key at %q is accepted", name, path.Join(at...))
				}
				delete(part, "misspelt")
			}
		}
	}
	t.Logf("examples of each kind: %v", seen)
}

// keysAt is the mapping under some keys, one below the other.
func keysAt(t *testing.T, value any, keys ...string) map[string]any {
	t.Helper()
	m, ok := value.(map[string]any)
	if !ok {
		t.Fatalf("%v is no mapping", value)
	}
	if len(keys) == 0 {
		return m
	}
	return keysAt(t, m[keys[0]], keys[1:]...)
}

// TestCopiesOfShippedCasesMeetTheirSchema: for every case from which a copy may be handed out, for the family
// and for each child.
func TestCopiesOfShippedCasesMeetTheirSchema(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes long, and runs on one goroutine")
	}
	e := shippedEngine(t)
	ofCopy := schemaOf(t, authoring.CopySchema)
	names, err := fs.Glob(os.DirFS("../../fixtures/cases"), "*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	copies := 0
	for _, name := range names {
		data, err := os.ReadFile(path.Join("../../fixtures/cases", name))
		if err != nil {
			t.Fatal(err)
		}
		c, err := e.ReadCase(name, data)
		if err != nil {
			t.Fatal(err)
		}
		answer, err := e.EvaluateFamily(c)
		if err != nil {
			t.Fatal(err)
		}
		for _, child := range append([]string{""}, c.Children()...) {
			handed, err := page.CopyOf(answer, child)
			var withheld *page.Withheld
			if errors.As(err, &withheld) {
				continue
			}
			if err != nil {
				t.Fatal(err)
			}
			copies++
			for _, f := range []render.Format{render.JSON, render.YAML} {
				var b bytes.Buffer
				if err := render.Copies(&b, f, []render.NamedCopy{{Copy: handed}}, render.Options{}); err != nil {
					t.Fatal(err)
				}
				if err := ofCopy.Validate(plain(t, b.Bytes())); err != nil {
					t.Errorf("the copy of %s for %q as %s: %v", name, child, f, err)
				}
			}
		}
	}
	if copies == 0 {
		t.Error("no shipped case has a copy")
	}
}
