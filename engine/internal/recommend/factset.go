package recommend

import (
	"iter"
	"math/bits"

	"windscreen/engine/internal/vocabulary"
)

// factSet is a set of facts, a bit for each.
type factSet []uint64

// newFactSet makes an empty set for facts of a vocabulary.
func newFactSet(v *vocabulary.Vocabulary) factSet { return make(factSet, wordsFor(len(v.Facts))) }

// wordsFor is how many words a set of so many facts takes.
func wordsFor(facts int) int { return (facts + 63) / 64 }

func (s factSet) add(f *vocabulary.Fact)      { s[f.Index/64] |= 1 << (f.Index % 64) }
func (s factSet) has(f *vocabulary.Fact) bool { return s[f.Index/64]&(1<<(f.Index%64)) != 0 }

// addAll adds all that is in another set.
func (s factSet) addAll(t factSet) {
	for i := range s {
		s[i] |= t[i]
	}
}

// meets reports whether two sets have a fact in common.
func (s factSet) meets(t factSet) bool {
	for i := range s {
		if s[i]&t[i] != 0 {
			return true
		}
	}
	return false
}

// list gives the facts in vocabulary order.
func (s factSet) list(v *vocabulary.Vocabulary) []*vocabulary.Fact {
	return s.addTo(make([]*vocabulary.Fact, 0, s.count()), v)
}

// count is how many facts there are.
func (s factSet) count() (n int) {
	for _, word := range s {
		n += bits.OnesCount64(word)
	}
	return n
}

// addTo adds the facts to a list, in vocabulary order.
func (s factSet) addTo(facts []*vocabulary.Fact, v *vocabulary.Vocabulary) []*vocabulary.Fact {
	for f := range s.all(v) {
		facts = append(facts, f)
	}
	return facts
}

// all are the facts in vocabulary order.
func (s factSet) all(v *vocabulary.Vocabulary) iter.Seq[*vocabulary.Fact] {
	return func(yield func(*vocabulary.Fact) bool) {
		for i, word := range s {
			for ; word != 0; word &= word - 1 {
				if !yield(v.Facts[i*64+bits.TrailingZeros64(word)]) {
					return
				}
			}
		}
	}
}
