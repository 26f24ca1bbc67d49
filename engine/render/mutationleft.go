package render

import (
	"strings"

	"windscreen/engine/diagnostic"
	"windscreen/engine/mutation"
)

// toLeave are entries to paste into the file of changes that are left, for those that it does not list. Their author has to
// say why: as they are, they do not load.
func toLeave(r *mutation.Report) string {
	if r.Left == nil || r.Left.Missing == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString("If one of these has to be left, put it into " + diagnostic.OneLine(r.Left.File) + " with the reason:\n\n")
	b.WriteString("  - why:\n    changes:\n")
	for _, of := range unnoticedByRule(r) {
		b.WriteString("      " + inLine(of[0].Named) + ":\n")
		for _, c := range of {
			b.WriteString("        - " + inLine(c.Says) + "\n")
		}
	}
	return b.String() + "\n"
}

// inLine is a text as YAML, on one line. Conditions are full of double quotes, so the text stands between single ones.
func inLine(s string) string {
	if s = diagnostic.OneLine(s); plain(s) {
		return string(appendYAML(nil, s))
	}
	return "'" + strings.ReplaceAll(s, "'", "''") + "'"
}

// leftFaults are the faults of the file of changes that are left.
func leftFaults(r *mutation.Report) string {
	if r.Left == nil || len(r.Left.Faults) == 0 {
		return ""
	}
	return r.Left.Faults.String() + "\n\n"
}
