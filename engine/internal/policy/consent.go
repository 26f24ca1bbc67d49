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
}
