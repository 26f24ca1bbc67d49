package rulefile

import "windscreen/engine/internal/shape"

// ThenAskEntry is what somebody with experience asks next where the fact states a concern. Exactly one of Source
// and Cite says where that comes from.
type ThenAskEntry struct {
	Here      shape.Here
	Fact      shape.Text   `yaml:"fact" need:"yes" doc:"Path of the fact to ask about next."`
	Ask       shape.Text   `yaml:"ask" doc:"The question as it is asked then, if the fact's own question is too broad. The first screen shows it."`
	Discloses bool         `yaml:"discloses" doc:"True where the question in these words tells that a child said something, or has a mark."`
	From      shape.Text   `yaml:"from" doc:"Of a scale: the lowest rung for which it is asked. Left out where it is asked of every rung above the lowest."`
	Words     []shape.Text `yaml:"words" doc:"Of a choice or choices: the words for which it is asked. Left out where it is asked of any word."`
	When      shape.Expr   `yaml:"when" doc:"A condition over facts. Where it is certainly false, it is not asked because of this concern."`
	Why       shape.Text   `yaml:"why" need:"yes" doc:"Why it is asked next, in plain words."`
	Source    shape.Text   `yaml:"source" doc:"National guidance by name that asks it, or says why it matters."`
	Cite      []shape.Text `yaml:"cite" doc:"In place of source: ids of clauses that say so."`
}
