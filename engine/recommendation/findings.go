package recommendation

import "windscreen/engine/term"

// Ground is a statutory basis.
type Ground struct {
	// Name is what rules write after "ground.", such as "s17_disability".
	Name string `json:"name"`
	// ID is the section or duty, such as "s47". Limb is the part of the section, where the
	// law has several, such as "disability" of section 17.
	ID   string `json:"id"`
	Limb string `json:"limb,omitempty"`
	// State is term.Holds or term.Possible.
	State term.State `json:"state"`
	Title string     `json:"title"`
	// Rules are the rules by which it holds, or is open.
	Rules   []string `json:"rules"`
	Because []Fact   `json:"because"`
	// WaitsOn are the facts that would decide a possible ground.
	WaitsOn []string `json:"waits_on,omitempty"`
	Cite    []string `json:"cite"`
}

// Indicator is a sign of need that holds.
type Indicator struct {
	Rule
	Level    int           `json:"level"`
	Domain   string        `json:"domain"`
	Strength term.Strength `json:"strength"`
	// Concept is what a quorum counts: signs of one concept count once.
	Concept string `json:"concept"`
	// Counted is false for context, and for a sign that counts only beside
	// another while there is no other.
	Counted bool `json:"counted"`
}

// Caution is a warning to read beside the answer.
type Caution struct {
	Rule
	Says string `json:"says"`
	// NotCommenced is true for a caution that rests on law which is not in force. Such a
	// caution is given only where it is asked for.
	NotCommenced bool `json:"not_commenced,omitempty"`
}

// Clause is one numbered statement of a source document or of the law.
type Clause struct {
	Document string `json:"document"`
	Section  string `json:"section"`
	Page     string `json:"page,omitempty"`
	// Says is a paraphrase, never the document's own sentence.
	Says string `json:"says"`
	// Verified is, for the law, how far the statement was checked against its source.
	Verified term.Verified `json:"verified,omitempty"`
	// Status is, for the law, how it stands.
	Status term.Status `json:"status,omitempty"`
}
