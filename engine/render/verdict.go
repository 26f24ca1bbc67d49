package render

import (
	"io"

	"windscreen/engine"
	"windscreen/engine/family"
)

// Verdict writes the decision on a case without its explanation, in a format of KindVerdict. It is for
// programs, so there is no Text. It fails if d is nil, if the format is not one of the kind's, or if w fails.
func Verdict(w io.Writer, f Format, d *engine.Decided, o Options) error {
	return verdicts.write(w, KindVerdict, f, d, o)
}

// WhyNot writes why no higher level is recommended, and what would change that, in a format of KindWhyNot. It
// is for programs; for people a full answer says the same. It fails if of is nil, if the format is not one
// of the kind's, or if w fails.
func WhyNot(w io.Writer, f Format, of *family.WhyNot, o Options) error {
	return obstacles.write(w, KindWhyNot, f, of, o)
}
