package scenario

import (
	"fmt"
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
		kind := "error"
		if d.Severity == diagnostic.Warning {
			kind = "warning"
		}
		message := d.Message
		if d.Remedy != "" {
			message += "\n" + d.Remedy
		}
		annotate(&out, kind, d.File, d.Start, d.End, string(d.Code), message)
	}
	for i := range r.Results {
		s := &r.Results[i]
		for n := range s.Failures {
			f := &s.Failures[n]
			message := f.What + " (" + s.source() + ")\n" + strings.Join(f.lines(), "\n")
			annotate(&out, "error", s.File, f.Start, diagnostic.Position{}, s.Name, message)
		}
	}
	if remark := r.remark(); remark != "" {
		out.WriteString(remark + "\n")
	}
	out.WriteString(r.closing() + "\n")
	_, err := io.WriteString(w, out.String())
	return err
}

// A workflow command ends with its line, and its properties with a comma or colon;
// these are written in a way of their own within it.
var (
	escapeMessage  = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	escapeProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// annotate writes one annotation. A place that is not known is left out.
func annotate(out *strings.Builder, kind, file string, start, end diagnostic.Position, title, message string) {
	fmt.Fprintf(out, "::%s file=%s", kind, escapeProperty.Replace(oneLine(file)))
	if !start.IsZero() {
		fmt.Fprintf(out, ",line=%d,col=%d", start.Line, start.Column)
		if end.Line == start.Line && end.Column > start.Column {
			fmt.Fprintf(out, ",endColumn=%d", end.Column)
		}
	}
	fmt.Fprintf(out, ",title=%s::%s\n", escapeProperty.Replace(oneLine(title)), escapeMessage.Replace(visible(message)))
}
