package shape_test

import (
	"testing"

	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/source"
)

// FuzzDecode checks that no file breaks the reader, that what it says lies within
// the file, and that it agrees with the schema.
func FuzzDecode(f *testing.F) {
	f.Add([]byte(whole), false)
	f.Add([]byte(`{"signs": [{"id": "a", "cite": ["b"], "when": true, "order": 3}], "level": 1}`), true)
	for _, tt := range wrong {
		f.Add([]byte(tt.text), false)
	}
	schema := resolved(f)
	f.Fuzz(func(t *testing.T, data []byte, isJSON bool) {
		name := "x.yaml"
		if isJSON {
			name = "x.json"
		}
		doc, _ := source.Parse(name, data, source.RuleLimits())
		if doc == nil {
			return
		}
		var into File
		for _, d := range shape.Decode(doc.File, doc.Root, &into) {
			line := []rune(doc.File.Line(d.Start.Line))
			if d.Start.Line < 1 || d.Start.Column < 1 || d.Start.Column > len(line)+1 || d.Remedy == "" {
				t.Fatalf("%+v", d)
			}
		}
		agree(t, schema, name, data)
	})
}
