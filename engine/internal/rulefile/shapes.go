// Package rulefile is the shape of everything under a rule root as it stands on
// disk: what keys a file may hold, and what each means. It gives no meaning to
// what it reads beyond that; package link links the files together.
//
// The same structs drive the strict reader and the published JSON Schema, so the
// two cannot drift apart.
package rulefile

import "windscreen/engine/internal/shape"

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
	Title      shape.Text            `yaml:"title" need:"yes" doc:"The fact in a few plain words, as an explanation names it."`
	Ask        shape.Text            `yaml:"ask" need:"yes" doc:"The question that a practitioner would ask."`
	Who        []shape.Text          `yaml:"who" doc:"Who could answer."`
	Type       shape.Text            `yaml:"type" oneof:"yes_no date time" doc:"The type of a fact that needs no list of values."`
	Scale      shape.Map[shape.Text] `yaml:"scale" doc:"Ordered rungs, from nothing of the kind to the most serious, each with its meaning."`
	Choice     shape.Map[shape.Text] `yaml:"choice" doc:"Words of which exactly one applies, each with its meaning."`
	Choices    shape.Map[shape.Text] `yaml:"choices" doc:"Words of which any number apply, each with its meaning."`
	Whole      *WholeEntry           `yaml:"whole" doc:"A whole number and its bounds."`
	Nothing    shape.Text            `yaml:"nothing" doc:"What the fact is taken to be where its domain was gone through and it was not mentioned. Left out where silence means nothing."`
	Protective bool                  `yaml:"protective" doc:"True for a strength or a safeguard; silence never confirms one."`
	Danger     bool                  `yaml:"danger" doc:"True for immediate danger; silence never rules it out."`
	MayBeAhead bool                  `yaml:"may_be_ahead" doc:"True for a date or time that may lie after the moment the case speaks of."`
	CINFactors []shape.Text          `yaml:"cin_factors" doc:"Children in need census factor codes that the fact corresponds to; an annotation only."`
	Need       shape.Text            `yaml:"need" oneof:"N1 N2 N3 N4 N5 N6 N7 N8 N9" doc:"Children in need census code for the category of need that the fact corresponds to; an annotation only."`
}

// WholeEntry bounds a whole-number fact.
type WholeEntry struct {
	Min        int        `yaml:"min" need:"yes" doc:"Least value."`
	Max        int        `yaml:"max" need:"yes" doc:"Greatest value."`
	Unit       shape.Text `yaml:"unit" doc:"What is counted, such as years."`
	YearsSince shape.Text `yaml:"years_since" doc:"A date fact from which the number is worked out as completed years, as at the moment the case speaks of."`
}

// Policy is a policy.yaml: who published what, and what the rules share.
type Policy struct {
	Title      shape.Text              `yaml:"title" need:"yes" doc:"Title of the source document."`
	Publisher  shape.Text              `yaml:"publisher" need:"yes" doc:"Who published it."`
	Edition    shape.Text              `yaml:"edition" need:"yes" doc:"The edition as printed."`
	InForce    InForce                 `yaml:"in_force" doc:"The days on which the edition was in force."`
	BuildsOn   []shape.Text            `yaml:"builds_on" doc:"Shared policies whose rules this one adds to, by the names of their folders."`
	Files      []shape.Text            `yaml:"files" need:"yes" doc:"Every other file of the policy, by its path below this folder. A file that goes missing is then noticed: without its rules a level could come out lower."`
	Domains    shape.Map[shape.Text]   `yaml:"domains" doc:"The document's own domains of need, which quorums count."`
	Contacts   shape.Map[ContactEntry] `yaml:"contacts" doc:"Whom to call, by name."`
	Clock      *ClockEntry             `yaml:"clock" doc:"How working days are counted."`
	Parameters shape.Map[Parameter]    `yaml:"parameters" doc:"Choices that the document leaves open."`
	Checklist  shape.Map[ItemAnswer]   `yaml:"checklist" doc:"How the document answers a checklist of a policy built on, by the id of the item."`
	National   bool                    `yaml:"national" doc:"True for a shared policy of law and national guidance. A rule that rests on its clauses, and on none of the document's own, is marked as national."`
	Clauses    shape.Int               `yaml:"clauses" min:"1" doc:"Into how many statements the document was numbered. The registers of this folder have to hold as many, so that one that drops out is noticed."`
}

// ItemAnswer is how a document answers one item of a checklist: by rules, or by a gap
// that is owned up to. Exactly one of Rules and Gap is given.
type ItemAnswer struct {
	Here  shape.Here
	Rules []shape.Text `yaml:"rules" doc:"Ids of the rules that put into practice what the document says of it, each by its id."`
	Note  shape.Text   `yaml:"note" doc:"What to know of that answer."`
	Gap   shape.Text   `yaml:"gap" doc:"Why there is no rule for it: what the document leaves out."`
}

