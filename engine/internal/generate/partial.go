package generate

import (
	"slices"

	"windscreen/engine/internal/frequency"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/term"
)

// forget leaves out of a case all but the share of its facts that is to be known. Ages stay
// longest, then whatever is found; what is quiet goes first, in no order. What is of the home
// stays or goes for all children.
func (g *Generator) forget(children []Child) {
	if g.options.Known >= all {
		return
	}
	kept := map[*vocabulary.Fact]bool{}
	for i, child := range children {
		var facts []*vocabulary.Fact
		for _, f := range g.reader.Vocabulary.Facts {
			if !f.IsUnknown(child.Values[f.Index]) && (i == 0 || f.Of == term.OfChild) {
				facts = append(facts, f)
			}
		}
		g.chance.Shuffle(len(facts), func(a, b int) { facts[a], facts[b] = facts[b], facts[a] })
		slices.SortStableFunc(facts, func(a, b *vocabulary.Fact) int { return noticed(a, child.Values) - noticed(b, child.Values) })
		stays := (len(facts)*g.options.Known + all - 1) / all
		for n, f := range facts {
			if f.Of != term.OfChild {
				kept[f] = n < stays
			} else if n >= stays {
				child.Values[f.Index] = f.Unknown()
			}
		}
		for _, f := range g.reader.Vocabulary.Facts {
			if f.Of != term.OfChild && !kept[f] {
				child.Values[f.Index] = f.Unknown()
			}
		}
	}
}

// noticed is how soon people say a fact: the age, then what was found, then the rest.
func noticed(f *vocabulary.Fact, values []vocabulary.Value) int {
	quiet, ok := frequency.Quiet(f)
	switch {
	case f.Path == "child.age" || f.Path == "child.unborn" && values[f.Index].Lo == 1:
		return 0
	case ok && values[f.Index] != quiet && !f.Dated():
		return 1
	}
	return 2
}
