package render

import (
	"io"

	"windscreen/engine/coverage"
)

// Coverage writes what scenarios show of the rules, in a format of KindCoverage: Text
// ends with the number of gaps on a line by itself; Markdown and JSON list every clause
// and every rule. Of the options, All is for Text. It fails if r is nil, if the format is
// not one of the kind's, or if w fails.
func Coverage(w io.Writer, f Format, r *coverage.Report, o Options) error {
	return coverages.write(w, KindCoverage, f, r, o)
}
