package rulefile

import (
	"windscreen/engine/internal/shape"
)

// ItemAnswer is how a document answers one item of a checklist: by rules, or by a gap
// that is owned up to. Exactly one of Rules and Gap is given.
type ItemAnswer struct {
	Here  shape.Here
	Rules []shape.Text `yaml:"rules" doc:"Ids of the rules that put into practice what the document says about it."`
	Note  shape.Text   `yaml:"note" doc:"What to know about that answer."`
	Gap   shape.Text   `yaml:"gap" doc:"Why there is no rule for it: what the document leaves out."`
}

// ItemEntry is one thing that a threshold document must set out.
type ItemEntry struct {
	ID    shape.Text   `yaml:"id" need:"yes" doc:"Stable name of the item, by which documents answer it: lower case, dotted."`
	Title shape.Text   `yaml:"title" need:"yes" doc:"The item in a few plain words."`
	Cite  []shape.Text `yaml:"cite" need:"yes" doc:"Clauses that ask for it."`
}
