package rulefile

import (
	"windscreen/engine/internal/shape"
	"windscreen/engine/term"
)

// Vocabulary is one file of rules/vocabulary: the facts of one domain.
type Vocabulary struct {
	Domain     shape.Text           `yaml:"domain" need:"yes" doc:"Name of the domain, as cases and rules write it: lower case, words joined by underscores."`
	Title      shape.Text           `yaml:"title" need:"yes" doc:"The domain in plain words."`
	Ask        shape.Text           `yaml:"ask" need:"yes" doc:"The question that asks whether the whole domain has been gone through."`
	NeverASign bool                 `yaml:"never_a_sign" doc:"True where no fact of the domain may be a sign of need: indicators, grounds and levels must not read it."`
	Facts      shape.Map[FactEntry] `yaml:"facts" need:"yes" doc:"The facts, by name."`
}

// FactEntry is one fact. Exactly one of Type, Scale, Choice, Choices and Whole
// says what its values are.
type FactEntry struct {
	Title      shape.Text                `yaml:"title" need:"yes" doc:"The fact in a few plain words, as an explanation names it."`
	Ask        shape.Text                `yaml:"ask" need:"yes" doc:"The question that a practitioner would ask."`
	Who        []shape.Text              `yaml:"who" doc:"Who could answer."`
	Type       shape.Word[term.FactType] `yaml:"type" doc:"The type of a fact that needs no list of values."`
	Scale      shape.Map[shape.Text]     `yaml:"scale" doc:"Ordered rungs, from nothing of the kind to the most serious, each with its meaning."`
	Choice     shape.Map[shape.Text]     `yaml:"choice" doc:"Words of which exactly one applies, each with its meaning."`
	Choices    shape.Map[shape.Text]     `yaml:"choices" doc:"Words of which any number apply, each with its meaning."`
	Whole      *WholeEntry               `yaml:"whole" doc:"A whole number and its bounds."`
	Nothing    shape.Text                `yaml:"nothing" doc:"What the fact is taken to be where its domain was gone through and it was not mentioned. Left out where silence means nothing."`
	Protective bool                      `yaml:"protective" doc:"True for a strength or a safeguard; silence never confirms one."`
	Danger     bool                      `yaml:"danger" doc:"True for immediate danger; silence never rules it out."`
	MayBeAhead bool                      `yaml:"may_be_ahead" doc:"True for a date or time that may be after as_of."`
	CINFactors []shape.Text              `yaml:"cin_factors" doc:"Children in need census factor codes that the fact corresponds to; an annotation only."`
	Need       shape.Word[term.Need]     `yaml:"need" doc:"Children in need census code for the category of need that the fact corresponds to; an annotation only."`
}

// WholeEntry bounds a whole-number fact.
type WholeEntry struct {
	Min        int        `yaml:"min" need:"yes" doc:"Least value."`
	Max        int        `yaml:"max" need:"yes" doc:"Greatest value."`
	Unit       shape.Text `yaml:"unit" doc:"What is counted, such as years."`
	YearsSince shape.Text `yaml:"years_since" doc:"A date fact from which the number is worked out, as completed years at as_of."`
}
