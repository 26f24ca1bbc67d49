package scenariofile

import (
	"fmt"
	"slices"
	"strings"

	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/scenario"
)

// maxParts bounds how many parts of a condition a failure shows.
const maxParts = 40

// parts take a condition apart, down to what reads facts and findings. A condition of one part has none.
func (a *answer) parts(root *lang.Node) []scenario.Part {
	var out []scenario.Part
	var visit func(n *lang.Node, depth int)
	visit = func(n *lang.Node, depth int) {
		if len(out) == maxParts {
			return
		}
		part := scenario.Part{Depth: depth, Truth: n.Truth(a.env).Term(), Says: strings.Join(strings.Fields(n.Text()), " ")}
		under := n.Args
		switch n.Op {
		case lang.And:
			part.Says = "all of"
		case lang.Or:
			part.Says = "any of"
		case lang.Not:
			part.Says = "not"
		case lang.AtLeastN:
			part.Says = fmt.Sprintf("at least %d of", n.Lo)
		case lang.If:
			part.Says = "if the first, the second, otherwise the third"
		case lang.Named:
			part.Says = n.Named.Name
		case lang.Certain:
			part.Says = "certain"
		case lang.Open:
			part.Says = "open"
		case lang.Const, lang.FactIn, lang.OneOf, lang.Member, lang.TimeIn, lang.Ground, lang.Decisive, lang.CountIn, lang.OpenFact,
			lang.Judged, lang.JudgedOtherwise:
			under = nil
		}
		if len(under) == 1 && len(under[0].Args) == 0 && n.Op != lang.Named {
			part.Says, under = strings.Join(strings.Fields(n.Text()), " "), nil // such as !home.child_present
		}
		out = append(out, part)
		for _, x := range under {
			visit(x, depth+1)
		}
	}
	visit(root, 0)
	if len(out) < 2 {
		return nil
	}
	return out
}

// open are the facts that a condition reads and the case leaves open, each once.
func (a *answer) open(root *lang.Node) []string {
	var out []string
	root.Facts(func(f *vocabulary.Fact) {
		if v := a.input.Values[f.Index]; !v.Known() && !slices.Contains(out, f.Path) {
			out = append(out, f.Path)
		}
	})
	return out
}
