package render

import (
	"io"

	"windscreen/engine/document"
)

// Document writes a policy as people read it, in a format of KindDocument: every rule in words, by
// level and domain, with its clause, section and page, and contacts with their hours. HTML is one
// file that needs no other. It fails if d is nil, if the format is not one of the kind's, or if w
// fails.
func Document(w io.Writer, f Format, d *document.Document, o Options) error {
	return documents.write(w, KindDocument, f, d, o)
}
