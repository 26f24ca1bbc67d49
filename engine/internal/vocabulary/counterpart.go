package vocabulary

import "slices"

// Counterpart is the fact of another vocabulary of which a case can say the same: it has the same path and type and, if
// it is a number, the same bounds. Rungs and words may differ, as long as there are some in common and the
// rungs in common stand in the same order. It is nil where there is none.
func Counterpart(f *Fact, in *Vocabulary) *Fact {
	g := in.Fact(f.Path)
	if g == nil || g == f {
		return g
	}
	if g.Kind != f.Kind || g.Min != f.Min || g.Max != f.Max {
		return nil
	}
	common := InCommon(f, g)
	if len(f.Words) > 0 && (len(common) == 0 || f.Kind == Scale && !slices.Equal(common, InCommon(g, f))) {
		return nil
	}
	return g
}

// InCommon are the names of the rungs or words of a fact that another has as well, in the order of the first.
func InCommon(f, g *Fact) []string {
	return slices.DeleteFunc(f.WordNames(), func(name string) bool { return g.Word(name) < 0 })
}
