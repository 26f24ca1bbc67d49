package rulefile

import "windscreen/engine/internal/shape"

// InsideEntry is what a rule says to a reader in children's social care, who cannot be told to tell children's social care.
type InsideEntry struct {
	Says  shape.Text `yaml:"says" need:"yes" doc:"What the rule says to them, in place of its says or action."`
	Short shape.Text `yaml:"short" doc:"What the first screen says to them in place of that; needed where that is too long for it."`
}
