package render

import (
	"fmt"
	"io"
	"strings"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/english"
)

// Diagnostics writes what is wrong with a rule root, in a format of KindDiagnostics: Text
// and GitHub end with how many errors and warnings there are, or with what was read where
// there are none, on a line by itself; JSON is the list alone. It fails if r is nil, if
// the format is not one of the kind's, or if w fails.
//
// To show what is wrong with a case, print the list: a diagnostic.List puts itself into
// the words that Text has here.
func Diagnostics(w io.Writer, f Format, r *diagnostic.Report, o Options) error {
	return diagnosticReports.write(w, KindDiagnostics, f, r, o)
}

// Validation writes whether a case can be answered, which has JSON alone. It fails if v is nil, if the format is another,
// or if w fails.
func Validation(w io.Writer, f Format, v *diagnostic.Validation, o Options) error {
	return validations.write(w, KindDiagnostics, f, v, o)
}

func diagnosticsText(w io.Writer, r *diagnostic.Report, _ Options) error {
	out := r.Found.String()
	if out != "" {
		out += "\n\n"
	}
	_, err := io.WriteString(w, out+countedDiagnostics(r)+"\n")
	return err
}

func diagnosticsJSON(w io.Writer, r *diagnostic.Report, o Options) error {
	return inJSON(w, r.Found, o)
}

// countedDiagnostics is the last line: how much was found, or what was read where nothing
// was found.
func countedDiagnostics(r *diagnostic.Report) string {
	if len(r.Found) > 0 {
		errors, warnings := r.Found.Counts()
		return english.Counted(errors, "error") + ", " + english.Counted(warnings, "warning")
	}
	var policies []string
	for _, p := range r.Policies {
		policies = append(policies, fmt.Sprintf("%s with %s", diagnostic.OneLine(p.ID), english.Counted(p.Rules, "rule")))
	}
	said := "no faults: " + english.Counted(r.Files, "file") + " read"
	if len(policies) > 0 {
		said += "; " + strings.Join(policies, ", ")
	}
	return said
}
