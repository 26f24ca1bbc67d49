package schema

import (
	"strconv"

	"github.com/google/jsonschema-go/jsonschema"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/vocabulary"
)

// Case is the schema of a case about one child or several under a vocabulary, for policies and
// councils of these names. It refuses only what the reader of cases refuses. It accepts some of what
// the reader refuses, because JSON Schema cannot say it:
//
//   - values that contradict one another: at_least above at_most, a word in includes and
//     in excludes, an age against a date of birth, an age outside its bounds by the date
//     of birth;
//   - dates after as_of, days that the calendar lacks, such as 30 February, and
//     the hour that the clocks pass over in spring;
//   - a fact stated person by person beside the facts that say the same;
//   - evidence from which it does not follow what a fact is, where the case does not state it;
//   - a step that was done already and is none of the policy's, or was done after as_of or
//     before the child was born; and what the vocabulary says cannot be true;
//   - a label of a child with signs that are neither letters, digits nor in ASCII, or with two
//     words that begin with a capital that ASCII lacks, and labels that differ only in capitals;
//   - a council of which no edition is in force on the day;
//   - a judgement of a level that the policy does not have;
//   - signs in an agency or a role that are neither letters nor in ASCII;
//   - how a number is written, such as 7.0, 0x10 or 1e2 for a whole number;
//   - duplicate keys, aliases, tags, and the limits on size and depth.
func Case(v *vocabulary.Vocabulary, policies []string) *jsonschema.Schema {
	keys := []key{
		{"policy", described(words(policies), "Policy",
			"The policy to apply, or a council, for its edition in force on the date of as_of.")},
		{"id", described(caseID(), "Id", "An id of your own for the case; never a person's name.")},
		{"as_of", described(moment(), "As of",
			"The date and time of the case, from which clocks start, "+
				"such as 2020-03-02T14:10 (London time) or 2020-03-02T14:10:00Z.")},
	}
	defs := map[string]*jsonschema.Schema{}
	for _, d := range v.Domains {
		var facts []key
		for _, f := range d.Facts {
			defs[f.Path] = value(f)
			facts = append(facts, key{f.Name, fact(f)})
		}
		// A form in which nothing was filled in has a domain without facts.
		keys = append(keys, key{d.Name, described(perhapsEmpty(object(facts...)), d.Title, d.Ask)})
	}
	keys = append(keys,
		key{"explored", described(explored(v), "Gone through",
			"What someone has gone through: domains, the paths of single facts, or all. "+
				"If a fact there is not stated and silence has a meaning for it, it takes that meaning.")},
		key{"reader", reader()},
		key{"done", done()},
		key{"evidence", described(evidence(v), "Evidence",
			"The evidence for facts, by fact. Where a fact is not stated, its evidence says what it is.")},
		key{"judgement", described(judgement(), "Judgement",
			"The professional judgement. It appears beside the recommendation and never changes it.")},
		key{casefile.KeyEach, ofEach()},
		key{casefile.KeyChildren, children()})
	defs[child] = ofChild(v)
	s := described(object(keys...), "Windscreen case",
		"The facts stated about a child, or several, at a date and time, with the evidence for them. "+
			"A fact left out is unknown, never false.")
	s.Required = []string{"as_of"}
	s.Defs = defs
	s.If = &jsonschema.Schema{AnyOf: []*jsonschema.Schema{
		{Required: []string{casefile.KeyChildren}}, {Required: []string{casefile.KeyEach}}}}
	s.Then = severalChildren(v)
	return s
}

// evidence is the list of sources for each fact.
func evidence(v *vocabulary.Vocabulary) *jsonschema.Schema {
	var keys []key
	for _, f := range v.Facts {
		entry := object(
			key{"value", described(reference(f), "Value", "The value that this source supports.")},
			key{"source", described(role(), "Source", "The agency or role that it comes from; never a person's name.")},
			key{"standing", standing()},
			key{"on", described(day(), "On", "The day of the evidence, such as 2020-02-28.")},
			key{"note", described(freeText(), "Note", "Free text; it is not repeated in the receipt.")},
		)
		entry.Required = []string{"source"}
		keys = append(keys, key{f.Path, &jsonschema.Schema{Type: "array", Items: entry, MinItems: jsonschema.Ptr(1), Title: f.Title}})
	}
	return object(keys...)
}

// judgement is the professional judgement.
func judgement() *jsonschema.Schema {
	level := &jsonschema.Schema{AnyOf: []*jsonschema.Schema{
		{Type: "integer", Minimum: jsonschema.Ptr(0.0)},
		{Type: "string", Pattern: `^(0|[1-9][0-9]{0,17})$`},
	}}
	s := object(
		key{"level", described(level, "Level", "A level of the policy.")},
		key{"by", described(role(), "By", "The role of the person who judged; never a person's name.")},
		key{"reason", described(freeText(), "Reason", "Why.")},
	)
	s.Required = []string{"level", "by", "reason"}
	return s
}

// freeText is a note or a reason. Text without quotes may look like a number or
// like true to YAML, and is still text.
func freeText() *jsonschema.Schema {
	return &jsonschema.Schema{
		Types:     []string{"string", "number", "boolean"},
		MinLength: jsonschema.Ptr(1),
		MaxLength: jsonschema.Ptr(casefile.MaxReason),
	}
}

// caseID is the form of a case's id.
func caseID() *jsonschema.Schema {
	return &jsonschema.Schema{
		Type:    "string",
		Pattern: casefile.IDPattern,
	}
}

// words is one of some words. To YAML, some bare words are not text.
func words(list []string) *jsonschema.Schema {
	s := &jsonschema.Schema{Enum: []any{}}
	for _, w := range list {
		s.Enum = append(s.Enum, w)
	}
	for _, w := range list {
		if n, err := strconv.Atoi(w); err == nil && strconv.Itoa(n) == w {
			s.Enum = append(s.Enum, n)
		}
		if w == "true" || w == "false" {
			s.Enum = append(s.Enum, w == "true")
		}
	}
	return s
}

// described gives a schema its title and description.
func described(s *jsonschema.Schema, title, description string) *jsonschema.Schema {
	s.Title, s.Description = title, description
	return s
}
