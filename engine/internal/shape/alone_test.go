package shape_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/source"
	"windscreen/engine/term"
)

// short is a structure with what may be written short.
type short struct {
	Things []thing                             `yaml:"things"`
	Values shape.Map[shape.Values[term.Every]] `yaml:"values"`
}

// thing may be written as its id alone.
type thing struct {
	ID    shape.Text `yaml:"id" need:"yes" alone:"yes"`
	Large shape.Bool `yaml:"large"`
}

// TestWhatMayBeWrittenShort also holds the schema against the reader.
func TestWhatMayBeWrittenShort(t *testing.T) {
	schema, err := shape.Schema[short]("", "Short").Resolve(nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		text string
		want []diagnostic.Code
	}{
		{"things: [a, {id: b}, {id: c, large: true}, 3.10]", nil},
		{"values: {a: all, b: [all, 2], c: []}", nil},
		{"things: [[a]]", []diagnostic.Code{diagnostic.WrongShape}},
		{"things: [{large: true}]", []diagnostic.Code{diagnostic.MissingKey}},
		{"things: [a, {id: b, huge: true}]", []diagnostic.Code{diagnostic.UnknownKey}},
		{"things: [true]", []diagnostic.Code{diagnostic.WrongType}},
		{"things: [' ']", []diagnostic.Code{diagnostic.NoValue}},
		{"values: {a: none}", []diagnostic.Code{diagnostic.WrongShape}},
		{"values: {a: {all: 1}}", []diagnostic.Code{diagnostic.WrongShape}},
	} {
		doc, list := source.Parse("r.yaml", []byte(tt.text), source.RuleLimits())
		if doc == nil {
			t.Fatal(list)
		}
		var into short
		var got []diagnostic.Code
		for _, d := range shape.Decode(doc.File, doc.Root, &into) {
			got = append(got, d.Code)
			if d.Remedy == "" {
				t.Errorf("%s: no remedy: %s", tt.text, d)
			}
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.text, diff)
		}
		value, ok := plain(doc.Root)
		if !ok {
			continue // a number that only YAML has
		}
		if invalid := schema.Validate(value); (invalid != nil) != (len(tt.want) > 0) {
			t.Errorf("%s: the schema says %v", tt.text, invalid)
		}
	}
}

func TestAThingWrittenAloneIsReadWithItsPlace(t *testing.T) {
	doc, _ := source.Parse("r.yaml", []byte("things: [a, {id: b, large: true}]\nvalues: {x: all, y: [1]}\n"), source.RuleLimits())
	var got short
	if list := shape.Decode(doc.File, doc.Root, &got); len(list) > 0 {
		t.Fatal(list)
	}
	a, b := got.Things[0], got.Things[1]
	if a.ID.Value != "a" || a.ID.Node.Column != 10 || a.Large.IsSet() || b.ID.Value != "b" || !b.Large.Value {
		t.Errorf("%+v", got.Things)
	}
	x, y := got.Values.Entries[0].Value, got.Values.Entries[1].Value
	if x.Word.Value != "all" || len(x.List) > 0 || y.Word.IsSet() || len(y.List) != 1 {
		t.Errorf("%+v", got.Values)
	}
}
