package rulefile

import (
	"windscreen/engine/internal/shape"
)

// LevelEntry is the criterion of one level.
type LevelEntry struct {
	Head  `yaml:",inline"`
	Level int        `yaml:"level" need:"yes" doc:"The level's number."`
	Name  shape.Text `yaml:"name" need:"yes" doc:"The level's own name."`
}
