// Package coverage holds what scenarios show of the rules, and the rules of the
// source document: which clauses no rule puts into practice, and which rules no
// scenario saw come out true, false and unknown; and how policies answer a checklist.
// Package engine works it out, package render shows it.
package coverage

import (
	"slices"

	"windscreen/engine/diagnostic"
	"windscreen/engine/term"
)

// Report is the coverage of policies.
type Report struct {
	Policies []Policy `json:"policies"`
	// LeftOut are policies that the report says nothing of; see LeaveOut.
	LeftOut []string `json:"left_out,omitempty"`
}

// LeaveOut leaves the policies out under which no case was run, and notes which. A
// report on some scenarios only would otherwise be all gaps of the others.
func (r *Report) LeaveOut() {
	r.Policies = slices.DeleteFunc(r.Policies, func(p Policy) bool {
		if p.Cases == 0 {
			r.LeftOut = append(r.LeftOut, p.ID)
		}
		return p.Cases == 0
	})
}

// Gaps counts the gaps of all policies.
func (r *Report) Gaps() int {
	n := 0
	for _, p := range r.Policies {
		n += p.Totals.Gaps
	}
	return n
}

// Policy is the coverage of one policy.
type Policy struct {
	ID string `json:"id"`
	// Cases is how many scenario cases were run under the policy.
	Cases  int    `json:"cases"`
	Totals Totals `json:"totals"`
	// Clauses are those of the policy's registers and of the shared policies that it
	// builds on, Rules all its rules; both in the order of their places.
	Clauses []Clause `json:"clauses"`
	Rules   []Rule   `json:"rules"`
}

// Clause is one clause and what carries it: what cites it, or the reason why no
// rule can carry it. A clause with neither is a gap.
type Clause struct {
	ID      string `json:"id"`
	Section string `json:"section"`
	Page    string `json:"page"`
	Says    string `json:"says"`
	// Policy is the policy whose register holds it.
	Policy string `json:"policy"`
	// File and Start are where it stands, within the rule root.
	File  string              `json:"file"`
	Start diagnostic.Position `json:"start"`
	// CitedBy is what cites it. A shared clause may be cited by any policy that builds
	// on the one that registers it.
	CitedBy []Citation `json:"cited_by"`
	NoRule  *NoRule    `json:"no_rule,omitempty"`
}

// Citation is something that cites a clause.
type Citation struct {
	// Policy is the policy that it is from.
	Policy string      `json:"policy"`
	Kind   term.Citing `json:"kind"`
	ID     string      `json:"id"`
}

// NoRule says of which kind a clause is that no rule can carry, and why.
type NoRule struct {
	Kind term.NoRule `json:"kind"`
	Why  string      `json:"why"`
}

// Rule is one rule and what scenarios saw of it.
type Rule struct {
	ID    string    `json:"id"`
	Title string    `json:"title"`
	Kind  term.Kind `json:"kind"`
	// Policy is the policy that it is from.
	Policy string `json:"policy"`
	// File and Start are where it stands, within the rule root.
	File  string              `json:"file"`
	Start diagnostic.Position `json:"start"`
	// Seen counts the cases that saw it come out so. A case on whose day the rule is
	// not in force says nothing of it.
	Seen Seen `json:"seen"`
	// MustBeSeen is what some case has to see: nothing of a rule that always holds, and
	// only true and false of one that can be proved never to be unknown.
	MustBeSeen []term.Truth `json:"must_be_seen"`
	// NeverSeen is what of that no case saw. Each is a gap.
	NeverSeen []term.Truth `json:"never_seen"`
}

// Seen counts cases by what a rule came out as.
type Seen struct {
	True    int `json:"true"`
	False   int `json:"false"`
	Unknown int `json:"unknown"`
}

// Of is how many cases saw one value.
func (s Seen) Of(t term.Truth) int {
	switch t {
	case term.True:
		return s.True
	case term.False:
		return s.False
	case term.Unknown:
		return s.Unknown
	}
	return 0
}

// Add counts a case that saw one value.
func (s *Seen) Add(t term.Truth) {
	switch t {
	case term.True:
		s.True++
	case term.False:
		s.False++
	case term.Unknown:
		s.Unknown++
	}
}
