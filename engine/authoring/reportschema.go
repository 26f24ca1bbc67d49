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
		return schema.Of[engine.Decided]("Windscreen verdict",
			"The level, the grounds, the consent position and what is due, by id, without the explanation: for a case, "+
				"and for each child of a case about several.")
	case QuestionsSchema:
		return anyOf("Windscreen questions", "What to find out next, the most telling first. Of a case about several children "+
			"each question says which children it is about.", of[[]recommendation.Question], of[[]family.QuestionOf])
	case WhyNotSchema:
		return schema.Of[family.WhyNot]("Windscreen why not",
			"Why no higher level is recommended, and the fewest answers that would change the recommendation, for each child.")
	case ComparisonSchema:
		return anyOf("Windscreen comparison", "One case under several policies: for one child, or for each child of a case about several.",
			of[comparison.Comparison], of[comparison.Child], of[[]comparison.Child])
	case ServicesSchema:
		s, err := anyOf("Windscreen services", "The services in the documents of policies: all of them, or those that fit a case, "+
			"for one child or for each child of a case about several.",
			of[directory.Directory], of[directory.Child], of[[]directory.Child])
		if err == nil {
			stateless(s)
		}
		return s, err
	case FactsSchema:
		return schema.Of[facts.List]("Windscreen facts",
			"What a case can state: every fact with its question, its values and the rules that read it.")
	case PoliciesSchema:
		return schema.Of[[]engine.PolicyInfo]("Windscreen policies", "The policies that a case can name.")
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
	for _, of := range s.AnyOf {
		stateless(of)
	}
}

// of is the schema of one shape of a report.
func of[T any]() (*jsonschema.Schema, error) { return schema.Of[T]("", "") }

// anyOf is the schema of a report that comes in several shapes.
func anyOf(title, description string, shapes ...func() (*jsonschema.Schema, error)) (*jsonschema.Schema, error) {
	var list []*jsonschema.Schema
	for _, shape := range shapes {
		s, err := shape()
		if err != nil {
			return nil, err
		}
		list = append(list, s)
	}
	return schema.AnyOf(title, description, list...), nil
}
