package check

import (
	"fmt"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/link"
)

// accounted warns of clauses that are neither cited nor marked as ones that no rule can
// carry. It takes every policy: a shared clause may be cited by any that builds on it. While
// a file cannot be read, this cannot be known, and nothing is reported.
func accounted(all []*link.Linked) diagnostic.List {
	cited := map[link.ClauseKey]bool{}
	for _, l := range all {
		if l.Draft.Partial {
			return nil
		}
		for key, by := range l.Cited {
			cited[key] = cited[key] || len(by) > 0
		}
	}
	var list diagnostic.List
	for _, l := range all {
		for _, f := range l.Draft.Clauses {
			for _, c := range f.Shape.Clauses {
				if c.ID.Value == "" || c.NoRule != nil || cited[link.ClauseKey{Policy: l.Draft.ID, ID: c.ID.Value}] {
					continue
				}
				list = append(list, warning(f.File.At(c.ID.Node, diagnostic.UncitedClause,
					fmt.Sprintf("nothing cites the clause %s", c.ID.Value),
					"write the rule that puts it into practice, or mark the clause with no_rule: and the reason")))
			}
		}
	}
	return list
}
