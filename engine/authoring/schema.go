package authoring

import (
	"fmt"

	"github.com/google/jsonschema-go/jsonschema"

	"windscreen/engine/internal/leftfile"
	"windscreen/engine/internal/picksfile"
	"windscreen/engine/internal/scenariofile"
	"windscreen/engine/internal/schema"
)

// SchemaKind names a kind of file whose JSON Schema is the same under every rule
// root. The schema of a case depends on the vocabulary; see Root.CaseSchema.
type SchemaKind string

// The kinds of file.
const (
	// RecommendationSchema is the answer for one child in JSON or YAML, as package render writes it.
	RecommendationSchema SchemaKind = "recommendation"
	// FamilySchema is the answer on a case about several children, as package render writes it.
	FamilySchema SchemaKind = "family"
	// CopySchema is the copy for the family, as package render writes it.
	CopySchema SchemaKind = "copy"
	// VerdictSchema, QuestionsSchema, WhyNotSchema, ComparisonSchema, ServicesSchema (of a case), DirectorySchema (of
	// policies), FactsSchema, PoliciesSchema, DiagnosticsSchema and ValidationSchema (of a case) are the other reports for
	// programs, as package render writes them in JSON.
	VerdictSchema     SchemaKind = "verdict"
	QuestionsSchema   SchemaKind = "questions"
	WhyNotSchema      SchemaKind = "why-not"
	ComparisonSchema  SchemaKind = "comparison"
	ServicesSchema    SchemaKind = "services"
	DirectorySchema   SchemaKind = "directory"
	FactsSchema       SchemaKind = "facts"
	PoliciesSchema    SchemaKind = "policies"
	DiagnosticsSchema SchemaKind = "diagnostics"
	ValidationSchema  SchemaKind = "validation"
	// ScenarioSchema is a file of scenarios.
	ScenarioSchema SchemaKind = "scenario"
	// PicksSchema is a file of practice picks.
	PicksSchema SchemaKind = "picks"
	// LeftSchema is a list of changes that are left although no scenario notices them.
	LeftSchema SchemaKind = "left"
	// PolicySchema is for policy.yaml, ClausesSchema for a register (clauses.yaml or a file
	// in the folder clauses), VocabularySchema for a file in the folder vocabulary, and
	// RulesSchema for any other file of a policy.
	PolicySchema     SchemaKind = "policy"
	ClausesSchema    SchemaKind = "clauses"
	VocabularySchema SchemaKind = "vocabulary"
	RulesSchema      SchemaKind = "rules"
	// FrequenciesSchema is for a file in the folder frequencies.
	FrequenciesSchema SchemaKind = "frequencies"
)

// CaseSchema returns the JSON Schema (draft 2020-12) of the cases that
// engine.Engine.ReadCase reads: every fact with its question and the meaning of its values.
// It accepts everything that ReadCase accepts. ReadCase also refuses values that contradict
// each other or lie in the future. The same rules give the same bytes.
func (r *Root) CaseSchema() ([]byte, error) {
	if err := r.usable(); err != nil {
		return nil, err
	}
	return schema.Encode(schema.Case(r.catalogue.Vocabulary(), r.catalogue.Names()))
}

// Schema returns the JSON Schema (draft 2020-12) of a kind of file. It fails for any kind
// not listed above.
func Schema(kind SchemaKind) ([]byte, error) {
	var s *jsonschema.Schema
	var err error
	switch kind {
	case RecommendationSchema:
		s, err = schema.Recommendation()
	case FamilySchema:
		s, err = schema.Family()
	case CopySchema:
		s, err = schema.Copy()
	case VerdictSchema, QuestionsSchema, WhyNotSchema, ComparisonSchema, ServicesSchema, DirectorySchema, FactsSchema,
		PoliciesSchema, DiagnosticsSchema, ValidationSchema:
		s, err = reportSchema(kind)
	case ScenarioSchema:
		s = scenariofile.Schema()
	case PicksSchema:
		s = picksfile.Schema()
	case LeftSchema:
		s = leftfile.Schema()
	case PolicySchema:
		s = schema.Policy()
	case ClausesSchema:
		s = schema.Clauses()
	case VocabularySchema:
		s = schema.Vocabulary()
	case FrequenciesSchema:
		s = schema.Frequencies()
	case RulesSchema:
		s = schema.Rules()
	default:
		return nil, fmt.Errorf("there is no schema called %q", kind)
	}
	if err != nil {
		return nil, err
	}
	return schema.Encode(s)
}
