// Package scenariofile reads scenario files and runs them: cases with the
// results that they must have.
//
// A scenario that could not fail is worse than none, so reading is strict: every
// name in an expectation must exist, no expectation may contradict another, and
// each scenario must expect something beyond the level. Nothing here reads the
// machine's clock; a case's as_of is the only time there is.
package scenariofile

import (
	"github.com/google/jsonschema-go/jsonschema"

	"windscreen/engine/internal/shape"
	"windscreen/engine/term"
)

// Schema is the JSON Schema of a scenario file. What cases may hold depends on the
// vocabulary and is not in it.
func Schema() *jsonschema.Schema {
	return shape.Schema[File]("", "Windscreen scenarios: cases with what must come out of them")
}

// File is a scenario file as it stands on disk.
type File struct {
	Policy    shape.Text           `yaml:"policy" doc:"The policy of every case in this file that names none itself; all is every policy that a case can name, each in a run of its own."`
	Cases     shape.Map[shape.Any] `yaml:"cases" doc:"Shared cases, by name: whole case documents or parts of one."`
	CasesFrom []shape.Text         `yaml:"cases_from" doc:"Files of shared cases beside this file or in a folder above it, such as ../cases.yaml."`
	Scenarios []Scenario           `yaml:"scenarios" need:"yes" doc:"The scenarios."`
}

// Scenario is one case, or several that differ in a few facts, and what must come
// out of it.
type Scenario struct {
	Here   shape.Here
	Name   shape.Text                          `yaml:"name" need:"yes" doc:"What the scenario shows, in one line; unique in the file."`
	From   []shape.Text                        `yaml:"from" doc:"The clauses that the expectation was taken from."`
	Use    []shape.Text                        `yaml:"use" doc:"Shared cases to lay under the scenario's own case, in this order; what comes later replaces what came before."`
	Case   shape.Any                           `yaml:"case" doc:"The scenario's own case."`
	Matrix shape.Map[shape.Values[term.Every]] `yaml:"matrix" doc:"Facts by path, each with several values, or policy with several policies or all; every combination is run. A fact of one child of several is children.LABEL.path."`
	Expect Expectations                        `yaml:"expect" need:"yes" doc:"What must come out: at least one thing beyond level, at_most and settled."`
}

// Expectations are what must come out of a scenario. In a case about several children they are
// of the family, and under children of one child each.
type Expectations struct {
	Expect
	Children shape.Map[Expect] `yaml:"children" doc:"In a case about several children: what must come out for one of them, by the child's label."`
}

// Expect is what must come out for one child, or for a family. What it does not mention may be
// anything.
type Expect struct {
	Here        shape.Here
	Level       shape.Int   `yaml:"level" doc:"The level recommended."`
	AtMost      shape.Int   `yaml:"at_most" doc:"The highest level not ruled out."`
	Settled     shape.Bool  `yaml:"settled" doc:"Whether nothing still unknown could change the level."`
	Grounds     States      `yaml:"grounds" doc:"Statutory bases, by the names that rules write after ground."`
	Rules       Truths      `yaml:"rules" doc:"Rules of any kind, by id."`
	Cites       Cites       `yaml:"cites" doc:"Clauses, for whoever knows the document and not the rules."`
	Consent     Consent     `yaml:"consent" doc:"The consent position."`
	Escalations Escalations `yaml:"escalations" doc:"Escalations, by the ids of their rules."`
	Deadlines   []Deadline  `yaml:"deadlines" doc:"Deadlines that must be among those of what is due."`
	Services    Services    `yaml:"services" doc:"Services, by the ids of their rules."`
	Pathway     Pathway     `yaml:"pathway" doc:"Steps of the pathway, by the ids of their rules."`
	Questions   Questions   `yaml:"questions" doc:"What is asked next: facts by path, or whole domains by name."`
	Cautions    States      `yaml:"cautions" doc:"Cautions, by the ids of their rules."`
}

// States are things that hold, may hold, or do not.
type States struct {
	Hold     []shape.Text `yaml:"hold" doc:"Must hold."`
	Possible []shape.Text `yaml:"possible" doc:"Must be open: what is not known decides."`
	Not      []shape.Text `yaml:"not" doc:"Must be ruled out; open is not enough."`
}

// Truths are rules by what their conditions come to.
type Truths struct {
	Hold []shape.Text `yaml:"hold" doc:"Must be true."`
	Open []shape.Text `yaml:"open" doc:"Must be unknown."`
	Not  []shape.Text `yaml:"not" doc:"Must be false; unknown is not enough."`
}

// Cites are clauses that the answer rests on, may rest on, or does not. What the next
// level would ask for is no part of that.
type Cites struct {
	Hold     []shape.Text `yaml:"hold" doc:"Must be cited by something that holds."`
	Possible []shape.Text `yaml:"possible" doc:"Must be cited by something that the answer shows as possible, and by nothing that holds."`
	Not      []shape.Text `yaml:"not" doc:"Must be cited neither by what holds nor by what is possible."`
}

