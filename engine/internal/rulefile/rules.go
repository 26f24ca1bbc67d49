// Package rulefile is the shape of everything under a rule root as it stands on
// disk: what keys a file may hold, and what each means. It gives no meaning to
// what it reads beyond that; package link links the files together.
//
// The same structs drive the strict reader and the published JSON Schema, so the
// two cannot drift apart.
package rulefile

import (
	"windscreen/engine/internal/shape"
)

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
	Invariants  []InvariantEntry        `yaml:"invariants" doc:"What no case may break, whatever it says. Proved by windscreen prove."`
	Checklist   []ItemEntry             `yaml:"checklist" doc:"What a threshold document must set out; only in a shared policy."`

	Conditions shape.Map[ConditionEntry] `yaml:"conditions" doc:"Conditions with a name, which rules use by that name."`
	Local      shape.Map[LocalEntry]     `yaml:"local" doc:"What the document itself says about rules of a policy that it builds on, by the id of the rule."`
	ForFamily  shape.Map[FamilyEntry]    `yaml:"for_family" doc:"What the copy for the family says of rules, by the id of the rule."`
	Inside     shape.Map[InsideEntry]    `yaml:"in_social_care" doc:"What rules say to a reader in children's social care, by the id of the rule."`

	InPlaceOfReason *InPlaceOfReason `yaml:"in_place_of_reason" doc:"What the first screen says of telling and sharing in place of a reason that must not lie open."`
}

// IDs are the ids of the signs, grounds, levels, actions, steps, services and cautions.
func (r *Rules) IDs() []string {
	var out []string
	for _, x := range r.Indicators {
		out = append(out, x.ID.Value)
	}
	for _, x := range r.Grounds {
		out = append(out, x.ID.Value)
	}
	for _, x := range r.Levels {
		out = append(out, x.ID.Value)
	}
	for _, x := range r.Escalations {
		out = append(out, x.ID.Value)
	}
	for _, x := range r.Pathway {
		out = append(out, x.ID.Value)
	}
	for _, x := range r.Services {
		out = append(out, x.ID.Value)
	}
	for _, x := range r.Cautions {
		out = append(out, x.ID.Value)
	}
	return out
}

// Head is what every rule has.
type Head struct {
	Here     shape.Here
	ID       shape.Text   `yaml:"id" need:"yes" doc:"Stable name of the rule: lower case, dotted, unique in the policy."`
	Title    shape.Text   `yaml:"title" doc:"The rule in a few plain words."`
	Cite     []shape.Text `yaml:"cite" doc:"Clauses that the rule puts into practice."`
	When     shape.Expr   `yaml:"when" doc:"The condition. A rule without one always holds; indicators, grounds and levels above the lowest must have one, if only true."`
	Unless   *Unless      `yaml:"unless" doc:"What ends the rule once it is certain. Until then the rule holds, and the answer says so. Only for a duty to protect, to notify or to take advice, and for cautions."`
	InForce  InForce      `yaml:"in_force" doc:"The days on which the rule is in force. The case's as_of decides."`
	Replaces *Replaces    `yaml:"replaces" doc:"A rule of a policy that this one builds on, which this rule replaces."`
	Short    shape.Text   `yaml:"short" doc:"What the first screen says in place of the long text. Only for rules of consent, escalations and steps; needed where the long text is too long for it."`
	Safe     shape.Text   `yaml:"safe" doc:"What the first screen says in place of the text where telling the family is safe: no answer that is still open could make it wait. If left out: the same as otherwise."`
	Excludes []shape.Text `yaml:"excludes" doc:"Ids of rules that cannot stand in one answer with this one. While this one holds, they are left out. Only between escalations, steps, cautions, and lines of consent that are lists."`
	Lowers   []Lowers     `yaml:"lowers" doc:"Graded facts whose getting worse may lower the level by this rule."`
}

// Unless is what ends a rule once it is certain.
type Unless struct {
	Here shape.Here
	Says shape.Text `yaml:"says" need:"yes" doc:"The exception in a few words that read on from 'unless', for example: a council placed the child."`
	When shape.Expr `yaml:"when" need:"yes" doc:"The condition."`
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
