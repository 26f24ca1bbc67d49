package schema

import (
	"fmt"

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

// silence says what silence about a fact means, or why it means nothing; empty where there is
// nothing to say.
func silence(f *vocabulary.Fact) string {
	if f.Nothing == nil {
		if f.Silence == "" {
			return ""
		}
		return "Silence never settles it: " + f.Silence
	}
	gone := "Not mentioned in a domain gone through"
	switch {
	case f.Danger:
		gone = "Not mentioned where everything was gone through, or this fact by name"
	case f.OnlyIfNothingFound:
		gone = "Not mentioned in a domain gone through, where nothing was found at all"
	}
	return fmt.Sprintf("%s: %s.", gone, plain(f, *f.Nothing))
}

// plain names a value that is known.
func plain(f *vocabulary.Fact, v vocabulary.Value) string {
	if f.Kind == vocabulary.Choices && v.Lo == 0 {
		return "none of these"
	}
	return fmt.Sprint(f.Plain(v, nil))
}

// presumed says what is presumed of a fact, and why; empty where that is nothing.
func presumed(f *vocabulary.Fact) string {
	if f.Presumed == nil {
		return ""
	}
	return fmt.Sprintf("If it is not known, it is taken to be %s: %s", f.Says(*f.Presumed, nil), f.Presumption)
}
