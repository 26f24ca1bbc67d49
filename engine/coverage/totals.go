package coverage

import (
	"slices"

	"windscreen/engine/term"
)

// Totals are the sums over a policy's clauses and rules.
type Totals struct {
	Clauses int `json:"clauses"`
	Cited   int `json:"cited"`
	// Marked is the number of clauses that no rule can carry, and MarkedAs the same by kind.
	Marked   int                 `json:"marked"`
	MarkedAs map[term.NoRule]int `json:"marked_as"`
	Neither  int                 `json:"neither"`
	Rules    int                 `json:"rules"`
	// Seen counts the rules by the results that some case showed. SeenAll counts those with
	// all three.
	Seen    Seen `json:"seen"`
	SeenAll int  `json:"seen_all"`
	// AlwaysHold and NeverUnknown count the rules that need not be tried in every way.
	AlwaysHold   int `json:"always_hold"`
	NeverUnknown int `json:"never_unknown"`
	// Gaps counts the clauses with no rule and no reason, and the results that rules must
	// show and no case showed.
	Gaps int `json:"gaps"`
	// OwnGaps are those of them in the policy's own clauses and rules.
	OwnGaps int `json:"own_gaps"`
}

// Sum works out the totals of the policy with an id.
func Sum(id string, clauses []Clause, rules []Rule) Totals {
	t := Totals{Clauses: len(clauses), Rules: len(rules), MarkedAs: map[term.NoRule]int{}}
	for _, c := range clauses {
		switch {
		case len(c.CitedBy) > 0:
			t.Cited++
		case c.NoRule != nil:
			t.Marked++
			t.MarkedAs[c.NoRule.Kind]++
		default:
			t.Neither++
			if c.Policy == id {
				t.OwnGaps++
			}
		}
	}
	t.Gaps = t.Neither
	for _, r := range rules {
		t.Seen.True += min(r.Seen.True, 1)
		t.Seen.False += min(r.Seen.False, 1)
		t.Seen.Unknown += min(r.Seen.Unknown, 1)
		t.SeenAll += min(r.Seen.True, r.Seen.False, r.Seen.Unknown, 1)
		switch {
		case len(r.MustBeSeen) == 0:
			t.AlwaysHold++
		case !slices.Contains(r.MustBeSeen, term.Unknown):
			t.NeverUnknown++
		}
		t.Gaps += len(r.NeverSeen)
		if r.Policy == id {
			t.OwnGaps += len(r.NeverSeen)
		}
	}
	return t
}
