package casefile

import "windscreen/engine/internal/vocabulary"

// presume takes a fact to be what the vocabulary says if nothing is known of it, even if the
// case says outright that it is unknown. A range that is known is cut to what is presumed if the
// two overlap; otherwise it stands. If the case gives a date that bears on the fact, such as that
// of an expected birth, nothing is presumed.
func presume(f *vocabulary.Fact, to slots) {
	if f.AheadOf != nil && to.origins[f.AheadOf.Index] == Stated {
		return
	}
	switch to.origins[f.Index] {
	case NotStated, SaidUnknown:
		to.put(f, *f.Presumed, Presumed)
	case Stated, Derived:
		if cut := overlap(to.values[f.Index], *f.Presumed); cut.Lo <= cut.Hi {
			to.values[f.Index] = cut
		}
	case Alleged, Explored, Presumed, NotApplicable: // what is alleged stands, and the others come later
	}
}
