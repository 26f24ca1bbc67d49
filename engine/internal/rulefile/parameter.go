package rulefile

import (
	"windscreen/engine/internal/shape"
)

// Parameter is a choice that the source document leaves open.
type Parameter struct {
	Value shape.Any    `yaml:"value" need:"yes" doc:"A whole number, true or false, or a word."`
	Why   shape.Text   `yaml:"why" need:"yes" doc:"Why this value."`
	Cite  []shape.Text `yaml:"cite" doc:"Clauses that leave it open."`
}
