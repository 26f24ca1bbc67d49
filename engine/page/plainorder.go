package page

import (
	"slices"

	"windscreen/engine/family"
)

// inPlainOrder is an answer whose children stand in the order of their levels and labels alone. On the page
// for professionals, of two children at one level the one for whom more is possible stands first; a copy
// for the family must not tell that of a child.
func inPlainOrder(a *family.Answer) *family.Answer {
	children := slices.Clone(a.Children)
	for i, c := range children {
		r := *c.Recommendation
		r.Level.AtMost = r.Level.Recommended
		children[i].Recommendation = &r
	}
	return family.Together(children)
}
