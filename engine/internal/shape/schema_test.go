package shape_test

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/jsonschema-go/jsonschema"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/source"
)

func TestTheSchemaSaysWhatTheStructuresSay(t *testing.T) {
	text, err := json.MarshalIndent(shape.Schema[File]("https://example.org/file.json", "A file"), "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "testdata/schema.golden", string(text)+"\n")
}

func TestTheSchemaIsTheSameEveryTime(t *testing.T) {
	write := func() string {
		text, err := json.Marshal(shape.Schema[File]("id", "title"))
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	first := write()
	for range 20 {
		if diff := cmp.Diff(first, write()); diff != "" {
			t.Fatal(diff)
		}
	}
}

func TestAStructureThatHoldsItselfHasASchema(t *testing.T) {
	s := shape.Schema[Part]("https://example.org/part.json", "A part")
	r, err := s.Resolve(nil)
	if err != nil {
		t.Fatal(err)
	}
	good := map[string]any{"name": "a", "parts": []any{map[string]any{"name": "b", "parts": []any{}}}}
	bad := map[string]any{"name": "a", "parts": []any{map[string]any{"name": "b", "parts": []any{map[string]any{}}}}}
	if err := r.Validate(good); err != nil {
		t.Error(err)
	}
	if r.Validate(bad) == nil {
		t.Error("a part without a name was accepted")
	}
}

// agree checks that the reader and the schema say the same of a file: all that is
// read is valid, and all that is refused is invalid but for what a schema cannot
// tell.
func agree(t *testing.T, schema *jsonschema.Resolved, name string, text []byte) {
	doc, list := source.Parse(name, text, source.RuleLimits())
	if doc == nil || list.HasErrors() {
		return
	}
	value, ok := plain(doc.Root)
	if !ok {
		return // a number that only YAML has
	}
	var into File
	faults := shape.Decode(doc.File, doc.Root, &into)
	invalid := schema.Validate(value)
	if !faults.HasErrors() && invalid != nil {
		t.Fatalf("%q\nis read, but the schema says: %v", text, invalid)
	}
	beyondSchema := slices.ContainsFunc(faults, func(d diagnostic.Diagnostic) bool {
		return d.Code == diagnostic.CutShort || d.Code == diagnostic.WrongType || d.Code == diagnostic.NoValue
	})
	if faults.HasErrors() && invalid == nil && !beyondSchema {
		t.Fatalf("%q\nis valid by the schema, but the reader says: %s", text, faults)
	}
}

func resolved(t testing.TB) *jsonschema.Resolved {
	r, err := shape.Schema[File]("https://example.org/file.json", "A file").Resolve(nil)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestTheSchemaAndTheReaderAgree(t *testing.T) {
	schema := resolved(t)
	agree(t, schema, "r.yaml", []byte(whole))
	for _, tt := range wrong {
		t.Run(tt.name, func(t *testing.T) { agree(t, schema, "r.yaml", []byte(tt.text)) })
	}
}

// Of the files with something wrong, those that a schema can tell are told.
func TestTheSchemaRefusesWhatItCan(t *testing.T) {
	schema := resolved(t)
	beyond := []string{
		"a number that YAML takes for octal", "a number in hexadecimal", "a number with a plus", "a number with a fraction",
		"True for true", "True for an expression", "an expression cut short by a comment", "true cut short by a comment",
		"a number too large", "a date for an expression", "nothing where any value will do",
	}
	for _, tt := range wrong {
		doc, _ := source.Parse("r.yaml", []byte(tt.text), source.RuleLimits())
		value, ok := plain(doc.Root)
		if !ok {
			if !slices.Contains(beyond, tt.name) {
				t.Errorf("%s: not JSON", tt.name)
			}
			continue
		}
		if refused := schema.Validate(value) != nil; refused == slices.Contains(beyond, tt.name) {
			t.Errorf("%s: refused is %v", tt.name, refused)
		}
	}
}
