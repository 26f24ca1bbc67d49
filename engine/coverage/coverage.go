// Package coverage holds two reports. One says which clauses no rule puts into practice, and
// which rules no scenario has tried as true, as false and as unknown. The other says how
// policies answer a checklist. Package authoring makes them, and package render shows them.
package coverage

import (
	"slices"

	"windscreen/engine/diagnostic"
	"windscreen/engine/term"
)

// Report is the coverage of policies.
type Report struct {
	Policies []Policy `json:"policies"`
	// LeftOut are the policies that the report leaves out; see LeaveOut.
	LeftOut []string `json:"left_out,omitempty"`
}

// LeaveOut leaves out the policies under which no case was run, and notes which. Otherwise a
// report on a few scenarios would consist mainly of the gaps of other policies.
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

// OwnGaps counts those in clauses and rules of the policies themselves, without the shared policies that they build on.
func (r *Report) OwnGaps() int {
	n := 0
	for _, p := range r.Policies {
		n += p.Totals.OwnGaps
	}
	return n
}

// OnlyOwn leaves out what is from the shared policies that a policy builds on, and sums up the rest.
func (r *Report) OnlyOwn() {
	for i := range r.Policies {
		p := &r.Policies[i]
		p.Clauses = slices.DeleteFunc(p.Clauses, func(c Clause) bool { return c.Policy != p.ID })
		p.Rules = slices.DeleteFunc(p.Rules, func(r Rule) bool { return r.Policy != p.ID })
		p.Totals = Sum(p.ID, p.Clauses, p.Rules)
	}
}

// Policy is the coverage of one policy.
type Policy struct {
	ID string `json:"id"`
	// Cases is how many scenario cases were run under the policy.
	Cases  int    `json:"cases"`
	Totals Totals `json:"totals"`
	// Clauses are those of the policy's registers and of the shared policies that it builds
	// on. Rules are all its rules. Both are in the order of their places.
	Clauses []Clause `json:"clauses"`
	Rules   []Rule   `json:"rules"`
}

// Clause is one clause and what carries it: what cites it, or the reason why no rule can
// carry it. A clause with neither is a gap.
type Clause struct {
	ID      string `json:"id"`
	Section string `json:"section"`
	Page    string `json:"page"`
	Says    string `json:"says"`
	// Policy is the policy whose register holds it.
	Policy string `json:"policy"`
	// File and Start are its place within the rule root.
	File  string              `json:"file"`
	Start diagnostic.Position `json:"start"`
	// CitedBy is what cites it. Any policy that builds on a shared policy may cite its
	// clauses.
	CitedBy []Citation `json:"cited_by"`
	NoRule  *NoRule    `json:"no_rule,omitempty"`
}

// Open reports whether nothing cites the clause and nothing says why: a gap.
func (c Clause) Open() bool { return len(c.CitedBy) == 0 && c.NoRule == nil }

// Citation is something that cites a clause.
type Citation struct {
	// Policy is the policy that it is from.
	Policy string      `json:"policy"`
	Kind   term.Citing `json:"kind"`
	ID     string      `json:"id"`
}

// NoRule says of what kind a clause without a rule is, and why it has none.
type NoRule struct {
	Kind term.NoRule `json:"kind"`
	Why  string      `json:"why"`
}

// Rule is one rule and its results in scenarios.
type Rule struct {
	ID    string    `json:"id"`
	Title string    `json:"title"`
	Kind  term.Kind `json:"kind"`
	// Policy is the policy that it is from.
	Policy string `json:"policy"`
	// File and Start are its place within the rule root.
	File  string              `json:"file"`
	Start diagnostic.Position `json:"start"`
	// Seen counts the cases by the rule's result. If the rule is not in force on a case's
	// date, the case does not count.
	Seen Seen `json:"seen"`
	// MustBeSeen are the results that some case has to show: none for a rule that always
	// holds, and only true and false for one that can never be unknown.
	MustBeSeen []term.Truth `json:"must_be_seen"`
	// NeverSeen are those of them that no case showed. Each is a gap.
	NeverSeen []term.Truth `json:"never_seen"`
	// Rungs are the rungs of scales from which the rule begins to hold, as far as no case tried them on both sides. They are
	// no gaps.
	Rungs []Rung `json:"rungs,omitempty"`
}

// Rung is a rung of a scale in a condition, such as present in home.domestic_abuse.atLeast("present"). A case tries it if the
// rule holds and the fact is at that rung, and tries the one below if the rule does not hold and the fact is there.
type Rung struct {
	Fact string `json:"fact"`
	Rung string `json:"rung"`
	// AtIt and Below are whether some case tried the rung, and the one below it.
	AtIt  bool `json:"at_it"`
	Below bool `json:"below"`
}

// Seen counts cases by the result of a rule.
type Seen struct {
	True    int `json:"true"`
	False   int `json:"false"`
	Unknown int `json:"unknown"`
}

// Of is the number of cases with one result.
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
