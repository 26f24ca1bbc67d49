package engine

import (
	"fmt"

	"github.com/google/jsonschema-go/jsonschema"

	"windscreen/engine/internal/scenariofile"
	"windscreen/engine/internal/schema"
	"windscreen/engine/internal/source"
)

// SchemaKind names a kind of file whose JSON Schema is the same under every rule
// root. The schema of a case depends on the vocabulary; see Engine.CaseSchema.
type SchemaKind string

// The kinds of file.
const (
	// RecommendationSchema is the answer in JSON or YAML, as package render writes it.
	RecommendationSchema SchemaKind = "recommendation"
	// ScenarioSchema is a file of scenarios.
	ScenarioSchema SchemaKind = "scenario"
	// PolicySchema is a policy.yaml, ClausesSchema a register (clauses.yaml or a file
	// of the folder clauses), VocabularySchema a file of the folder vocabulary, and
	// RulesSchema any other file of a policy.
	PolicySchema     SchemaKind = "policy"
	ClausesSchema    SchemaKind = "clauses"
	VocabularySchema SchemaKind = "vocabulary"
	RulesSchema      SchemaKind = "rules"
)

// CaseSchema returns the JSON Schema (draft 2020-12) of the cases that ReadCase
// reads: every fact with its question and the meaning of its values. It refuses
// nothing that ReadCase accepts; what contradicts itself or lies in the future is
// for ReadCase alone to refuse. The same rules give the same bytes.
func (e *Engine) CaseSchema() ([]byte, error) {
	return schema.Encode(schema.Case(e.root.Vocabulary, e.names()))
}

// Schema returns the JSON Schema (draft 2020-12) of a kind of file. It fails for a
// kind that is not one of those above.
func Schema(kind SchemaKind) ([]byte, error) {
	var s *jsonschema.Schema
	switch kind {
	case RecommendationSchema:
		var err error
		if s, err = schema.Recommendation(); err != nil {
			return nil, err
		}
	case ScenarioSchema:
		s = scenariofile.Schema()
	case PolicySchema:
		s = schema.Policy()
	case ClausesSchema:
		s = schema.Clauses()
	case VocabularySchema:
		s = schema.Vocabulary()
	case RulesSchema:
		s = schema.Rules()
	default:
		return nil, fmt.Errorf("there is no schema called %q", kind)
	}
	return schema.Encode(s)
}

// MaxBytes is the most bytes that a case or a file of scenarios may have. Larger
// ones are refused, so a program that takes them from outside need not read past
// the first byte over it.
func MaxBytes() int { return max(source.CaseLimits().Bytes, source.RuleLimits().Bytes) }
