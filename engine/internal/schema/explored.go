package schema

import (
	"github.com/google/jsonschema-go/jsonschema"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/vocabulary"
)

// explored is the schema of what was gone through. It takes three forms: the word all; a list that has all and names some of
// what all leaves out; or a list of domains and of facts that silence can settle.
func explored(v *vocabulary.Vocabulary) *jsonschema.Schema {
	names, beside := v.DomainNames(), []string{casefile.Everything}
	for _, d := range v.Domains {
		if len(d.Facts) > 0 && d.Facts[0].AboutTheCase {
			beside = append(beside, d.Name)
		}
		for _, f := range d.Facts {
			if f.Nothing != nil {
				names = append(names, f.Path)
			}
			if f.Nothing != nil && f.AboutTheCase {
				beside = append(beside, f.Path)
			}
		}
	}
	all := words([]string{casefile.Everything})
	return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{
		all,
		{Type: "array", Items: words(beside), Contains: all.CloneSchemas(), UniqueItems: true},
		{Type: "array", Items: words(names), UniqueItems: true},
	}}
}
