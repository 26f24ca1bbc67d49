package policy

import (
	"windscreen/engine/term"
)

// Indicator is a sign of need.
type Indicator struct {
	*Rule
	// Level, Domain and Concept are indexes into the policy's lists.
	Level, Domain, Concept int
	Strength               term.Strength
	// Ground is the index of the statute that the sign makes out by itself, or -1.
	Ground int
}
