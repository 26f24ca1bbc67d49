package check

import (
	"fmt"
	"slices"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/link"
	"windscreen/engine/internal/policy"
)

// noRule reports clauses that are marked as ones that no rule can carry, and that the policy
// cites all the same. What a policy built on cites is found when that one is checked.
func noRule(l *link.Linked) diagnostic.List {
	var list diagnostic.List
	for _, part := range l.Parts {
		for _, f := range part.Clauses {
			for _, c := range f.Shape.Clauses {
				if c.NoRule == nil {
					continue
				}
				by := slices.DeleteFunc(slices.Clone(l.Cited[link.ClauseKey{Policy: part.ID, ID: c.ID.Value}]),
					func(by policy.Citation) bool { return by.Policy != l.Draft.ID })
				if len(by) > 0 {
					list = append(list, f.File.At(c.NoRule.Here.Node, diagnostic.Conflict,
						fmt.Sprintf("%s is marked as a clause that no rule can carry, but %s", c.ID.Value, cites(policy.SortCitations(by))),
						"remove no_rule:, or the citation"))
				}
			}
		}
	}
	return list
}

// cites says what cites a clause.
func cites(by []policy.Citation) string {
	if len(by) > 1 {
		return fmt.Sprintf("the %s %s and %d more cite it", by[0].Kind, by[0].ID, len(by)-1)
	}
	return fmt.Sprintf("the %s %s cites it", by[0].Kind, by[0].ID)
}
