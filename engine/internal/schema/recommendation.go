package schema

import (
	"reflect"
	"slices"

	"github.com/google/jsonschema-go/jsonschema"

	"windscreen/engine/recommendation"
)

// Recommendation is the schema of the answer as it is rendered in JSON and YAML,
// where a list without entries is [] and never null. It is inferred from the type.
func Recommendation() (*jsonschema.Schema, error) {
	s, err := jsonschema.For[recommendation.Recommendation](&jsonschema.ForOptions{
		TypeSchemas: map[reflect.Type]*jsonschema.Schema{
			reflect.TypeFor[recommendation.Moment]():       {Type: "string", Description: "A moment in London time, as RFC 3339 writes it; empty where there is none."},
			reflect.TypeFor[recommendation.Day]():          {Type: "string", Description: "A day, YYYY-MM-DD; empty where there is none."},
			reflect.TypeFor[recommendation.Truth]():        oneOf(recommendation.Met, recommendation.NotMet, recommendation.Open),
			reflect.TypeFor[recommendation.State]():        oneOf(recommendation.Holds, recommendation.Possible, recommendation.NowDue, recommendation.Fits),
			reflect.TypeFor[recommendation.QuestionKind](): oneOf(recommendation.AskDomain, recommendation.AskFact),
		},
	})
	if err != nil {
		return nil, err
	}
	neverNull(s)
	return described(s, "Windscreen recommendation", "The explained answer for one case under one policy: advice for discussion, which never replaces professional judgement."), nil
}

// oneOf is one of a few named strings.
func oneOf[T ~string](values ...T) *jsonschema.Schema {
	s := &jsonschema.Schema{Type: "string"}
	for _, v := range values {
		s.Enum = append(s.Enum, string(v))
	}
	return s
}

// neverNull takes null away from every list: inference allows it because a Go
// slice may be nil.
func neverNull(s *jsonschema.Schema) {
	if s == nil {
		return
	}
	if slices.Contains(s.Types, "array") {
		s.Type, s.Types = "array", nil
	}
	neverNull(s.Items)
	neverNull(s.AdditionalProperties)
	for _, p := range s.Properties {
		neverNull(p)
	}
}
