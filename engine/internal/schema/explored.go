package schema

import (
	"github.com/google/jsonschema-go/jsonschema"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/vocabulary"
)

// explored is what was gone through: all, or a list of domains and of single facts that
// silence can settle.
func explored(v *vocabulary.Vocabulary) *jsonschema.Schema {
	names := v.DomainNames()
	for _, f := range v.Facts {
		if f.Nothing != nil {
			names = append(names, f.Path)
		}
	}
	all := words([]string{casefile.Everything})
	return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{
		all,
		{Type: "array", Items: all.CloneSchemas(), MinItems: jsonschema.Ptr(1), MaxItems: jsonschema.Ptr(1)},
		{Type: "array", Items: words(names), UniqueItems: true},
	}}
}
