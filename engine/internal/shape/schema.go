package shape

import (
	"reflect"
	"strings"

	"github.com/google/jsonschema-go/jsonschema"

	"windscreen/engine/term"
)

// Draft is the JSON Schema draft that Schema writes.
const Draft = "https://json-schema.org/draft/2020-12/schema"

// Schema returns the JSON Schema of a structure. The same structure always gives
// the same schema, with properties in the order of its fields.
//
// Decode accepts nothing that the schema refuses. It is stricter where JSON
// Schema cannot tell: in how a number is written (012, 3.0), and for expressions
// that a comment cuts short. Duplicate keys are not for a schema either.
func Schema[T any](id, title string) *jsonschema.Schema {
	b := &builder{open: map[reflect.Type]bool{}, defs: map[string]*jsonschema.Schema{}}
	s := b.of(reflect.TypeFor[T](), field{})
	s.ID, s.Schema, s.Title = id, Draft, title
	if len(b.defs) > 0 {
		s.Defs = b.defs
	}
	return s
}

// builder makes one schema.
type builder struct {
	// open holds the structs that are being described, to end where one holds
	// itself; those are the only ones that need a definition of their own.
	open map[reflect.Type]bool
	defs map[string]*jsonschema.Schema
}

// describer is a type that describes itself.
type describer interface {
	describe(b *builder, f field) *jsonschema.Schema
}

// of describes a type as the value of a field.
func (b *builder) of(t reflect.Type, f field) *jsonschema.Schema {
	if d, ok := reflect.New(t).Interface().(describer); ok {
		return d.describe(b, f)
	}
	switch t.Kind() {
	case reflect.Pointer:
		return b.of(t.Elem(), f)
	case reflect.Struct:
		return b.structure(t)
	case reflect.Slice:
		s := &jsonschema.Schema{Type: "array", Items: b.of(t.Elem(), entryOf(f))}
		if f.need {
			s.MinItems = jsonschema.Ptr(1)
		}
		return s
	case reflect.Int:
		return whole(f)
	case reflect.Bool:
		return &jsonschema.Schema{Type: "boolean"}
	}
	return text()
}

// entryOf is what holds for each entry of a list or mapping.
func entryOf(f field) field {
	f.need = false
	return f
}

// structure describes a struct.
func (b *builder) structure(t reflect.Type) *jsonschema.Schema {
	name := t.Name()
	if b.open[t] {
		b.defs[name] = nil // filled in by the outermost
		return &jsonschema.Schema{Ref: "#/$defs/" + name}
	}
	b.open[t] = true
	defer delete(b.open, t)
	s := &jsonschema.Schema{
		Type:                 "object",
		Properties:           map[string]*jsonschema.Schema{},
		AdditionalProperties: &jsonschema.Schema{Not: &jsonschema.Schema{}},
	}
	fields, _ := fieldsOf(t)
	for _, f := range fields {
		property := b.of(t.FieldByIndex(f.index).Type, f)
		if f.doc != "" {
			property.Description = described(f.doc, property.Description)
		}
		s.Properties[f.key] = property
		s.PropertyOrder = append(s.PropertyOrder, f.key)
		if f.need {
			s.Required = append(s.Required, f.key)
		}
	}
	if def, referred := b.defs[name]; referred && def == nil {
		b.defs[name] = s
		s = &jsonschema.Schema{Ref: "#/$defs/" + name}
	}
	for _, f := range fields {
		if f.alone {
			return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{b.of(t.FieldByIndex(f.index).Type, f), s}}
		}
	}
	return s
}

// described is what a key is for, and then what its type adds: a list on lines of its own.
func described(doc, more string) string {
	if strings.HasPrefix(more, "- ") {
		return doc + "\n" + more
	}
	return strings.TrimSpace(doc + " " + more)
}

// visible matches text with something to see in it.
const visible = `\S`

// text describes a text; see Text for why a number is one.
func text() *jsonschema.Schema {
	return &jsonschema.Schema{Types: []string{"string", "number"}, Pattern: visible}
}

// Enum describes a closed list of words: each with its meaning.
func Enum[T term.Closed[T]]() *jsonschema.Schema {
	s := &jsonschema.Schema{Type: "string"}
	for i, w := range term.TableOf[T]() {
		s.Enum = append(s.Enum, string(w.Code))
		if i > 0 {
			s.Description += "\n"
		}
		s.Description += "- " + string(w.Code) + ": " + w.Doc
	}
	return s
}

func whole(f field) *jsonschema.Schema {
	s := &jsonschema.Schema{Type: "integer"}
	if f.lowest != nil {
		s.Minimum = jsonschema.Ptr(float64(*f.lowest))
	}
	if f.most != nil {
		s.Maximum = jsonschema.Ptr(float64(*f.most))
	}
	return s
}

func (*Text) describe(*builder, field) *jsonschema.Schema { return text() }

func (*Word[T]) describe(*builder, field) *jsonschema.Schema { return Enum[T]() }

func (*Int) describe(_ *builder, f field) *jsonschema.Schema { return whole(f) }

func (*Bool) describe(*builder, field) *jsonschema.Schema {
	return &jsonschema.Schema{Type: "boolean"}
}

func (*Any) describe(*builder, field) *jsonschema.Schema { return &jsonschema.Schema{} }

func (*Values[T]) describe(b *builder, f field) *jsonschema.Schema {
	return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{b.of(reflect.TypeFor[[]Any](), f), Enum[T]()}}
}

func (*Expr) describe(*builder, field) *jsonschema.Schema {
	return &jsonschema.Schema{
		Types:       []string{"string", "boolean"},
		Pattern:     visible,
		Description: "A CEL expression, or true or false.",
	}
}

func (*Map[T]) describe(b *builder, f field) *jsonschema.Schema {
	s := &jsonschema.Schema{
		Type:                 "object",
		PropertyNames:        &jsonschema.Schema{Pattern: visible},
		AdditionalProperties: b.of(reflect.TypeFor[T](), entryOf(f)),
	}
	if f.need {
		s.MinProperties = jsonschema.Ptr(1)
	}
	return s
}
