package check

import (
	"fmt"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/link"
	"windscreen/engine/internal/policy"
)

// accounted checks that each clause is either cited or marked as one that no rule can
// carry. It takes every policy: a shared clause may be cited by any that builds on it.
func accounted(all []*link.Linked) diagnostic.List {
	cited, partial := map[link.ClauseKey][]policy.Citation{}, false
	for _, l := range all {
		partial = partial || l.Draft.Partial
		for key, by := range l.Cited {
			cited[key] = append(cited[key], by...)
		}
	}
	var list diagnostic.List
	for _, l := range all {
		for _, f := range l.Draft.Clauses {
			for _, c := range f.Shape.Clauses {
				by := policy.SortCitations(cited[link.ClauseKey{Policy: l.Draft.ID, ID: c.ID.Value}])
				switch {
				case c.ID.Value == "":
				case c.NoRule != nil && len(by) > 0:
					list = append(list, f.File.At(c.NoRule.Here.Node, diagnostic.Conflict,
						fmt.Sprintf("%s is marked as a clause that no rule can carry, but %s", c.ID.Value, cites(by)),
						"remove no_rule:, or the citation"))
				case c.NoRule == nil && len(by) == 0 && !partial:
					// In a file that could not be read it may be cited after all.
					list = append(list, warning(f.File.At(c.ID.Node, diagnostic.UncitedClause,
						fmt.Sprintf("nothing cites the clause %s", c.ID.Value),
						"write the rule that puts it into practice, or mark the clause with no_rule: and the reason")))
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
