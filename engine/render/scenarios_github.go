package render

import (
	"io"
	"strings"

	"windscreen/engine/scenario"
)

// scenariosGitHub writes the report as workflow commands, which GitHub shows beside the
// line of the scenario file: one for each fault and each expectation that was not
// met. The last line, by itself, is "N passed, N failed".
func scenariosGitHub(w io.Writer, r *scenario.Report, _ Options) error {
	var out strings.Builder
	for _, d := range r.Faults {
		out.WriteString(annotationOf(d).command())
	}
	for i := range r.Results {
		s := &r.Results[i]
		for n := range s.Failures {
			f := &s.Failures[n]
			message := f.What + " (" + sourceOf(s) + ")\n" + strings.Join(accountLines(f), "\n")
			out.WriteString(annotation{file: s.File, start: f.Start, title: s.Name, message: message}.command())
		}
	}
	if s := remark(r); s != "" {
		out.WriteString(s + "\n")
	}
	out.WriteString(passedAndFailed(r) + "\n")
	_, err := io.WriteString(w, out.String())
	return err
}
