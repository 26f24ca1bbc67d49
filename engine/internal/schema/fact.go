package schema

import (
	"strings"

	"github.com/google/jsonschema-go/jsonschema"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/vocabulary"
)

// unknown is what a case says of a fact that is not known.
const unknown = "unknown"

// fact is what a case may state of a fact: a value, or outright that it is unknown.
func fact(f *vocabulary.Fact) *jsonschema.Schema {
	s := &jsonschema.Schema{
		Title:       f.Title,
		Description: description(f),
		AnyOf:       []*jsonschema.Schema{reference(f), words([]string{unknown})},
	}
	if f.Each != nil {
		s.AnyOf = append(s.AnyOf, each(f))
	}
	if f.CanBeAlleged() {
		s.AnyOf = append(s.AnyOf, alleged(f))
	}
	return s
}

// each is what each person answered.
func each(f *vocabulary.Fact) *jsonschema.Schema {
	answers := f.NamesOf(f.Each.Answers)
	var persons []key
	for _, w := range f.Each.By.Words {
		persons = append(persons, key{w.Name, described(words(answers), w.Says, "")})
	}
	s := object(persons...)
	s.MinProperties = jsonschema.Ptr(1)
	return s
}

// reference points to the values of a fact, which its evidence shares.
func reference(f *vocabulary.Fact) *jsonschema.Schema {
	return &jsonschema.Schema{Ref: "#/$defs/" + f.Path}
}

// value is the schema of a fact's values.
func value(f *vocabulary.Fact) *jsonschema.Schema {
	switch f.Kind {
	case vocabulary.YesNo:
		return &jsonschema.Schema{Enum: []any{true, false, "yes", "no", "true", "false"}}
	case vocabulary.Scale:
		rungs := f.WordNames()
		return perhapsPartly(words(rungs), words(rungs[:1]), words(rungs[len(rungs)-1:]))
	case vocabulary.Choice:
		return words(f.WordNames())
	case vocabulary.Choices:
		return set(f)
	case vocabulary.Whole:
		s := perhapsPartly(whole(f.Min, f.Max), whole(f.Min, f.Min), whole(f.Max, f.Max))
		if f.YearsSince != nil {
			s.AnyOf = append(s.AnyOf, months())
		}
		return s
	case vocabulary.Date:
		return date()
	case vocabulary.Time:
		return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{moment(), day()}}
	}
	return nil // there is no other kind
}

// whole is a whole number between bounds.
func whole(least, most int64) *jsonschema.Schema {
	return &jsonschema.Schema{Type: "integer", Minimum: jsonschema.Ptr(float64(least)), Maximum: jsonschema.Ptr(float64(most))}
}

// perhapsPartly is a point, or the bounds that it is known to lie between. No
// bounds, or none narrower than from the lowest point to the highest, say nothing
// and are refused.
func perhapsPartly(point, lowest, highest *jsonschema.Schema) *jsonschema.Schema {
	bounds := object(
		key{"at_least", described(point.CloneSchemas(), "At least", "It is this or more.")},
		key{"at_most", described(point.CloneSchemas(), "At most", "It is this or less.")},
	)
	bounds.Not = &jsonschema.Schema{Properties: map[string]*jsonschema.Schema{"at_least": lowest, "at_most": highest}}
	return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{point, bounds}}
}

// set is a list of words, or what is known of one.
func set(f *vocabulary.Fact) *jsonschema.Schema {
	list := &jsonschema.Schema{Type: "array", Items: words(f.WordNames())}
	some := func() *jsonschema.Schema {
		s := list.CloneSchemas()
		s.MinItems = jsonschema.Ptr(1)
		return s
	}
	only := object(key{"only", described(list.CloneSchemas(), "Only", "These words apply, and no others.")})
	only.Required = []string{"only"}
	part := object(
		key{"includes", described(some(), "Includes", "These words apply.")},
		key{"excludes", described(some(), "Excludes", "These words do not apply.")},
	)
	part.MinProperties = jsonschema.Ptr(1)
	return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{list, only, part}}
}

// months is an age below two in months.
func months() *jsonschema.Schema {
	s := object(key{casefile.KeyOfMonths, described(whole(0, casefile.MostMonths), "Months",
		"The age of a child under two, in completed months.")})
	s.Required = []string{casefile.KeyOfMonths}
	return s
}

// date is a day, a month or a year.
func date() *jsonschema.Schema {
	return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{
		day(),
		{Type: "string", Pattern: casefile.MonthPattern},
		{Type: "string", Pattern: casefile.YearPattern},
		whole(casefile.FirstYear, casefile.LastYear),
	}}
}

// day is a date. The format is a note to editors, which then know the calendar.
func day() *jsonschema.Schema {
	return &jsonschema.Schema{Type: "string", Pattern: casefile.DatePattern, Format: "date"}
}

// moment is a time of day on a date.
func moment() *jsonschema.Schema {
	return &jsonschema.Schema{Type: "string", Pattern: casefile.MomentPattern}
}

// description is the fact's question, who could answer it, what its values mean, how to say
// what is partly known, what silence means, and whom the fact applies to and is of.
func description(f *vocabulary.Fact) string {
	lines := []string{f.Ask}
	if len(f.Who) > 0 {
		lines = append(lines, "Who could answer: "+strings.Join(f.Who, ", ")+".")
	}
	lines = append(lines, f.Takes())
	for _, w := range f.Words {
		lines = append(lines, "- "+w.Name+": "+w.Says)
	}
	for _, says := range []string{f.Partly(), f.OnSilence(), f.Whom(), f.Of.Sentence()} {
		if says != "" {
			lines = append(lines, says)
		}
	}
	return strings.Join(lines, "\n")
}
