package main

import (
	"fmt"
	"strings"

	"windscreen/engine/diagnostic"
)

// A workflow command ends with its line, and its properties with a comma or colon;
// these are written in a way of their own within it.
var (
	inMessage  = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	inProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// annotations writes diagnostics as workflow commands, which GitHub shows beside
// the line concerned.
func annotations(list diagnostic.List) string {
	var b strings.Builder
	for _, d := range list {
		fmt.Fprintf(&b, "::%s file=%s", d.Severity, inProperty.Replace(visible(d.File)))
		if !d.Start.IsZero() {
			fmt.Fprintf(&b, ",line=%d,col=%d", d.Start.Line, d.Start.Column)
		}
		if d.End.Line == d.Start.Line && d.End.Column > d.Start.Column {
			fmt.Fprintf(&b, ",endColumn=%d", d.End.Column)
		}
		message := d.Message
		if d.Remedy != "" {
			message += "\n" + d.Remedy
		}
		fmt.Fprintf(&b, ",title=%s::%s\n", inProperty.Replace(string(d.Code)), inMessage.Replace(visible(message)))
	}
	return b.String()
}
