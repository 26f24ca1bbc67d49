package schema

import (
	"github.com/google/jsonschema-go/jsonschema"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/term"
)

// child is the name of the definition of what a case says of one child of several, or of each.
const child = "child"

// ofChild is what a case says of one child of several, or of each of them: what it can say of one
// child alone, without what is the same for all. It points to where a case about one says that.
func ofChild(v *vocabulary.Vocabulary) *jsonschema.Schema {
	at := func(place string) *jsonschema.Schema { return &jsonschema.Schema{Ref: "#/properties/" + place} }
	var keys, evidence []key
	for _, d := range v.Domains {
		var facts []key
		for _, f := range d.Facts {
			if f.Of != term.OfCase {
				facts = append(facts, key{f.Name, at(d.Name + "/properties/" + f.Name)})
				evidence = append(evidence, key{f.Path, at("evidence/properties/" + f.Path)})
			}
		}
		keys = append(keys, key{d.Name, described(perhapsEmpty(object(facts...)), d.Title, d.Ask)})
	}
	keys = append(keys, key{"explored", at("explored")}, key{"done", at("done")},
		key{"evidence", described(object(evidence...), "Evidence", "The evidence for facts, by fact.")}, key{"judgement", at("judgement")})
	return perhapsEmpty(object(keys...))
}

// perhapsEmpty is a mapping, or nothing where a form has one in which nothing was filled in.
func perhapsEmpty(s *jsonschema.Schema) *jsonschema.Schema {
	s.Type, s.Types = "", []string{s.Type, "null"}
	return s
}

// ofEach is what holds of every child.
func ofEach() *jsonschema.Schema {
	return described(&jsonschema.Schema{Ref: "#/$defs/" + child}, "Each",
		"What holds of every child of a case about several; what a child says itself goes before it.")
}

// children are the children of a case about several.
func children() *jsonschema.Schema {
	s := &jsonschema.Schema{
		Type:                 "object",
		MinProperties:        jsonschema.Ptr(1),
		MaxProperties:        jsonschema.Ptr(casefile.MaxChildren),
		PropertyNames:        label(),
		AdditionalProperties: &jsonschema.Schema{Ref: "#/$defs/" + child},
	}
	return described(s, "Children", "In a case about several children, what is said of each, by a label such as baby, 6 or older girl; "+
		"never a name. What stands at the top then holds of the home and the case.")
}

// label is a child's label. Not every reader of schemas knows \p{L}, so the pattern leaves out
// what ASCII has besides letters and digits.
func label() *jsonschema.Schema {
	const (
		edge   = `[^\x00-/:-@\[-\x60{-\x7f]`
		within = `[^\x00-\x1f!-,./:-@\[-\x60{-\x7f]` // also a space or a hyphen
	)
	return &jsonschema.Schema{
		Pattern: "^" + edge + "(?:" + within + "{0,34}" + edge + ")?$",
		Not: &jsonschema.Schema{Pattern: "(^|[ -])[A-Z].*[ -][A-Z]",
			Not: &jsonschema.Schema{Pattern: casefile.UUIDPattern}},
	}
}

// severalChildren refuses at the top of a case about several children what is of one child.
func severalChildren(v *vocabulary.Vocabulary) *jsonschema.Schema {
	top, evidence := map[string]*jsonschema.Schema{}, map[string]*jsonschema.Schema{}
	explored := []string{}
	for _, d := range v.Domains {
		of := map[string]*jsonschema.Schema{}
		shared := len(d.Facts) == 0
		for _, f := range d.Facts {
			if f.Of == term.OfChild {
				of[f.Name], evidence[f.Path] = nothingElse(), nothingElse()
				continue
			}
			shared = true
			if f.Nothing != nil {
				explored = append(explored, f.Path)
			}
			if f.Each != nil {
				of[f.Name] = answeredByNone(f.Each)
			}
		}
		if shared {
			explored = append(explored, d.Name)
		}
		top[d.Name] = &jsonschema.Schema{Properties: of}
	}
	top["evidence"] = &jsonschema.Schema{Properties: evidence}
	top["explored"] = &jsonschema.Schema{Items: words(explored), Not: words([]string{casefile.Everything})}
	return &jsonschema.Schema{Required: []string{casefile.KeyChildren}, Properties: top}
}

// answeredByNone refuses the answers of persons whose own answer is of one child.
func answeredByNone(e *vocabulary.Each) *jsonschema.Schema {
	s := &jsonschema.Schema{Properties: map[string]*jsonschema.Schema{}}
	for _, own := range e.Own {
		if own.Fact.Of == term.OfChild {
			s.Properties[e.By.Words[own.Person].Name] = nothingElse()
		}
	}
	return s
}
