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
	// Of a line of answered: Joined ends a sentence that says whether agreement is needed, Unnamed does so without saying who
	// answered, and Behind stands behind another line. Each is empty where the line has none of its own.
	Joined, Unnamed, Behind string
	// Waiting is what the first screen says while telling the family waits; empty where Short fits then. In a line by which telling
	// or sharing waits for advice, it stands in place of the reason. In a line by which the family is told, Settled does that for a
	// reader who has to have it settled what the family is told.
	Waiting, Settled string
	// WaitingInside is Waiting to a reader in children's social care; empty where that fits.
	WaitingInside string
	// CopyTo is whom a line of copy is for: a word of Vocabulary.CopyFor. It is empty for any other line.
	CopyTo string
}
