package render

import (
	"io"

	"windscreen/engine/scenario"
)

// Scenarios writes what came of running scenarios, in a format of KindScenarios: Text and
// GitHub end with "N passed, N failed" on a line by itself. Of the options, Colour is for
// Text. It fails if r is nil, if the format is not one of the kind's, or if w fails.
func Scenarios(w io.Writer, f Format, r *scenario.Report, o Options) error {
	return scenarioReports.write(w, KindScenarios, f, r, o)
}
