package rulefile

import (
	"windscreen/engine/internal/shape"
	"windscreen/engine/term"
)

// LocalEntry is what a document itself says of a rule of a policy that it builds on. The
// condition and the answer stay those of the shared rule.
type LocalEntry struct {
	Cite    []shape.Text `yaml:"cite" need:"yes" doc:"Clauses of the document that say the same as the rule. They come before the rule's own."`
	Says    shape.Text   `yaml:"says" doc:"The rule in the document's terms, in place of its says or action."`
	Short   shape.Text   `yaml:"short" doc:"What the first screen says, in the document's terms, in place of the rule's short."`
	Contact shape.Text   `yaml:"contact" doc:"Whom the document says to call: a contact. Only for an escalation, a step or a service."`
	// Of an escalation or a step alone.
	Does       []shape.Word[term.Deed] `yaml:"does" doc:"What the rule does on the first screen in these terms, in place of its does."`
	PartOfCall `yaml:",inline"`
	Safe       shape.Text `yaml:"safe" doc:"What the first screen says in place of the text where telling the family is safe: no answer that is still open could make it wait. If left out: the same as otherwise."`
	Waiting    shape.Text `yaml:"waiting" doc:"Of a line of agreement or answered: what the first screen says while telling the family waits, where short would send the reader to ask them. If left out: short."`
	// Of a line of answered alone.
	AnsweredTexts `yaml:",inline"`
}
