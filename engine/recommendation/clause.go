package recommendation

import "windscreen/engine/term"

// Clause is one numbered statement of a source document or of the law.
type Clause struct {
	// Document is the title of the document or the law.
	Document string `json:"document"`
	// Section is the section of it.
	Section string `json:"section"`
	// Page is the page of it, as printed; empty where it has none.
	Page string `json:"page,omitempty"`
	// Says is a paraphrase, never the document's own sentence.
	Says string `json:"says"`
	// Verified says how far a statement of the law was checked: primary, secondary or
	// memory. It is empty for other clauses.
	Verified term.Verified `json:"verified,omitempty"`
	// Status is, for the law, how it stands.
	Status term.Status `json:"status,omitempty"`
}
