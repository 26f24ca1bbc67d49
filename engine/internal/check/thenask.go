package check

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/link"
	"windscreen/engine/internal/ruleroot"
	"windscreen/engine/internal/source"
)

// Vocabulary checks the vocabulary against all policies of a root, the shared ones included: every clause that it
// cites for a question has to be in one of their registers. While a register cannot be read, this cannot be known,
// and nothing is reported.
func Vocabulary(files []ruleroot.VocabularyFile, all []*link.Linked) diagnostic.List {
	registered := map[string]bool{}
	for _, l := range all {
		if l.Draft.Partial {
			return nil
		}
		for id := range l.Policy.Clauses {
			registered[id] = true
		}
	}
	var list diagnostic.List
	for _, v := range files {
		asks := slices.Clone(v.Shape.ThenAsk)
		for _, f := range v.Shape.Facts.Entries {
			asks = append(asks, f.Value.ThenAsk...)
		}
		for _, e := range asks {
			for _, c := range e.Cite {
				if !registered[c.Value] {
					remedy := cmp.Or(source.DidYouMean(c.Value, slices.Sorted(maps.Keys(registered))),
						"register the clause, or name guidance under source")
					list = append(list, v.File.At(c.Node, diagnostic.UnknownClause,
						fmt.Sprintf("no register holds the clause %s", c.Value), remedy))
				}
			}
		}
	}
	return list
}
