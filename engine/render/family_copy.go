package render

import (
	"io"

	"windscreen/engine/diagnostic"
	"windscreen/engine/page"
)

// NamedCopy is a copy for a family and the name of the file that the case came from.
type NamedCopy struct {
	File string
	Copy *page.Copy
}

// Copies writes copies for families, one after another, in a format of KindCopy: in Text and Markdown each
// under the name of its file, in YAML as documents, in JSON as a list. Where there is just one, it is written
// without a name or list around it. Of the options, Width and Colour are for Text. It fails if a copy is nil,
// for several in HTML, if the format is not one of the kind's, or if w fails.
func Copies(w io.Writer, f Format, list []NamedCopy, o Options) error {
	var parts []part
	for _, c := range list {
		if c.Copy == nil || c.Copy.Page == nil {
			return none(KindCopy)
		}
		parts = append(parts, partFor(diagnostic.OneLine(c.File), KindCopy, copies, c.Copy))
	}
	switch {
	case len(parts) == 1:
		return parts[0].write(w, f, o)
	case f == HTML:
		return errSeveralInHTML
	}
	return inTurn(w, KindCopy, f, parts, o)
}

// ofCopy writes the page of a copy.
func ofCopy(write func(io.Writer, *page.Page, Options) error) func(io.Writer, *page.Copy, Options) error {
	return func(w io.Writer, c *page.Copy, o Options) error { return write(w, c.Page, o) }
}
