package policy

import (
	"windscreen/engine/term"
)

// Service is a service and whom it is for; of one that is only listed, the rule is
// never run.
type Service struct {
	*Rule
	Says, Organisation string
	// Agreement is empty where the document does not say.
	Agreement term.Agreement
	// ListedAt is the number of the level at which the directory lists it, or 0.
	ListedAt int
	Contact  *Contact
}
