package rulefile

import (
	"windscreen/engine/internal/shape"
)

// CautionEntry is a warning to read beside the answer.
type CautionEntry struct {
	Head `yaml:",inline"`
	Says shape.Text `yaml:"says" need:"yes" doc:"The warning in plain words."`
}
