package schema

import (
	"reflect"
	"strings"

	"github.com/google/jsonschema-go/jsonschema"

	"windscreen/engine/internal/typedoc"
)

// describe gives each property of an inferred schema what the source says of the field behind it, and each struct the name
// of its type as its title. What has a description, such as a closed list of words, keeps it behind that of the field.
func describe(t reflect.Type, s *jsonschema.Schema) {
	if s == nil {
		return
	}
	switch t.Kind() {
	case reflect.Pointer:
		describe(t.Elem(), s)
	case reflect.Slice:
		describe(t.Elem(), s.Items)
	case reflect.Map:
		describe(t.Elem(), s.AdditionalProperties)
	case reflect.Struct:
		structure(t, s)
	default:
		if codes := typedoc.Codes(t); len(codes) > 0 {
			listCodes(s, codes)
		}
	}
}

// structure describes the properties of a struct.
func structure(t reflect.Type, s *jsonschema.Schema) {
	if s.Properties == nil {
		return // a type with a schema of its own, such as a moment
	}
	s.Title = typedoc.Name(t)
	for _, f := range reflect.VisibleFields(t) {
		key, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		p := s.Properties[key]
		if p == nil || f.Anonymous {
			continue
		}
		describe(f.Type, p)
		if says := typedoc.Field(owner(t, f), f.Name); says != "" && !strings.HasPrefix(p.Description, says) {
			p.Description = strings.TrimSpace(says + "\n\n" + strings.TrimPrefix(p.Description, says))
		}
	}
}

// owner is the struct that declares a field, which may be embedded in another.
func owner(t reflect.Type, f reflect.StructField) reflect.Type {
	for _, i := range f.Index[:len(f.Index)-1] {
		t = t.Field(i).Type
		if t.Kind() == reflect.Pointer {
			t = t.Elem()
		}
	}
	return t
}

// listCodes has a schema list codes, each with what it means.
func listCodes(s *jsonschema.Schema, codes []typedoc.Code) {
	var says strings.Builder
	s.Enum = nil
	for _, c := range codes {
		s.Enum = append(s.Enum, c.Code)
		says.WriteString("- " + c.Code + ": " + c.Means + "\n")
	}
	s.Description = strings.TrimSpace(says.String())
}
