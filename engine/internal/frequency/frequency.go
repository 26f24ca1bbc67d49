// Package frequency says how often facts take their values, for cases that are made up.
// Each figure has a source, or says why it is assumed. It decides no answer.
package frequency

import (
	"windscreen/engine/internal/vocabulary"
)

// Whole is the whole of what shares are of: a share is so many of a thousand children.
const Whole = 1000

// Frequencies are the shares of a rule root. They are immutable once made.
type Frequencies struct {
	// Quiet is the share in which a fact without figures of its own has the value that stands
	// for nothing found. Why says why it is that.
	Quiet int
	Why   string
	// Sources are where the figures come from, in the order of the files.
	Sources []Source
	// Facts are the facts with figures of their own.
	Facts map[*vocabulary.Fact][]Share
}

// Source is a publication.
type Source struct {
	ID, Title, Publisher, Year, Table string
	// Read is where the figures were read, if not in the publication itself.
	Read string
}

// Share is how many of all children a fact has one of some values for.
type Share struct {
	Of int
	// Values are rungs, words or numbers, as in vocabulary.Value; each is as frequent as the
	// others. For a date or time they are empty: the share is of those in which it is given.
	Values []int64
	// Source is the id of the source, Says what is counted there. For a share without a
	// source, Says is why it is assumed.
	Source, Says string
}

// Unsourced is what holds of a rule root without figures: 19 facts in 20 are quiet.
func Unsourced() *Frequencies {
	return &Frequencies{Quiet: 950, Why: "No figures are known."}
}

// Quiet is the value of a fact if nothing was found: what silence means, what the fact is
// where it does not apply, or no, or none. It is not ok for a strength or a safeguard, which
// silence never confirms or denies, nor where no value stands for nothing, as of an age.
func Quiet(f *vocabulary.Fact) (v vocabulary.Value, ok bool) {
	switch {
	case f.Nothing != nil && f.Nothing.Known():
		return *f.Nothing, true
	case f.Protective, f.YearsSince != nil:
		return vocabulary.Value{}, false
	case f.Otherwise != nil && f.Otherwise.Known():
		return *f.Otherwise, true
	}
	switch f.Kind {
	case vocabulary.YesNo, vocabulary.Scale, vocabulary.Choices:
		return vocabulary.Exactly(0), true
	case vocabulary.Choice, vocabulary.Whole, vocabulary.Date, vocabulary.Time:
	}
	return vocabulary.Value{}, false
}
