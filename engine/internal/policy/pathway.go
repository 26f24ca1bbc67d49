package policy

import (
	"windscreen/engine/term"
)

// Step is one part of the pathway.
type Step struct {
	*Rule
	Part    term.Part
	Force   term.Force
	Says    string
	Contact *Contact
	Doing
	// DoneBy are the words of the vocabulary for its having been done.
	DoneBy []string
}
