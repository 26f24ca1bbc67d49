package recommendation

// Ground is a statutory ground: a section of an Act, or a duty.
type Ground struct {
	// Name is what rules write after "ground.", such as "s17_disability".
	Name string `json:"name"`
	// ID is the section or duty, such as "s47". Limb is the part of the section if the law
	// has several, such as "disability" of section 17.
	ID   string `json:"id"`
	Limb string `json:"limb,omitempty"`
	// State is Holds or Possible.
	State State  `json:"state"`
	Title string `json:"title"`
	// Rules are the rules by which it holds or is open.
	Rules   []string `json:"rules"`
	Because []Fact   `json:"because"`
	// WaitsOn are the facts that would decide a possible ground.
	WaitsOn []string `json:"waits_on,omitempty"`
	Cite    []string `json:"cite"`
}

// Indicator is a sign of need that holds.
type Indicator struct {
	Rule
	Level    int    `json:"level"`
	Domain   string `json:"domain"`
	Strength string `json:"strength"`
	// Concept is what a quorum counts: signs of one concept count once.
	Concept string `json:"concept"`
	// Counted is false for context, and for a sign that counts only beside another when
	// there is no other.
	Counted bool `json:"counted"`
}

// Caution is a warning to read beside the answer.
type Caution struct {
	Rule
	Says string `json:"says"`
	// NotCommenced is true for a caution based on law that is not in force. Such a caution
	// is given only on request.
	NotCommenced bool `json:"not_commenced,omitempty"`
}

// Clause is one numbered statement of a source document or of the law.
type Clause struct {
	Document string `json:"document"`
	Section  string `json:"section"`
	Page     string `json:"page,omitempty"`
	// Says is a paraphrase, never the document's own sentence.
	Says string `json:"says"`
	// Verified says how far a statement of the law was checked: primary, secondary or
	// memory. It is empty for other clauses.
	Verified string `json:"verified,omitempty"`
	// Status is, for the law, whether it is in force: in_force, superseded (something
	// later has taken its place), not_commenced (enacted and not in force) or bill.
	Status string `json:"status,omitempty"`
}
