package recommendation

// Contradiction is evidence that says worse of a fact than the case does. The case is answered
// as it stands; nobody should read the answer without knowing of the evidence. If a fact has
// no worse to it, such as a choice, evidence contradicts the case where both cannot be so.
type Contradiction struct {
	// Fact is the path in the vocabulary.
	Fact string `json:"fact"`
	// Title is the title of the fact.
	Title string `json:"title"`
	// Value is what the case says, as a case would state it, and Says puts it in words.
	Value any    `json:"value"`
	Says  string `json:"says"`
	// FromEvidence is true if the case states nothing itself, and Value is what other evidence
	// says.
	FromEvidence bool `json:"from_evidence,omitempty"`
	// Evidence is what goes against it, and from whom.
	Evidence Evidence `json:"evidence"`
}

// Note is something that is unlikely in the case, such as two facts that seldom go together.
// The case is answered as it stands.
type Note struct {
	// Says is what is unlikely, in words.
	Says string `json:"says"`
	// Facts are the facts that say so.
	Facts []Fact `json:"facts"`
}
