package link

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/ruleroot"
	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/source"
	"windscreen/engine/internal/vocabulary"
)

// done reads the words for what may have been done already.
func (l *vocabularyLinker) done(voc *vocabulary.Vocabulary, v ruleroot.VocabularyFile) {
	for _, e := range v.Shape.Done.Entries {
		l.nameOf(v.File, e.Key)
		if slices.ContainsFunc(voc.Done, func(w vocabulary.Word) bool { return w.Name == e.Key.Value }) {
			l.at(v.File, e.Key.Node, diagnostic.DuplicateID, fmt.Sprintf("the word %s is in two files", e.Key.Value), "keep one of the two")
			continue
		}
		voc.Done = append(voc.Done, vocabulary.Word{Name: e.Key.Value, Says: e.Value.Value})
	}
}

// doneBy reads the words of the vocabulary for a step having been done.
func (k *linker) doneBy(f *source.File, words []shape.Text) []string {
	done := k.tools.Vocabulary.Done
	for i, w := range words {
		switch {
		case !slices.ContainsFunc(done, func(d vocabulary.Word) bool { return d.Name == w.Value }):
			var known []string
			for _, d := range done {
				known = append(known, d.Name)
			}
			k.At(f, w.Node, diagnostic.UnknownName, fmt.Sprintf("the vocabulary has no %s under done", w.Value),
				cmp.Or(source.DidYouMean(w.Value, known), "declare it under done: in a file of the vocabulary"))
		case slices.Contains(shape.Strings(words[:i]), w.Value):
			k.At(f, w.Node, diagnostic.DuplicateKey, fmt.Sprintf("%s is named twice", w.Value), "name it once")
		}
	}
	return shape.Strings(words)
}

// renamed reads what to write in place of old names, which must be gone.
func (l *vocabularyLinker) renamed(voc *vocabulary.Vocabulary, v ruleroot.VocabularyFile) {
	for _, e := range v.Shape.Renamed.Entries {
		path, word, ofWord := strings.Cut(e.Key.Value, "=")
		f := voc.Fact(path)
		switch {
		case voc.Domain(path) != nil, f != nil && (!ofWord || f.TakesWord(word)):
			l.at(v.File, e.Key.Node, diagnostic.Conflict, fmt.Sprintf("%s is said to be an old name, and is in use", e.Key.Value),
				"remove it here, or from the facts")
		case voc.Renamed[e.Key.Value] != "":
			l.at(v.File, e.Key.Node, diagnostic.DuplicateID, fmt.Sprintf("%s is renamed in two files", e.Key.Value), "keep one of the two")
		default:
			if voc.Renamed == nil {
				voc.Renamed = map[string]string{}
			}
			voc.Renamed[e.Key.Value] = e.Value.Value
		}
	}
}
