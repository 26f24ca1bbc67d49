package casefile

import "windscreen/engine/internal/vocabulary"

// A birth that is expected. If a case gives an expected date that lies ahead, it follows that the
// child is not yet born, unless the case also gives the date of birth. A date that is past says
// nothing: the child may be late, or nobody wrote down the birth.

// expect works out a fact that is so while a date lies ahead, and reports whether it did.
func expect(f *vocabulary.Fact, to slots, asOf int64) bool {
	if to.origins[f.Index] != NotStated || !stillAhead(f.AheadOf, to, asOf) {
		return false
	}
	to.put(f, vocabulary.YesOrNo(true), Derived)
	return true
}

// stillAhead reports whether a date that is expected lies ahead, and the date that takes its
// place is not stated.
func stillAhead(expected *vocabulary.Fact, in slots, asOf int64) bool {
	return in.origins[expected.Index] == Stated && in.values[expected.Index].Lo > asOf &&
		(expected.Expects == nil || in.origins[expected.Expects.Index] != Stated)
}

// expectationOf is the date to write while another lies ahead, or nil.
func (p *reading) expectationOf(f *vocabulary.Fact) *vocabulary.Fact {
	for _, expected := range p.Vocabulary.Facts {
		if expected.Expects == f {
			return expected
		}
	}
	return nil
}
