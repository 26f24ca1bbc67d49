package rulefile

import (
	"windscreen/engine/internal/shape"
	"windscreen/engine/term"
)

// StepEntry is one part of the pathway.
type StepEntry struct {
	Head       `yaml:",inline"`
	Part       shape.Word[term.Part]  `yaml:"part" need:"yes" doc:"What the step is about."`
	Force      shape.Word[term.Force] `yaml:"force" need:"yes" doc:"How strongly the document asks for it."`
	Says       shape.Text             `yaml:"says" need:"yes" doc:"The step in plain words."`
	Doing      `yaml:",inline"`
	PartOfCall `yaml:",inline"`
	DoneBy     []shape.Text `yaml:"done_by" doc:"Words of done of the vocabulary. If a case says that one of them was done, so is the step."`
	Contact    shape.Text   `yaml:"contact" doc:"A contact of policy.yaml."`
}