// InForce is a span of days; To may be left out.
type InForce struct {
	From shape.Text `yaml:"from" doc:"First day, YYYY-MM-DD."`
	To   shape.Text `yaml:"to" doc:"Last day, YYYY-MM-DD; left out while in force."`
}

// ContactEntry is one contact, as printed.
type ContactEntry struct {
	Name       shape.Text   `yaml:"name" need:"yes" doc:"The service; never an individual."`
	Phone      shape.Text   `yaml:"phone" doc:"Telephone number as printed."`
	OutOfHours shape.Text   `yaml:"out_of_hours" doc:"Number outside the hours."`
	Email      shape.Text   `yaml:"email" doc:"A shared address, never an individual's."`
	Hours      shape.Text   `yaml:"hours" doc:"When the number is answered."`
	AsPrinted  shape.Text   `yaml:"as_printed" need:"yes" doc:"Year of print."`
	Cite       []shape.Text `yaml:"cite" need:"yes" doc:"Clauses that print it."`
}

// ClockEntry is how a policy counts working days. Each is a choice with a reason.
type ClockEntry struct {
	CountStartDay Parameter `yaml:"count_start_day" need:"yes" doc:"Whether the day of the start is day one."`
	CutOff        Parameter `yaml:"cut_off" need:"yes" doc:"Time of day, HH:MM, after which a start counts as the next working day; none for no cut-off."`
	DayEnds       Parameter `yaml:"day_ends" need:"yes" doc:"Time of day, HH:MM, at which a working day ends."`
}

// Parameter is a choice that the source document leaves open.
type Parameter struct {
	Value shape.Any    `yaml:"value" need:"yes" doc:"A whole number, true or false, or a word."`
	Why   shape.Text   `yaml:"why" need:"yes" doc:"Why this value."`
	Cite  []shape.Text `yaml:"cite" doc:"Clauses that leave it open."`
}

// Clauses is a clauses.yaml or a file of the folder clauses: a register of what may
// be cited.
type Clauses struct {
	Document shape.Text    `yaml:"document" need:"yes" doc:"The document or body of law that the clauses are from."`
	Clauses  []ClauseEntry `yaml:"clauses" need:"yes" doc:"The clauses."`
}

// ClauseEntry is one numbered statement of a source document or of the law.
type ClauseEntry struct {
	ID       shape.Text `yaml:"id" need:"yes" doc:"Stable id."`
	Section  shape.Text `yaml:"section" need:"yes" doc:"Section of the document, or provision of the law."`
	Page     shape.Text `yaml:"page" doc:"Page, as the document numbers it; ~ marks an estimate."`
	Says     shape.Text `yaml:"says" need:"yes" doc:"A paraphrase, in words of our own."`
	Verified shape.Text `yaml:"verified" oneof:"primary secondary memory" doc:"For the law: how far the statement was checked against its source."`
	Status   shape.Text `yaml:"status" oneof:"in_force superseded not_commenced bill" doc:"For the law: whether it is in force. superseded: something later has taken its place. not_commenced: enacted and not in force. bill: not enacted."`
	NoRule   *NoRule    `yaml:"no_rule" doc:"For a statement that no rule can carry: of which kind it is, and why."`
}

// NoRule marks a clause that no rule can carry. rules/README.md says what each kind
// means.
type NoRule struct {
	Here shape.Here
	Kind shape.Text `yaml:"kind" need:"yes" oneof:"publication principle definition background organisation lost" doc:"Which kind of statement it is; the author's guide says what each kind means."`
	Why  shape.Text `yaml:"why" need:"yes" doc:"Why no rule can carry this one."`
}

// Rules is any other file of a policy: rules of any kinds.
type Rules struct {
	Level       int                     `yaml:"level" doc:"The level of every indicator in this file that gives none."`
	Parameters  shape.Map[Parameter]    `yaml:"parameters" doc:"Choices that the document leaves open."`
	Contacts    shape.Map[ContactEntry] `yaml:"contacts" doc:"Whom to call, by name."`
	Statutes    []StatuteEntry          `yaml:"statutes" doc:"The statutory bases that grounds speak of."`
	Indicators  []IndicatorEntry        `yaml:"indicators" doc:"Signs of need."`
	Grounds     []GroundEntry           `yaml:"grounds" doc:"When a statutory basis holds."`
	Levels      []LevelEntry            `yaml:"levels" doc:"The criterion of each level."`
	Consent     ConsentEntry            `yaml:"consent" doc:"The consent position."`
	Escalations []EscalationEntry       `yaml:"escalations" doc:"What must happen now or by a time."`
	Pathway     []StepEntry             `yaml:"pathway" doc:"How help is reached."`
	Services    []ServiceEntry          `yaml:"services" doc:"Services, and whom each is for."`
	Cautions    []CautionEntry          `yaml:"cautions" doc:"Warnings to read beside the answer."`
	Checklist   []ItemEntry             `yaml:"checklist" doc:"What a threshold document must set out; only in a shared policy."`

	Conditions shape.Map[ConditionEntry] `yaml:"conditions" doc:"Conditions with a name, which rules use by that name."`
	Local      shape.Map[LocalEntry]     `yaml:"local" doc:"What the document itself says of rules of a policy built on, by the id of the rule."`
}

