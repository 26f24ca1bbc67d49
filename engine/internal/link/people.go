package link

import (
	"strings"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/ruleroot"
	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/vocabulary"
)

// people reads what kind of person sources are.
func (l *vocabularyLinker) people(voc *vocabulary.Vocabulary, v ruleroot.VocabularyFile) {
	e := v.Shape.People
	if e == nil {
		return
	}
	if len(voc.People.Family) > 0 {
		l.at(v.File, e.Family[0].Node, diagnostic.DuplicateID, "two files say what kind of person sources are", "keep one of the two")
		return
	}
	lower := func(list []shape.Text) []string {
		var out []string
		for _, t := range list {
			out = append(out, strings.ToLower(t.Value))
		}
		return out
	}
	voc.People = vocabulary.People{Family: lower(e.Family), Private: lower(e.Private)}
}
