package diagnostic

import (
	"fmt"
	"strings"
)

// Annotation is something to show beside a line of a file, as GitHub does with
// what a workflow prints.
type Annotation struct {
	Severity Severity
	File     string
	// Start and End are left out where they are zero.
	Start, End Position
	Title      string
	Message    string
}

// Annotation is the diagnostic as an annotation.
func (d Diagnostic) Annotation() Annotation {
	a := Annotation{Severity: d.Severity, File: d.File, Start: d.Start, End: d.End, Title: string(d.Code), Message: d.Message}
	if d.Remedy != "" {
		a.Message += "\n" + d.Remedy
	}
	return a
}

// A workflow command ends with its line, and its properties with a comma or colon;
// these are written in a way of their own within it.
var (
	inMessage  = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	inProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// String is the annotation as a workflow command, with a line break at its end.
func (a Annotation) String() string {
	var b strings.Builder
	kind := Error
	if a.Severity == Warning {
		kind = Warning
	}
	fmt.Fprintf(&b, "::%s file=%s", kind, inProperty.Replace(OneLine(a.File)))
	if !a.Start.IsZero() {
		fmt.Fprintf(&b, ",line=%d,col=%d", a.Start.Line, a.Start.Column)
		if a.End.Line == a.Start.Line && a.End.Column > a.Start.Column {
			fmt.Fprintf(&b, ",endColumn=%d", a.End.Column)
		}
	}
	fmt.Fprintf(&b, ",title=%s::%s\n", inProperty.Replace(OneLine(a.Title)), inMessage.Replace(Visible(a.Message)))
	return b.String()
}
