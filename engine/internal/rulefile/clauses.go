package rulefile

import (
	"windscreen/engine/internal/shape"
	"windscreen/engine/term"
)

// Clauses is a clauses.yaml or a file of the folder clauses: a register of what may
// be cited.
type Clauses struct {
	Document shape.Text    `yaml:"document" need:"yes" doc:"The document or body of law that the clauses are from."`
	Clauses  []ClauseEntry `yaml:"clauses" need:"yes" doc:"The clauses."`
}

// ClauseEntry is one numbered statement of a source document or of the law.
type ClauseEntry struct {
	ID       shape.Text                `yaml:"id" need:"yes" doc:"Stable id."`
	Section  shape.Text                `yaml:"section" need:"yes" doc:"Section of the document, or provision of the law."`
	Page     shape.Text                `yaml:"page" doc:"Page, as the document numbers it; ~ marks an estimate."`
	Says     shape.Text                `yaml:"says" need:"yes" doc:"A paraphrase, in words of our own."`
	Verified shape.Word[term.Verified] `yaml:"verified" doc:"For the law: how far the statement was checked against its source."`
	Status   shape.Word[term.Status]   `yaml:"status" doc:"For the law: whether it is in force."`
	NoRule   *NoRule                   `yaml:"no_rule" doc:"For a statement that no rule can carry: of which kind it is, and why."`
}

// NoRule marks a clause that no rule can carry.
type NoRule struct {
	Here shape.Here
	Kind shape.Word[term.NoRule] `yaml:"kind" need:"yes" doc:"Which kind of statement it is."`
	Why  shape.Text              `yaml:"why" need:"yes" doc:"Why no rule can carry this one."`
}
