package authoring

import (
	"fmt"
	"slices"

	"github.com/google/jsonschema-go/jsonschema"

	"windscreen/engine"
	"windscreen/engine/comparison"
	"windscreen/engine/diagnostic"
	"windscreen/engine/directory"
	"windscreen/engine/facts"
	"windscreen/engine/family"
	"windscreen/engine/internal/schema"
	"windscreen/engine/recommendation"
)

// reportSchema is the schema of a report for programs beside the answer itself.
func reportSchema(kind SchemaKind) (*jsonschema.Schema, error) {
	switch kind { //nolint:exhaustive // Schema names the kinds that come here
	case VerdictSchema:
		s, err := schema.OfFormat[engine.Decided]("Windscreen verdict",
			"The level, the grounds, the consent position and what is due, by id, without the explanation: for a case, "+
				"and for each child of a case about several.", recommendation.FormatVersion)
		if err == nil {
			s.Properties["kind"].Const = jsonschema.Ptr(any(engine.KindVerdict))
		}
		return s, err
	case QuestionsSchema:
		return schema.OfFormat[family.Questions]("Windscreen questions", "What to find out next, the most telling first. "+
			"Each question says which children it is about.", family.FormatVersion)
	case WhyNotSchema:
		return schema.OfFormat[family.WhyNot]("Windscreen why not",
			"Why no higher level is recommended, and the fewest answers that would change the recommendation, for each child.",
			family.FormatVersion)
	case ComparisonSchema:
		return schema.OfFormat[comparison.Report]("Windscreen comparison", "One case under several policies, for each child.",
			comparison.FormatVersion)
	case ServicesSchema:
		return schema.OfFormat[directory.Report]("Windscreen services", "The services that fit a case, or may, for each child.",
			directory.FormatVersion)
	case DirectorySchema:
		s, err := schema.OfFormat[directory.Directory]("Windscreen directory", "The services in the documents of policies.",
			directory.FormatVersion)
		if err == nil {
			stateless(s)
		}
		return s, err
	case FactsSchema:
		return schema.OfFormat[facts.List]("Windscreen facts",
			"What a case can state: every fact with its question, its values and the rules that read it.", facts.FormatVersion)
	case PoliciesSchema:
		return schema.OfFormat[engine.PolicyList]("Windscreen policies", "The policies that a case can name.", engine.PoliciesFormat)
	case ValidationSchema:
		return schema.OfFormat[diagnostic.Validation]("Windscreen validation",
			"Whether a case can be answered, what is wrong with it, and what deserves a second look.", diagnostic.ValidationFormat)
	case DiagnosticsSchema:
		return schema.Of[diagnostic.List]("Windscreen diagnostics",
			"What is wrong with a file, or worth a second look: each with its place and a remedy. Those of a case may quote it.")
	}
	return nil, fmt.Errorf("authoring: there is no schema of a report called %s", kind)
}

// stateless lets the state of a service be empty, as it is without a case.
func stateless(s *jsonschema.Schema) {
	if s == nil {
		return
	}
	if state := s.Properties["state"]; state != nil && s.Properties["listed_at"] != nil && !slices.Contains(state.Enum, any("")) {
		state.Enum = append(state.Enum, "")
	}
	stateless(s.Items)
	for _, of := range s.Properties {
		stateless(of)
	}
}
