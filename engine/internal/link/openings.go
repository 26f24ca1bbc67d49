package link

import (
	"fmt"
	"slices"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/ruleroot"
	"windscreen/engine/internal/source"
	"windscreen/engine/internal/vocabulary"
)

// openings reads what an interview opens with while nothing is known.
func (l *vocabularyLinker) openings(voc *vocabulary.Vocabulary, v ruleroot.VocabularyFile) {
	for i, e := range v.Shape.Openings {
		f := voc.Fact(e.Fact.Value)
		named := func(o vocabulary.Opening) bool { return o.Fact == f || o.Says == e.Says.Value }
		switch {
		case i == 0 && len(voc.Openings) > 0:
			l.at(v.File, e.Here.Node, diagnostic.DuplicateID, "two files say what an interview opens with", "keep one of the two")
			return
		case e.Fact.Value == "" || e.Says.Value == "": // it is said already that a key is missing
		case f == nil:
			l.at(v.File, e.Fact.Node, diagnostic.UnknownName, fmt.Sprintf("there is no fact %s", e.Fact.Value),
				source.DidYouMean(e.Fact.Value, voc.Paths()))
		case f.AboutTheCase || f.Background || f.Protective:
			l.at(v.File, e.Fact.Node, diagnostic.Misplaced, fmt.Sprintf("%s says nothing of what has happened", f.Path),
				"open with facts that state a concern")
		case slices.ContainsFunc(voc.Openings, named):
			l.at(v.File, e.Fact.Node, diagnostic.DuplicateID, fmt.Sprintf("%s, or the words for it, open an interview twice", f.Path),
				"name each fact once, in words of its own")
		default:
			voc.Openings = append(voc.Openings, vocabulary.Opening{Says: e.Says.Value, Fact: f})
		}
	}
}
