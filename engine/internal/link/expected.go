package link

import (
	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/vocabulary"
)

// expectation reads ahead_of and expects, the keys of what is expected.
func (l *vocabularyLinker) expectation(voc *vocabulary.Vocabulary, k laterKeys) {
	f := k.fact
	if t := k.entry.AheadOf; t.Value != "" {
		f.AheadOf = l.other(voc.Facts, k, t, vocabulary.Date, "a date fact")
		if f.Kind != vocabulary.YesNo {
			l.at(k.file, t.Node, diagnostic.Misplaced, f.Path+" has ahead_of, but is no yes or no", "remove ahead_of")
		}
	}
	if t := k.entry.Expects; t.Value != "" {
		f.Expects = l.other(voc.Facts, k, t, vocabulary.Date, "a date fact")
		if f.Kind != vocabulary.Date || !f.MayBeAhead {
			l.at(k.file, t.Node, diagnostic.Misplaced, f.Path+" is expected, but is no date that may be ahead",
				"write type: date and may_be_ahead: true, or remove expects")
		}
	}
}
