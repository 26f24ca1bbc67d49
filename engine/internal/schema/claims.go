package schema

import (
	"github.com/google/jsonschema-go/jsonschema"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/term"
)

// alleged is {alleged: …} for a fact that can be alleged. There must be something to allege.
func alleged(f *vocabulary.Fact) *jsonschema.Schema {
	var point *jsonschema.Schema
	switch {
	case f.Kind == vocabulary.Scale:
		point = words(f.WordNames()[1:])
	case f.Least() == vocabulary.YesOrNo(false):
		point = &jsonschema.Schema{Enum: []any{true, "yes", "true"}}
	default:
		point = &jsonschema.Schema{Enum: []any{false, "no", "false"}}
	}
	s := object(key{"alleged", described(point, "Alleged", "The worst that is alleged and not established.")})
	s.Required = []string{"alleged"}
	return s
}

// reader is whom the answer is for.
func reader() *jsonschema.Schema {
	return described(words(term.TableOf[term.Reader]().Codes()), "Reader", "Whom the answer is for.")
}

// standing is how far a piece of evidence can be relied on.
func standing() *jsonschema.Schema {
	return described(words(term.TableOf[term.Standing]().Codes()), "Standing",
		"How far the source can be relied on; reported where it is left out. "+
			"What is alleged or disputed does not say by itself what a fact is.")
}

// done is what was done already. Besides the words of the vocabulary, the ids of steps of the
// policy can stand there, which the schema does not know.
func done() *jsonschema.Schema {
	entry := object(
		key{"at", described(&jsonschema.Schema{AnyOf: []*jsonschema.Schema{moment(), day()}}, "At",
			"When it was done: the time, or the day. Leave it out if neither is known.")},
		key{"by", described(role(), "By", "The agency or role that did it; never a person's name.")},
	)
	entry.Required = []string{"by"}
	s := &jsonschema.Schema{Type: "object", AdditionalProperties: entry,
		PropertyNames: &jsonschema.Schema{Pattern: casefile.DonePattern}}
	return described(s, "Done", "What was done already, by a word of the vocabulary or the id of an escalation or a step of the pathway.")
}

// role is an agency or a role, such as NHS 111 or GP (out of hours): it has a letter, and at
// most four digits. Not every reader of schemas knows \p{L}, so the patterns leave out what
// ASCII has besides letters.
func role() *jsonschema.Schema {
	return &jsonschema.Schema{
		Types:   []string{"string", "boolean"},
		Pattern: "^[^\\s!-/:-@\\[-`{-~][^\\t\\n\\r!-%*+.:-@\\[-`{-~]{0,39}$",
		AllOf: []*jsonschema.Schema{
			{Pattern: "[^\\s!-@\\[-`{-~]"},
			{Pattern: "^([^0-9]*[0-9]){0,4}[^0-9]*$"},
		},
	}
}
