package schema

import (
	"github.com/google/jsonschema-go/jsonschema"

	"windscreen/engine/internal/rulefile"
	"windscreen/engine/internal/shape"
)

// The schemas of the five kinds of file under a rule root. They come from the
// structs that the strict reader fills, and say what keys a file may hold; that
// names exist and conditions make sense is for lint.

// Policy is the schema of a policy.yaml.
func Policy() *jsonschema.Schema {
	return shape.Schema[rulefile.Policy]("", "Windscreen policy: who published what, and what its rules share")
}

// Clauses is the schema of a register: clauses.yaml, or a file of the folder clauses.
func Clauses() *jsonschema.Schema {
	return shape.Schema[rulefile.Clauses]("", "Windscreen clauses: what the rules of a policy may cite")
}

// Vocabulary is the schema of a file of the folder vocabulary.
func Vocabulary() *jsonschema.Schema {
	return shape.Schema[rulefile.Vocabulary]("", "Windscreen vocabulary: the facts of one domain")
}

// Frequencies is the schema of a file of the folder frequencies.
func Frequencies() *jsonschema.Schema {
	return shape.Schema[rulefile.Frequencies]("", "Windscreen frequencies: how often facts take their values, for cases that are made up")
}

// Rules is the schema of any other file of a policy.
func Rules() *jsonschema.Schema {
	return shape.Schema[rulefile.Rules]("", "Windscreen rules: rules of any kinds, of one policy")
}
