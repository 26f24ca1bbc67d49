package recommendation

import "windscreen/engine/term"

// Indicator is a sign of need that holds.
type Indicator struct {
	Rule
	// Level is the level whose sign it is.
	Level int `json:"level"`
	// Domain is the domain of the sign.
	Domain   string        `json:"domain"`
	Strength term.Strength `json:"strength"`
	// Concept is what a quorum counts: signs of one concept count once.
	Concept string `json:"concept"`
	// Counted is false for context, and for a sign that counts only beside another when
	// there is no other.
	Counted bool `json:"counted"`
}
