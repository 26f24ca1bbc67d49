package policy

import (
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/term"
)

// Escalation is something that must happen now or by a time.
type Escalation struct {
	*Rule
	Immediate bool
	// First is true for what is done before anything else; it is immediate.
	First       bool
	Action, Who string
	// Agreement is empty where the consent position applies.
	Agreement term.Agreement
	Contact   *Contact
	Due       []Due
	Doing
	// DoneBy are the words of the vocabulary for its having been done.
	DoneBy []string
}

// Doing is who does something, and what it waits for. By is empty where whoever reads the answer does it.
type Doing struct {
	By    []term.Doer
	Needs []term.Awaits
}

// Due is one deadline.
type Due struct {
	Clause, Basis, Short string
	Limit                Limit
	// From is the date or time fact it runs from; nil for the case's as_of.
	From *vocabulary.Fact
}
