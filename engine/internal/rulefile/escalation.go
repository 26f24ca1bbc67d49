package rulefile

import (
	"windscreen/engine/internal/shape"
	"windscreen/engine/term"
)

// EscalationEntry is something that must happen now or by a time.
type EscalationEntry struct {
	Head       `yaml:",inline"`
	Immediate  bool                       `yaml:"immediate" doc:"True if there is nothing to wait for, whatever the hour."`
	First      bool                       `yaml:"first" doc:"True for the one thing to do before anything else; it heads all that is immediate."`
	Action     shape.Text                 `yaml:"action" need:"yes" doc:"What to do."`
	Who        shape.Text                 `yaml:"who" need:"yes" doc:"Who must do it."`
	Contact    shape.Text                 `yaml:"contact" doc:"A contact of policy.yaml."`
	Agreement  shape.Word[term.Agreement] `yaml:"agreement" doc:"Whether this action itself needs agreement."`
	Doing      `yaml:",inline"`
	PartOfCall `yaml:",inline"`
	DoneBy     []shape.Text `yaml:"done_by" doc:"Words of done of the vocabulary. If a case says that one of them was done, this is no longer due."`
	Due        []DueEntry   `yaml:"due" doc:"Deadlines. If clauses disagree, give each."`
}

// Doing is who does something, and what it waits for.
type Doing struct {
	By    []shape.Word[term.Doer]   `yaml:"by" doc:"Who does it. If left out: whoever reads the answer."`
	Needs []shape.Word[term.Awaits] `yaml:"needs" doc:"What it waits for."`
	Does  []shape.Word[term.Deed]   `yaml:"does" doc:"What it does on the first screen, which goes by this and never by its words."`
	After []shape.Text              `yaml:"after" doc:"Ids of escalations and steps that are done before it. While they stand on the first screen, they stand before it."`
}

// PartOfCall is what an action or a step says as part of a call.
type PartOfCall struct {
	SameCall shape.Text `yaml:"same_call" doc:"What the first screen says in place of the text where the step before makes the same call: to the same contact, or to children's social care if the rule has none. If left out, it is a call of its own."`
}

// DueEntry is one deadline.
type DueEntry struct {
	Clause shape.Text `yaml:"clause" need:"yes" doc:"The clause that sets it."`
	Within shape.Text `yaml:"within" need:"yes" doc:"At once, same working day, end of next working day, before, or a number of hours, days, weeks, months or working days."`
	From   shape.Text `yaml:"from" doc:"The date or time fact from which it runs. If that is unknown or left out, it runs from as_of and is marked as assumed."`
	Basis  shape.Text `yaml:"basis" need:"yes" doc:"The limit and its start in plain words."`
	Short  shape.Text `yaml:"short" doc:"The limit as the first screen says it: Latest for somebody to do something."`
}
