package policy

import (
	"cmp"
	"slices"

	"windscreen/engine/diagnostic"
	"windscreen/engine/term"
)

// Clause is one numbered statement of a source document.
type Clause struct {
	ID, Document, Section, Page, Says string
	// Verified and Status are empty where they are not given, as of a document.
	Verified term.Verified
	Status   term.Status
	// Origin is the policy whose register holds the clause.
	Origin string
	// NoRule is set where no rule can carry the clause.
	NoRule *NoRule
	// File and Start are where the clause stands.
	File  string
	Start diagnostic.Position
}

// NoRule says of which kind a clause is that no rule can carry, and why.
type NoRule struct {
	Kind term.NoRule
	Why  string
}

// Citation is something that cites a clause.
type Citation struct {
	// Policy is the policy that it is from.
	Policy string
	Kind   term.Citing
	// ID is the id of the rule or item, or the name of the parameter, condition, contact or part of
	// the clock.
	ID string
}

// SortCitations puts citations in order, each once.
func SortCitations(list []Citation) []Citation {
	slices.SortFunc(list, func(a, b Citation) int {
		return cmp.Or(cmp.Compare(a.Policy, b.Policy), cmp.Compare(term.Order(a.Kind), term.Order(b.Kind)), cmp.Compare(a.ID, b.ID))
	})
	return slices.Compact(list)
}
