package schema

import (
	"fmt"
	"reflect"
	"slices"

	"github.com/google/jsonschema-go/jsonschema"

	"windscreen/engine/family"
	"windscreen/engine/internal/shape"
	"windscreen/engine/page"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// Recommendation is the schema of the answer for one child as it is rendered in JSON and YAML, brief
// or whole, where a list without entries is [] and never null. It is inferred from the types. The
// answer for one child of several also says which child it is for.
func Recommendation() (*jsonschema.Schema, error) {
	s, err := answer[page.One]("Windscreen recommendation",
		"The first screen and the explained answer for one child under one policy: "+
			"advice for discussion, which never replaces professional judgement.", recommendation.FormatVersion)
	if err != nil {
		return nil, err
	}
	s.Properties["kind"].Const = jsonschema.Ptr(any(page.KindRecommendation))
	of, err := inferred[family.Child]()
	if err != nil {
		return nil, err
	}
	ofSeveral := []string{"child", "one_of", "otherwise"}
	s.DependentRequired = map[string][]string{}
	for _, name := range ofSeveral {
		s.Properties[name] = of.Properties[name]
		s.PropertyOrder = append(s.PropertyOrder, name)
		s.DependentRequired[name] = ofSeveral
	}
	return s, nil
}

// Family is the schema of the answer on a case about several children, as Recommendation is of
// the answer on one.
func Family() (*jsonschema.Schema, error) {
	s, err := answer[page.Family]("Windscreen answer for a family",
		"The first screen, the page for a family, and the explained answer for each child, under one policy: "+
			"advice for discussion, which never replaces professional judgement.", family.FormatVersion)
	if err != nil {
		return nil, err
	}
	s.Properties["kind"].Const = jsonschema.Ptr(any(page.KindFamily))
	// A whole answer has the page for the family, and a brief one says what it leaves out.
	s.OneOf = []*jsonschema.Schema{{Required: []string{"family"}}, {Required: []string{"left_out"}}}
	return s, nil
}

// Copy is the schema of the copy for the family, as it is rendered in JSON and YAML.
func Copy() (*jsonschema.Schema, error) {
	s, err := answer[page.Copy]("Windscreen copy for a family",
		"The page that a practitioner may hand to a family, or to one person. It holds neither who said what nor why.",
		recommendation.FormatVersion)
	if err == nil {
		s.Properties["kind"].Const = jsonschema.Ptr(any(page.KindCopy))
	}
	return s, err
}

// answer is the schema of an answer in a version of its format. The first screen is never null; where
// nothing is left out, or there is no page for the family, neither is there a key for it.
func answer[T any](title, description string, format any) (*jsonschema.Schema, error) {
	s, err := inferred[T]()
	if err != nil {
		return nil, err
	}
	for _, name := range []string{"page", "left_out", "family"} {
		if p := s.Properties[name]; p != nil {
			p.Type, p.Types = "object", nil
		}
	}
	s.Properties["format"].Const = &format
	return described(s, title, description), nil
}

// OfFormat is Of for a report that says in which version of its format it is.
func OfFormat[T any](title, description string, format any) (*jsonschema.Schema, error) {
	s, err := Of[T](title, description)
	if err != nil {
		return nil, err
	}
	p := s.Properties["format"]
	if p == nil {
		return nil, fmt.Errorf("the schema of %s has no format", title)
	}
	p.Const = &format
	return s, nil
}

// Of is the schema of a report as package render writes it in JSON and YAML, inferred from its type. It
// needs a title and a sentence on what the report is.
func Of[T any](title, description string) (*jsonschema.Schema, error) {
	s, err := inferred[T]()
	if err != nil {
		return nil, fmt.Errorf("the schema of %s: %w", title, err)
	}
	if s.Items != nil {
		s.Type, s.Types = "array", nil // a list without entries is [], never null
	} else {
		s.Type, s.Types = "object", nil
	}
	return described(s, title, description), nil
}

// inferred is the schema of a type of which no list is null.
func inferred[T any]() (*jsonschema.Schema, error) {
	s, err := jsonschema.For[T](&jsonschema.ForOptions{TypeSchemas: types()})
	if err != nil {
		return nil, err
	}
	neverNull(s)
	describe(reflect.TypeFor[T](), s)
	return s, nil
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
	enum[term.Deed](out)
	enum[term.Whom](out)
	enum[term.State](out)
	enum[term.Met](out)
	enum[term.Kind](out)
	enum[term.Asked](out)
	enum[term.Verified](out)
	enum[term.Status](out)
	enum[term.Standing](out)
	enum[term.Reader](out)
	enum[term.Severity](out)
	enum[term.Aspect](out)
	enum[term.Of](out)
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
