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

// Policy is what came of the invariants of one policy, in their order, and of the laws.
type Policy struct {
	ID         string      `json:"id"`
	Invariants []Invariant `json:"invariants"`
	Laws       []LawKept   `json:"laws"`
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

// Law is something that every policy has to keep, about two cases that differ in one fact. No policy writes it.
type Law string

// The laws.
const (
	// WorseNeverLowers: one rung worse of a scale never lowers the level, nor the highest level that is not ruled out, but
	// where a rule declares that it may.
	WorseNeverLowers Law = "worse_never_lowers"
	// RefusalNeverRaises: a refusal in place of another answer never raises either.
	RefusalNeverRaises Law = "refusal_never_raises"
)

// Title is the law in words.
func (l Law) Title() string {
	switch l {
	case WorseNeverLowers:
		return "One rung worse never lowers the level"
	case RefusalNeverRaises:
		return "A refusal never raises the level"
	}
	return string(l)
}

// LawKept is what came of a law under a policy.
type LawKept struct {
	Law   Law    `json:"law"`
	Title string `json:"title"`
	State State  `json:"state"`
	// Reason says why it was not decided; otherwise it is empty.
	Reason string `json:"reason,omitempty"`
	// Facts is of how many facts it was asked, and Breaches what breaks it, at most one for each fact.
	Facts    int      `json:"facts"`
	Breaches []Breach `json:"breaches"`
}

// Breach are two cases that differ in one fact and break a law.
type Breach struct {
	Fact string `json:"fact"`
	// Case is the one, of which Level is recommended and AtMost not ruled out; Beside, BesideLevel and BesideAtMost are the
	// other and its levels.
	Case         *facts.Case `json:"case"`
	Level        int64       `json:"level"`
	AtMost       int64       `json:"at_most"`
	Beside       *facts.Case `json:"beside"`
	BesideLevel  int64       `json:"beside_level"`
	BesideAtMost int64       `json:"beside_at_most"`
	// Smallest and Unlikely are as those of an invariant.
	Smallest bool `json:"smallest,omitempty"`
	Unlikely bool `json:"unlikely,omitempty"`
}

// CountLaws is how many laws came to a state, those of each policy apart.
func (r *Report) CountLaws(s State) int {
	n := 0
	for _, p := range r.Policies {
		for _, l := range p.Laws {
			if l.State == s {
				n++
			}
		}
	}
	return n
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

// Kept reports whether every invariant and every law is proved.
func (r *Report) Kept() bool {
	return r.Count(Refuted)+r.Count(GaveUp)+r.CountLaws(Refuted)+r.CountLaws(GaveUp) == 0
}
