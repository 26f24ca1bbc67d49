package page

import (
	"slices"

	"windscreen/engine/family"
)

// inPlainOrder is an answer with the children in the order of their levels and labels alone. On the page for
// professionals, of two children at the same level, the first is the one for whom a higher level is possible.
// The order of a copy for the family must not give that away.
func inPlainOrder(a *family.Answer) *family.Answer {
	children := slices.Clone(a.Children)
	for i, c := range children {
		r := *c.Recommendation
		r.Level.AtMost = r.Level.Recommended
		children[i].Recommendation = &r
	}
	return family.Together(children)
}
