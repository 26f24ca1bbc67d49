package rulefile

import (
	"windscreen/engine/internal/shape"
	"windscreen/engine/term"
)

// IndicatorEntry is a sign of need at a level.
type IndicatorEntry struct {
	Head     `yaml:",inline"`
	Level    int                       `yaml:"level" doc:"The level it points to; the file's level where left out."`
	Domain   shape.Text                `yaml:"domain" need:"yes" doc:"The document's domain that it counts in."`
	Concept  shape.Text                `yaml:"concept" need:"yes" doc:"What it is a sign of; signs of one concept count once."`
	Strength shape.Word[term.Strength] `yaml:"strength" need:"yes" doc:"How much it weighs."`
	Ground   shape.Text                `yaml:"ground" doc:"A statutory basis that the sign makes out by itself; only for one that decides."`
}
