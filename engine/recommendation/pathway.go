package recommendation

import "windscreen/engine/term"

// Step is one part of the pathway.
type Step struct {
	Rule
	// Part is what the step is about.
	Part term.Part `json:"part"`
	// Force is how strongly the document asks for it.
	Force term.Force `json:"force"`
	// Says is the step in words.
	Says string `json:"says"`
	// Contact is whom to call; null where the step names nobody.
	Contact *Contact `json:"contact"`
	Doing
}
