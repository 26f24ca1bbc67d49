// Package proof holds what came of deciding, for all cases, whether policies keep their invariants. Package
// authoring decides them, and package render shows the report.
package proof

import (
	"windscreen/engine/diagnostic"
	"windscreen/engine/facts"
)

// State is what came of an invariant.
type State string

// The states.
const (
	// Proved: no case breaks it.
	Proved State = "proved"
	// Refuted: a case breaks it.
	Refuted State = "refuted"
	// GaveUp: it was not decided within bounds, which says nothing about it.
	GaveUp State = "gave_up"
)

// Report is what came of the invariants of policies.
type Report struct {
	Policies []Policy `json:"policies"`
}

// Policy is what came of the invariants of one policy, in their order.
type Policy struct {
	ID         string      `json:"id"`
	Invariants []Invariant `json:"invariants"`
}

// Invariant is what came of one invariant.
type Invariant struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	// Policy is the policy that the invariant is from, File and Start where its condition stands.
	Policy string              `json:"policy"`
	File   string              `json:"file"`
	Start  diagnostic.Position `json:"start"`
	// Why says why it must be so, Cite where that is said, and Holds what must hold of every case.
	Why   string   `json:"why"`
	Cite  []string `json:"cite"`
	Holds string   `json:"holds"`
	State State    `json:"state"`
	// Reason says why the solver gave up; otherwise it is empty.
	Reason string `json:"reason,omitempty"`
	// Case is a case that breaks it, Rules the rules of that answer which it asks about; nil unless it is refuted.
	Case  *facts.Case `json:"case,omitempty"`
	Rules []Rule      `json:"rules,omitempty"`
	// Smallest is whether it was shown that no case which breaks it states less, among those that say nothing
	// unlikely if this one does not. Unlikely is whether every such case says something unlikely, such as that
	// a baby plays truant.
	Smallest bool `json:"smallest,omitempty"`
	Unlikely bool `json:"unlikely,omitempty"`
}

// Rule is a rule in the answer to a case.
type Rule struct {
	ID    string              `json:"id"`
	Title string              `json:"title"`
	When  string              `json:"when,omitempty"`
	File  string              `json:"file"`
	Start diagnostic.Position `json:"start"`
}

// Count is how many invariants came to a state.
func (r *Report) Count(s State) int {
	n := 0
	for _, p := range r.Policies {
		for _, i := range p.Invariants {
			if i.State == s {
				n++
			}
		}
	}
	return n
}

// Kept reports whether every invariant is proved.
func (r *Report) Kept() bool { return r.Count(Refuted) == 0 && r.Count(GaveUp) == 0 }
