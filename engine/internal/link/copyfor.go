package link

import (
	"fmt"
	"slices"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/ruleroot"
	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/source"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/term"
)

// copyFor reads whom a copy of the page can be for.
func (l *vocabularyLinker) copyFor(voc *vocabulary.Vocabulary, v ruleroot.VocabularyFile) {
	e := v.Shape.CopyFor
	if e == nil {
		return
	}
	f := voc.Fact(e.Fact.Value)
	switch {
	case voc.CopyFor != nil:
		l.at(v.File, e.Here.Node, diagnostic.DuplicateID, "two files say whom a copy can be for", "keep one of the two")
		return
	case f == nil:
		l.at(v.File, e.Fact.Node, diagnostic.UnknownName, fmt.Sprintf("there is no fact %s", e.Fact.Value),
			source.DidYouMean(e.Fact.Value, voc.Paths()))
		return
	case f.Kind != vocabulary.Choices:
		l.at(v.File, e.Fact.Node, diagnostic.Misplaced, fmt.Sprintf("%s does not name people", f.Path),
			"name a fact with choices, which are people")
		return
	}
	voc.CopyFor = &vocabulary.CopyFor{Fact: f}
	for _, t := range e.Own {
		if f.Word(t.Value) < 0 {
			l.at(v.File, t.Node, diagnostic.UnknownName, fmt.Sprintf("%s has no choice %s", f.Path, t.Value),
				source.DidYouMean(t.Value, f.WordNames()))
			continue
		}
		voc.CopyFor.Own = append(voc.CopyFor.Own, t.Value)
	}
}

// copyTo reads whom a line of copy is for.
func (k *linker) copyTo(f *source.File, line *policy.Line, id, to shape.Text) string {
	var people []string
	if c := k.tools.Vocabulary.CopyFor; c != nil {
		people = c.Fact.WordNames()
	}
	switch {
	case line.Answer != term.AnswerCopy && to.IsSet():
		k.At(f, to.Node, diagnostic.Misplaced, fmt.Sprintf("a line of %s is for no copy", line.Answer), "take out to")
	case line.Answer != term.AnswerCopy:
	case slices.Contains(line.Does, term.DeedHanded) && to.IsSet():
		k.At(f, to.Node, diagnostic.Misplaced, "a line with does: [handed] is for every copy", "take out to, or handed")
	case slices.Contains(line.Does, term.DeedHanded):
	case !to.IsSet():
		k.At(f, id.Node, diagnostic.MissingKey, "a line of copy says whom the copy is for", "add to:")
	case !slices.Contains(people, to.Value):
		k.At(f, to.Node, diagnostic.UnknownName, fmt.Sprintf("copy_for in the vocabulary does not name %s", to.Value),
			source.DidYouMean(to.Value, people))
	default:
		return to.Value
	}
	return ""
}
