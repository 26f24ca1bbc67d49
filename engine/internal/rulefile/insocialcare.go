package rulefile

import (
	"windscreen/engine/internal/shape"
	"windscreen/engine/term"
)

// InsideEntry is what a rule says to a reader in children's social care, who cannot be told to tell children's social care.
type InsideEntry struct {
	Says  shape.Text `yaml:"says" need:"yes" doc:"What the rule says to them, in place of its says or action."`
	Short shape.Text `yaml:"short" doc:"What the first screen says to them in place of that; needed where that is too long for it."`
	// The rule's own contact is as a rule their own telephone.
	Contact    shape.Text              `yaml:"contact" doc:"Whom they call: a contact. If left out: nobody. Only for an escalation or a step."`
	Does       []shape.Word[term.Deed] `yaml:"does" doc:"What the rule does on the first screen in these words, in place of its does."`
	PartOfCall `yaml:",inline"`
}
