package rulefile

import (
	"windscreen/engine/internal/shape"
)

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
	Clauses    shape.Int               `yaml:"clauses" min:"1" doc:"How many numbered statements the document has. The registers of this folder must hold as many, so that a missing one is noticed."`
}

// InForce is a span of days; To may be left out.
type InForce struct {
	From shape.Text `yaml:"from" doc:"First day, YYYY-MM-DD."`
	To   shape.Text `yaml:"to" doc:"Last day, YYYY-MM-DD; left out while in force."`
}
