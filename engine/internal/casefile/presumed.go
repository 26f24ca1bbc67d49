package casefile

import "windscreen/engine/internal/vocabulary"

// presume takes a number to lie where the vocabulary says, if nothing is known of it, even
// where the case says outright that it is unknown. A range that is known is cut to that where
// they overlap, and otherwise stands, as does a number that is known exactly.
func presume(f *vocabulary.Fact, to slots) {
	switch to.origins[f.Index] {
	case NotStated, SaidUnknown:
		to.put(f, *f.Presumed, Presumed)
	case Stated, Derived:
		v := to.values[f.Index]
		if cut := (vocabulary.Value{Lo: max(v.Lo, f.Presumed.Lo), Hi: min(v.Hi, f.Presumed.Hi)}); cut.Lo <= cut.Hi {
			to.values[f.Index] = cut
		}
	case Explored, Presumed, NotApplicable: // they come later
	}
}
