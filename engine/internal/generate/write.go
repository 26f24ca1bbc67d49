package generate

import (
	"time"

	"windscreen/engine/facts"
	"windscreen/engine/term"
)

// Write is a case as a file writes it: in a case about several children, what is of the home or
// of the case stands at the top.
func (g *Generator) Write(c Case) *facts.Case {
	out := &facts.Case{AsOf: c.AsOf.Format(time.RFC3339), Stated: facts.Stated{}}
	for i, child := range c.Children {
		own := out.Stated
		if child.Label != "" {
			own = facts.Stated{}
			out.Children = append(out.Children, facts.Labelled{Label: child.Label, Stated: own})
		}
		for _, f := range g.reader.Vocabulary.Facts {
			value := f.Plain(child.Values[f.Index], g.reader.London)
			switch {
			case value == nil:
			case f.Of == term.OfChild:
				own.State(f.Domain, f.Name, value)
			case i == 0:
				out.Stated.State(f.Domain, f.Name, value)
			}
		}
	}
	return out
}
