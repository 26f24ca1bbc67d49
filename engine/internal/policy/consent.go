package policy

import (
	"windscreen/engine/term"
)

// Line is one line of a consent answer.
type Line struct {
	*Rule
	Answer term.Answer
	// Value is one of Answer.Values; empty where the answer is no single one.
	Value, Says string
	// Outcome is what the family's answer comes to; empty where the line does not say.
	Outcome term.Outcome
}
