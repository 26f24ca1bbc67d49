// Package frequency says how often facts take their values, for cases that are made up.
// Where each figure comes from stands beside it in the rule root. It decides no answer.
package frequency

import (
	"windscreen/engine/internal/vocabulary"
)

// Whole is the whole of what shares are of: a share is so many of a thousand children.
const Whole = 1000

// Frequencies are the shares of a rule root. They are immutable once made.
type Frequencies struct {
	// Quiet is the share in which a fact without figures of its own has the value that stands
	// for nothing found.
	Quiet int
	// Facts are the facts with figures of their own.
	Facts map[*vocabulary.Fact][]Share
}

// Share is how many of all children a fact has one of some values for.
type Share struct {
	Of int
	// Values are rungs, words or numbers, as in vocabulary.Value; each is as frequent as the
	// others. For a date or time they are empty: the share is of those in which it is given.
	Values []int64
}

// Unsourced is what holds of a rule root without figures: 19 facts in 20 are quiet.
func Unsourced() *Frequencies {
	return &Frequencies{Quiet: 950, Facts: map[*vocabulary.Fact][]Share{}}
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
