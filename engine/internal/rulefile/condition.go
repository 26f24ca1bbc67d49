package rulefile

import (
	"windscreen/engine/internal/shape"
)

// ConditionEntry is a condition with a name.
type ConditionEntry struct {
	Title shape.Text   `yaml:"title" need:"yes" doc:"The condition in a few plain words, as an explanation names it."`
	When  shape.Expr   `yaml:"when" need:"yes" doc:"The condition. It may use other named conditions."`
	Cite  []shape.Text `yaml:"cite" doc:"Clauses that say so."`
	Why   shape.Text   `yaml:"why" doc:"Why the condition is as it is, if the document leaves it open."`
}
