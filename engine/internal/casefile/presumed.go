package casefile

import "windscreen/engine/internal/vocabulary"

// presume takes a fact to be what the vocabulary says, if nothing is known of it, even where
// the case says outright that it is unknown. A range that is known is cut to that where they
// overlap, and otherwise stands, as does a value that is known exactly. Where the case gives a
// date that bears on the fact, such as that of an expected birth, nothing is presumed.
func presume(f *vocabulary.Fact, to slots) {
	if f.AheadOf != nil && to.origins[f.AheadOf.Index] == Stated {
		return
	}
	switch to.origins[f.Index] {
	case NotStated, SaidUnknown:
		to.put(f, *f.Presumed, Presumed)
	case Stated, Derived:
		v := to.values[f.Index]
		if cut := (vocabulary.Value{Lo: max(v.Lo, f.Presumed.Lo), Hi: min(v.Hi, f.Presumed.Hi)}); cut.Lo <= cut.Hi {
			to.values[f.Index] = cut
		}
	case Alleged, Explored, Presumed, NotApplicable: // what is alleged stands, and the others come later
	}
}
