// Package schema publishes what files may hold as JSON Schema, draft 2020-12, for
// editors and for programs that write cases or read answers.
//
// A schema can say less than the readers check. Where the two differ, the reader
// is right; each function lists the differences that are known.
package schema

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/google/jsonschema-go/jsonschema"

	"windscreen/engine/internal/shape"
)

// Encode writes a schema as JSON, indented by two spaces and ended by a newline.
// The same schema gives the same bytes. It fails where the schema contradicts
// itself.
func Encode(s *jsonschema.Schema) ([]byte, error) {
	root := *s
	root.Schema = shape.Draft
	root.ID = "" // a schema is known by where it is kept, and only its user knows that
	if _, err := root.Resolve(nil); err != nil {
		return nil, fmt.Errorf("the JSON Schema is not sound: %w", err)
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(&root); err != nil {
		return nil, fmt.Errorf("writing the JSON Schema: %w", err)
	}
	return b.Bytes(), nil
}

// nothingElse is the schema that nothing meets. As additionalProperties it closes
// an object.
func nothingElse() *jsonschema.Schema { return &jsonschema.Schema{Not: &jsonschema.Schema{}} }

// object is a mapping with these keys, in this order, and no others.
func object(keys ...key) *jsonschema.Schema {
	s := &jsonschema.Schema{Type: "object", Properties: map[string]*jsonschema.Schema{}, AdditionalProperties: nothingElse()}
	for _, k := range keys {
		s.Properties[k.name] = k.schema
		s.PropertyOrder = append(s.PropertyOrder, k.name)
	}
	return s
}

// key is one key of an object.
type key struct {
	name   string
	schema *jsonschema.Schema
}
