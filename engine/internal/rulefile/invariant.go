package rulefile

import (
	"windscreen/engine/internal/shape"
)

// InvariantEntry is something that no case may break.
type InvariantEntry struct {
	ID    shape.Text   `yaml:"id" need:"yes" doc:"Stable name of the invariant: lower case, dotted, unique in the policy."`
	Title shape.Text   `yaml:"title" need:"yes" doc:"What is always so, in a few plain words."`
	Holds shape.Expr   `yaml:"holds" need:"yes" doc:"The condition that no case makes false. Beside what a caution may read, it may name what the answer says, such as agreement_is_required."`
	Why   shape.Text   `yaml:"why" need:"yes" doc:"Why it must be so."`
	Cite  []shape.Text `yaml:"cite" need:"yes" doc:"Clauses that say so."`
}