// ItemEntry is one thing that a threshold document must set out.
type ItemEntry struct {
	ID    shape.Text   `yaml:"id" need:"yes" doc:"Stable name of the item, by which documents answer it: lower case, dotted."`
	Title shape.Text   `yaml:"title" need:"yes" doc:"The item in a few plain words."`
	Cite  []shape.Text `yaml:"cite" need:"yes" doc:"Clauses that ask for it."`
}

// Head is what every rule has.
type Head struct {
	Here     shape.Here
	ID       shape.Text   `yaml:"id" need:"yes" doc:"Stable name of the rule: lower case, dotted, unique in the policy."`
	Title    shape.Text   `yaml:"title" doc:"The rule in a few plain words."`
	Cite     []shape.Text `yaml:"cite" doc:"Clauses that the rule puts into practice."`
	When     shape.Expr   `yaml:"when" doc:"The condition. A rule without one always holds; indicators, grounds and levels above the lowest must have one, if only true."`
	Unless   *Unless      `yaml:"unless" doc:"What ends the rule once it is certain. Until then the rule holds, and the answer says so. Only for a duty to protect, to notify or to take advice, and for cautions."`
	InForce  InForce      `yaml:"in_force" doc:"The days on which the rule is in force, by the moment that the case speaks of."`
	Replaces *Replaces    `yaml:"replaces" doc:"A rule of a policy built on that this one stands in for."`
	Lowers   []Lowers     `yaml:"lowers" doc:"Graded facts whose getting worse may lower the level by this rule."`
}

// Unless is what a rule stands back for once it is certain.
type Unless struct {
	Here shape.Here
	Says shape.Text `yaml:"says" need:"yes" doc:"In a few words, as they follow 'unless': a council placed the child."`
	When shape.Expr `yaml:"when" need:"yes" doc:"The condition."`
}

// ConditionEntry is a condition with a name.
type ConditionEntry struct {
	Title shape.Text   `yaml:"title" need:"yes" doc:"The condition in a few plain words, as an explanation names it."`
	When  shape.Expr   `yaml:"when" need:"yes" doc:"The condition. It may use other named conditions."`
	Cite  []shape.Text `yaml:"cite" doc:"Clauses that say so."`
	Why   shape.Text   `yaml:"why" doc:"Why it is put so, where the document leaves it open."`
}

// Replaces names the rule replaced and gives the reason.
type Replaces struct {
	Rule shape.Text `yaml:"rule" need:"yes" doc:"Id of the rule replaced."`
	Why  shape.Text `yaml:"why" need:"yes" doc:"The reason."`
}

// Lowers declares an exception to the law that worse never lowers the level.
type Lowers struct {
	Fact shape.Text   `yaml:"fact" need:"yes" doc:"The graded fact."`
	Why  shape.Text   `yaml:"why" need:"yes" doc:"The reason."`
	Cite []shape.Text `yaml:"cite" need:"yes" doc:"Clauses that say so."`
}

// StatuteEntry is a statutory basis, or one limb of one.
type StatuteEntry struct {
	Name    shape.Text `yaml:"name" need:"yes" doc:"What rules write after ground. (a section and, where it has limbs, the limb)."`
	Section shape.Text `yaml:"section" need:"yes" doc:"The section or duty, such as s17; limbs of one section share it."`
	Limb    shape.Text `yaml:"limb" doc:"The limb."`
	Title   shape.Text `yaml:"title" need:"yes" doc:"The basis in plain words."`
}

// IndicatorEntry is a sign of need at a level.
type IndicatorEntry struct {
	Head     `yaml:",inline"`
	Level    int        `yaml:"level" doc:"The level it points to; the file's level where left out."`
	Domain   shape.Text `yaml:"domain" need:"yes" doc:"The document's domain that it counts in."`
	Concept  shape.Text `yaml:"concept" need:"yes" doc:"What it is a sign of; signs of one concept count once."`
	Strength shape.Text `yaml:"strength" need:"yes" oneof:"decides counts modifies context" doc:"decides: one is enough. counts: towards a quorum. modifies: counts only beside a sign of another concept at its level or above that decides or counts. context: explanation only."`
	Ground   shape.Text `yaml:"ground" doc:"A statutory basis that the sign makes out by itself; only for one that decides."`
}

