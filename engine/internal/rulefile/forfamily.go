package rulefile

import "windscreen/engine/internal/shape"

// FamilyEntry is what the copy for the family says of a rule. A rule without one is not in that
// copy, so nothing comes to a family that was not written for it.
type FamilyEntry struct {
	Says     shape.Text `yaml:"says" doc:"What the copy for the family says, to them and without blame. Not for an indicator, a ground, a service or a caution."`
	Ring     shape.Text `yaml:"ring" doc:"Whom the family may ring about it: a contact. Of a rule that allows a copy: whom anybody rings in a crisis."`
	Answered bool       `yaml:"answered" doc:"True if it tells what was answered, or rests on it. Only a copy for those who answered says it."`
	NoCopy   bool       `yaml:"no_copy" doc:"True for a rule of consent, an escalation or a step that allows no copy for the family while it is in the answer."`
}
