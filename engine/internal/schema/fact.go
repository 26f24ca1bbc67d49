package schema

import (
	"fmt"
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
	if f.CanBeAlleged() {
		s.AnyOf = append(s.AnyOf, alleged(f))
	}
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
		return &jsonschema.Schema{Type: "array", Items: words(f.WordNames())}
	case vocabulary.Whole:
		return perhapsPartly(whole(f.Min, f.Max), whole(f.Min, f.Min), whole(f.Max, f.Max))
	case vocabulary.Date:
		return day()
	case vocabulary.Time:
		return moment()
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

// day is a date. The format is a note to editors, which then know the calendar.
func day() *jsonschema.Schema {
	return &jsonschema.Schema{Type: "string", Pattern: casefile.DatePattern, Format: "date"}
}

// moment is a time of day on a date.
func moment() *jsonschema.Schema {
	return &jsonschema.Schema{Type: "string", Pattern: casefile.MomentPattern}
}

// description is the fact's question, who could answer it, what its values mean,
// and what silence means.
func description(f *vocabulary.Fact) string {
	lines := []string{f.Ask}
	if len(f.Who) > 0 {
		lines = append(lines, "Who could answer: "+strings.Join(f.Who, ", ")+".")
	}
	switch f.Kind {
	case vocabulary.YesNo:
		lines = append(lines, "true or false.")
	case vocabulary.Scale:
		lines = append(lines, "One of, from the least to the most serious:")
	case vocabulary.Choice:
		lines = append(lines, "One of:")
	case vocabulary.Choices:
		lines = append(lines, "A list of any of, empty for none:")
	case vocabulary.Whole:
		lines = append(lines, strings.TrimSpace(fmt.Sprintf("A whole number from %d to %d %s", f.Min, f.Max, f.Unit))+".")
	case vocabulary.Date:
		lines = append(lines, "A date, such as 2014-05-17.")
	case vocabulary.Time:
		lines = append(lines, "A time, such as 2020-03-02T14:10.")
	}
	for _, w := range f.Words {
		lines = append(lines, "- "+w.Name+": "+w.Says)
	}
	if f.Kind == vocabulary.Scale || f.Kind == vocabulary.Whole {
		lines = append(lines, "Where it is partly known: {at_least: …, at_most: …}.")
	}
	if f.CanBeAlleged() {
		lines = append(lines, "Where it is alleged and not established: {alleged: …}.")
	}
	if f.Nothing != nil {
		lines = append(lines, "Not mentioned in a domain gone through: "+silence(f)+".")
	}
	return strings.Join(lines, "\n")
}

// silence names the value that silence means.
func silence(f *vocabulary.Fact) string {
	switch f.Kind {
	case vocabulary.Scale, vocabulary.Choice:
		return f.Words[f.Nothing.Lo].Name
	case vocabulary.Choices:
		return "none of these"
	case vocabulary.YesNo:
		return "false"
	case vocabulary.Whole, vocabulary.Date, vocabulary.Time:
	}
	return "" // of numbers and dates silence never means anything
}
