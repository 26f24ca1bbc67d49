package scenario

import (
	"io"
	"strings"

	"windscreen/engine/diagnostic"
)

// GitHub writes the report as workflow commands, which GitHub shows beside the
// line of the scenario file: one for each fault and each expectation that was not
// met. The last line, by itself, is "N passed, N failed". It fails only where w
// does.
func GitHub(w io.Writer, r *Report) error {
	var out strings.Builder
	for _, d := range r.Faults {
		out.WriteString(d.Annotation().String())
	}
	for i := range r.Results {
		s := &r.Results[i]
		for n := range s.Failures {
			f := &s.Failures[n]
			message := f.What + " (" + s.source() + ")\n" + strings.Join(f.lines(), "\n")
			out.WriteString(diagnostic.Annotation{File: s.File, Start: f.Start, Title: s.Name, Message: message}.String())
		}
	}
	if remark := r.remark(); remark != "" {
		out.WriteString(remark + "\n")
	}
	out.WriteString(r.closing() + "\n")
	_, err := io.WriteString(w, out.String())
	return err
}
