package render

import (
	"fmt"
	"io"
	"strings"

	"windscreen/engine/diagnostic"
)

// diagnosticsGitHub writes an annotation for each diagnostic, and then how many there are.
func diagnosticsGitHub(w io.Writer, r *diagnostic.Report, _ Options) error {
	var out strings.Builder
	for _, d := range r.Found {
		out.WriteString(annotationOf(d).command())
	}
	_, err := io.WriteString(w, out.String()+countedDiagnostics(r)+"\n")
	return err
}

// annotation is something to show beside a line of a file, as GitHub does with
// what a workflow prints.
type annotation struct {
	severity diagnostic.Severity
	file     string
	// start and end are left out where they are zero.
	start, end diagnostic.Position
	title      string
	message    string
}

// annotationOf is a diagnostic as an annotation.
func annotationOf(d diagnostic.Diagnostic) annotation {
	a := annotation{severity: d.Severity, file: d.File, start: d.Start, end: d.End, title: string(d.Code), message: d.Message}
	if d.Remedy != "" {
		a.message += "\n" + d.Remedy
	}
	return a
}

// A workflow command ends with its line, and its properties with a comma or colon;
// these are written in a way of their own within it.
var (
	inMessage  = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	inProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// command is the annotation as a workflow command, with a line break at its end.
func (a annotation) command() string {
	var b strings.Builder
	kind := diagnostic.Error
	if a.severity == diagnostic.Warning {
		kind = diagnostic.Warning
	}
	fmt.Fprintf(&b, "::%s file=%s", kind, inProperty.Replace(diagnostic.OneLine(a.file)))
	if !a.start.IsZero() {
		fmt.Fprintf(&b, ",line=%d,col=%d", a.start.Line, a.start.Column)
		if a.end.Line == a.start.Line && a.end.Column > a.start.Column {
			fmt.Fprintf(&b, ",endColumn=%d", a.end.Column)
		}
	}
	fmt.Fprintf(&b, ",title=%s::%s\n", inProperty.Replace(diagnostic.OneLine(a.title)), inMessage.Replace(diagnostic.Visible(a.message)))
	return b.String()
}