// Consent is the consent position, answer by answer.
type Consent struct {
	Agreement shape.Word[term.Agreement] `yaml:"agreement" doc:"Whether the service recommended needs agreement."`
	Inform    shape.Word[term.Inform]    `yaml:"inform" doc:"Whether to tell the family."`
	Sharing   shape.Word[term.Sharing]   `yaml:"sharing" doc:"What may be shared without agreement."`
	CouldBe   []CouldBe                  `yaml:"could_be" doc:"Other answers that must still be open."`
}

// CouldBe is another answer that is still open.
type CouldBe struct {
	Answer shape.Word[Single] `yaml:"answer" need:"yes" doc:"The question of the consent position."`
	Value  shape.Text         `yaml:"value" need:"yes" doc:"What the answer could yet be."`
}

// Single is an answer that is no list.
type Single term.Answer

// Table is the table of single answers.
func (Single) Table() term.Table[Single] {
	var out term.Table[Single]
	for _, w := range term.SingleAnswers() {
		out = append(out, term.Word[Single]{Code: Single(w.Code), Says: w.Says, Doc: w.Doc})
	}
	return out
}

// Escalations are what is due, may be, or is not.
type Escalations struct {
	Due      []Escalation `yaml:"due" doc:"Must be due now."`
	Possible []Escalation `yaml:"possible" doc:"Must be open: what is not known decides."`
	Done     []shape.Text `yaml:"done" doc:"Would be due, and must be done already by what the case says."`
	Not      []shape.Text `yaml:"not" doc:"Must be ruled out; open is not enough."`
}

// Escalation is an escalation and what the answer must say of it.
type Escalation struct {
	ID        shape.Text                 `yaml:"id" need:"yes" alone:"yes" doc:"The id of its rule; written alone if nothing else about it is expected."`
	Agreement shape.Word[term.Agreement] `yaml:"agreement" doc:"Whether this action of its own needs agreement."`
	Immediate shape.Bool                 `yaml:"immediate" doc:"Whether there is nothing to wait for, whatever the hour."`
	First     shape.Bool                 `yaml:"first" doc:"Whether it is done before anything else."`
	Contact   shape.Text                 `yaml:"contact" doc:"Whom to call, by the name under contacts in the rules."`
}

// Deadline is one deadline of something that is due.
type Deadline struct {
	At         shape.Text `yaml:"at" need:"yes" doc:"The moment, such as 2020-03-03T14:10:00Z; without a zone it is London time."`
	Clause     shape.Text `yaml:"clause" need:"yes" doc:"The clause that sets it."`
	Escalation shape.Text `yaml:"escalation" doc:"The escalation that it belongs to, by the id of its rule; any with a deadline by the clause where left out."`
	Assumed    shape.Bool `yaml:"assumed" doc:"Whether its start was not known, so that as_of stands in for it; either where left out."`
}

// Services are what fits, may fit, or does not.
type Services struct {
	Fit      []Service    `yaml:"fit" doc:"Must fit."`
	Possible []Service    `yaml:"possible" doc:"Must be open: what is not known decides."`
	Not      []shape.Text `yaml:"not" doc:"Must be ruled out; open is not enough."`
}

// Service is a service and what the answer must say of it.
type Service struct {
	ID        shape.Text                 `yaml:"id" need:"yes" alone:"yes" doc:"The id of its rule; written alone if nothing else about it is expected."`
	Agreement shape.Word[term.Agreement] `yaml:"agreement" doc:"Whether the service needs agreement."`
	Contact   shape.Text                 `yaml:"contact" doc:"How to reach it, by the name under contacts in the rules."`
}

// Pathway is how help is reached, may be, or is not.
type Pathway struct {
	Hold     []Step       `yaml:"hold" doc:"Must hold."`
	Possible []shape.Text `yaml:"possible" doc:"Must be open: what is not known decides."`
	Not      []shape.Text `yaml:"not" doc:"Must be ruled out; open is not enough."`
}

// Step is a step of the pathway and what the answer must say of it. An answer shows
// no step that is only possible.
type Step struct {
	ID      shape.Text             `yaml:"id" need:"yes" alone:"yes" doc:"The id of its rule; written alone if nothing else about it is expected."`
	Force   shape.Word[term.Force] `yaml:"force" doc:"How strongly the document asks for it."`
	Contact shape.Text             `yaml:"contact" doc:"Whom to call, by the name under contacts in the rules."`
}

// Questions are what is asked, what is asked before all else, what is asked of nobody but the child, and what is not asked.
type Questions struct {
	Ask   []shape.Text `yaml:"ask" doc:"Must be asked, wherever in the list."`
	First []shape.Text `yaml:"first" doc:"Must stand at the head of the list, in this order."`
	Alone []shape.Text `yaml:"alone" doc:"Must be asked, wherever in the list, and of nobody but the child, alone."`
	Not   []shape.Text `yaml:"not" doc:"Must not be asked."`
}
