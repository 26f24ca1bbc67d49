package render

import (
	"io"

	"windscreen/engine/facts"
)

// Case writes a case, in a format of KindCase, so that it can be read again. It is for programs, so there is no
// Text. It fails if c is nil, if the format is not one of the kind's, or if w fails.
func Case(w io.Writer, f Format, c *facts.Case, o Options) error {
	return cases.write(w, KindCase, f, c, o)
}
