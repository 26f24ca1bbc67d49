package rulefile

import "windscreen/engine/internal/shape"

// EachEntry is how the answers of several persons make the value of a choice.
type EachEntry struct {
	By      shape.Text          `yaml:"by" need:"yes" doc:"The set of choices of the same domain that says who gave the answer. Its words are the persons."`
	Whose   []Words             `yaml:"whose" need:"yes" doc:"Groups of persons, in order. The answers of the first group of which a case names anyone make the value."`
	Pending []shape.Text        `yaml:"pending" doc:"Answers that are none yet. They count only where nobody in the group has answered otherwise."`
	Rows    []EachRow           `yaml:"rows" need:"yes" doc:"Which answers make which word. The first row that fits counts."`
	Own     shape.Map[OwnEntry] `yaml:"own" doc:"By person, a choice of the same domain that takes this person's own answer as well."`
}

// Words are words of a fact.
type Words []shape.Text

// EachRow is a row of the table.
type EachRow struct {
	Some   Words      `yaml:"some" need:"yes" doc:"Someone answered one of these."`
	Others Words      `yaml:"others" doc:"And someone answered one of these."`
	Gives  shape.Text `yaml:"gives" need:"yes" doc:"The word of the fact."`
}

// OwnEntry is a fact that takes one person's own answer.
type OwnEntry struct {
	Fact      shape.Text `yaml:"fact" need:"yes" doc:"The fact."`
	Otherwise shape.Text `yaml:"otherwise" need:"yes" doc:"Its word where the person is not named."`
}
