package rulefile

import (
	"windscreen/engine/internal/shape"
)

// StatuteEntry is a statutory basis, or one limb of one.
type StatuteEntry struct {
	Name    shape.Text `yaml:"name" need:"yes" doc:"What rules write after ground. (a section and, where it has limbs, the limb)."`
	Section shape.Text `yaml:"section" need:"yes" doc:"The section or duty, such as s17; limbs of one section share it."`
	Limb    shape.Text `yaml:"limb" doc:"The limb."`
	Title   shape.Text `yaml:"title" need:"yes" doc:"The basis in plain words."`
	Gravity int        `yaml:"gravity" doc:"How grave the basis is beside others: an answer names the gravest that holds first. If left out, 0."`
	Short   shape.Text `yaml:"short" doc:"The basis as the second line of the first screen says it. Needed where section and title are too long for it."`
}

// GroundEntry is one way in which a statutory basis holds.
type GroundEntry struct {
	Head   `yaml:",inline"`
	Ground shape.Text `yaml:"ground" need:"yes" doc:"Name of the statute entry."`
}