// GroundEntry is one way in which a statutory basis holds.
type GroundEntry struct {
	Head   `yaml:",inline"`
	Ground shape.Text `yaml:"ground" need:"yes" doc:"Name of the statute entry."`
}

// LevelEntry is the criterion of one level.
type LevelEntry struct {
	Head  `yaml:",inline"`
	Level int        `yaml:"level" need:"yes" doc:"The level's number."`
	Name  shape.Text `yaml:"name" need:"yes" doc:"The level's own name."`
}

// ConsentEntry is the consent position: for agreement, inform and sharing the
// first line that holds answers; of from, record and refused every line that
// holds is given.
type ConsentEntry struct {
	Agreement []LineEntry `yaml:"agreement" doc:"Whether the service recommended needs agreement: required, not_required or not_applicable."`
	Inform    []LineEntry `yaml:"inform" doc:"Whether to tell the family: expected, advice_first, not_before_advice, not_a_precondition or not_applicable."`
	Sharing   []LineEntry `yaml:"sharing" doc:"What may be shared without agreement: with_agreement, advice_first, in_proportion or not_applicable."`
	From      []LineEntry `yaml:"from" doc:"Whose agreement to seek."`
	Record    []LineEntry `yaml:"record" doc:"What to write down."`
	Refused   []LineEntry `yaml:"refused" doc:"What follows a refusal."`
}

// LineEntry is one line of a consent answer.
type LineEntry struct {
	Head   `yaml:",inline"`
	Value  shape.Text `yaml:"value" doc:"The answer; only for agreement, inform and sharing."`
	Says   shape.Text `yaml:"says" need:"yes" doc:"The line in plain words."`
	Before shape.Text `yaml:"before" doc:"A line of a policy built on, of the same answer, before which this one stands. Otherwise it stands after all of them."`
}

// EscalationEntry is something that must happen now or by a time.
type EscalationEntry struct {
	Head      `yaml:",inline"`
	Immediate bool       `yaml:"immediate" doc:"True where there is nothing to wait for, whatever the hour."`
	First     bool       `yaml:"first" doc:"True for the one thing to do before anything else; it heads all that is immediate."`
	Action    shape.Text `yaml:"action" need:"yes" doc:"What to do."`
	Who       shape.Text `yaml:"who" need:"yes" doc:"Who must do it."`
	Contact   shape.Text `yaml:"contact" doc:"A contact of policy.yaml."`
	Agreement shape.Text `yaml:"agreement" oneof:"required not_required not_applicable" doc:"Whether this action of its own needs agreement."`
	Due       []DueEntry `yaml:"due" doc:"Deadlines; where clauses disagree, each."`
}

// DueEntry is one deadline.
type DueEntry struct {
	Clause shape.Text `yaml:"clause" need:"yes" doc:"The clause that sets it."`
	Within shape.Text `yaml:"within" need:"yes" doc:"At once, same working day, end of next working day, or a number of hours, days, weeks, months or working days."`
	From   shape.Text `yaml:"from" doc:"The date or time fact from which it runs; where unknown or left out, the moment the case speaks of, marked as assumed."`
	Basis  shape.Text `yaml:"basis" need:"yes" doc:"The limit and its start in plain words."`
}

// StepEntry is one part of the pathway.
type StepEntry struct {
	Head    `yaml:",inline"`
	Part    shape.Text `yaml:"part" need:"yes" oneof:"front_door form lead assessment plan review movement" doc:"What the step is about."`
	Force   shape.Text `yaml:"force" need:"yes" oneof:"helpful expected required" doc:"How strongly the document asks for it."`
	Says    shape.Text `yaml:"says" need:"yes" doc:"The step in plain words."`
	Contact shape.Text `yaml:"contact" doc:"A contact of policy.yaml."`
}

// ServiceEntry is a service and whom it is for.
type ServiceEntry struct {
	Head         `yaml:",inline"`
	Says         shape.Text `yaml:"says" need:"yes" doc:"What the service offers."`
	Organisation shape.Text `yaml:"organisation" doc:"Who provides it; never an individual."`
	ListedAt     shape.Int  `yaml:"listed_at" doc:"The level at which the document's directory lists the service. It only sorts the directory: it is no sign of a child's level."`
	ListedOnly   bool       `yaml:"listed_only" doc:"True for a service that the directory lists and that no condition can fit to a case: open to everyone, or for those whom no fact describes. It is listed and never suggested, and has no when."`
	Agreement    shape.Text `yaml:"agreement" oneof:"required not_required not_applicable" doc:"Whether the service needs agreement."`
	Contact      shape.Text `yaml:"contact" doc:"A contact of policy.yaml."`
}

// CautionEntry is a warning to read beside the answer.
type CautionEntry struct {
	Head `yaml:",inline"`
	Says shape.Text `yaml:"says" need:"yes" doc:"The warning in plain words."`
}
