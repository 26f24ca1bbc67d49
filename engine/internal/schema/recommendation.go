package schema

import (
	"reflect"
	"slices"

	"github.com/google/jsonschema-go/jsonschema"

	"windscreen/engine/internal/shape"
	"windscreen/engine/page"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// Recommendation is the schema of the answer as it is rendered in JSON and YAML, brief or full,
// where a list without entries is [] and never null. It is inferred from the type.
func Recommendation() (*jsonschema.Schema, error) {
	return answer[page.One]("Windscreen recommendation",
		"The first screen, and behind it the explained answer for one case under one policy: "+
			"advice for discussion, which never replaces professional judgement.")
}

// Family is the schema of the answer on a case about several children, as Recommendation is of
// the answer on one.
func Family() (*jsonschema.Schema, error) {
	return answer[page.Family]("Windscreen answer for a family",
		"The first screen, and behind it the page for a family and the explained answer for each child, under one policy: "+
			"advice for discussion, which never replaces professional judgement.")
}

func answer[T any](title, description string) (*jsonschema.Schema, error) {
	s, err := jsonschema.For[T](&jsonschema.ForOptions{TypeSchemas: types()})
	if err != nil {
		return nil, err
	}
	neverNull(s)
	return described(s, title, description), nil
}

// types are the schemas of what is not inferred: times, and the closed lists of words that
// an answer holds.
func types() map[reflect.Type]*jsonschema.Schema {
	out := map[reflect.Type]*jsonschema.Schema{
		reflect.TypeFor[recommendation.Moment](): {Type: "string",
			Description: "A date and time in London, in the form of RFC 3339; empty if there is none."},
		reflect.TypeFor[recommendation.Day](): {Type: "string", Description: "A date, YYYY-MM-DD; empty if there is none."},
	}
	enum[term.Agreement](out)
	enum[term.Inform](out)
	enum[term.Sharing](out)
	enum[term.Answer](out)
	enum[term.Strength](out)
	enum[term.Part](out)
	enum[term.Force](out)
	enum[term.Doer](out)
	enum[term.Awaits](out)
	enum[term.Outcome](out)
	enum[term.State](out)
	enum[term.Met](out)
	enum[term.Kind](out)
	enum[term.Asked](out)
	enum[term.Verified](out)
	enum[term.Status](out)
	enum[term.Standing](out)
	enum[term.Reader](out)
	return out
}

func enum[T term.Closed[T]](schemas map[reflect.Type]*jsonschema.Schema) {
	schemas[reflect.TypeFor[T]()] = shape.Enum[T]()
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
