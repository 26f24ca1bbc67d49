package policy

import "windscreen/engine/diagnostic"

// Item is one thing that a threshold document must set out, and what a policy answers.
type Item struct {
	// ID is unique within the policy. Origin is the shared policy that asks.
	ID, Title, Origin string
	Cite              []string
	// Rules are the rules by which the policy answers; Note is what to know of them.
	Rules []*Rule
	Note  string
	// Gap is why there are none. Where it is empty as well, nothing is said.
	Gap string
	// File and Start are where the policy answers, or where it would.
	File  string
	Start diagnostic.Position
}
