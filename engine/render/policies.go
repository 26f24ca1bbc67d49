package render

import (
	"fmt"
	"io"
	"strings"

	"windscreen/engine"
	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/english"
)

// Policies writes a list of policies, in a format of KindPolicies. Of the options, Width
// is for Text. It fails if the format is not one of the kind's, or if w fails.
func Policies(w io.Writer, f Format, list []engine.PolicyInfo, o Options) error {
	return policyLists.write(w, KindPolicies, f, list, o)
}

// policiesText writes the policies one after another.
func policiesText(w io.Writer, list []engine.PolicyInfo, o Options) error {
	var parts []string
	for _, p := range list {
		parts = append(parts, policyInWords(p, o))
	}
	_, err := io.WriteString(w, strings.Join(parts, "\n"))
	return err
}

// policyInWords is one policy.
func policyInWords(p engine.PolicyInfo, o Options) string {
	force := "in force from " + p.InForceFrom.String()
	switch {
	case p.InForceFrom.IsZero() && p.InForceTo.IsZero():
		force = "dates in force not given"
	case p.InForceFrom.IsZero():
		force = "in force to " + p.InForceTo.String()
	case !p.InForceTo.IsZero():
		force += " to " + p.InForceTo.String()
	}
	var levels []string
	for _, l := range p.Levels {
		levels = append(levels, fmt.Sprintf("%d %s", l.Level, l.Name))
	}
	var b strings.Builder
	b.WriteString(diagnostic.OneLine(p.ID) + "\n")
	for _, line := range []string{
		p.Title + ", " + p.Edition,
		p.Publisher,
		force,
		"for the edition in force on its date, a case can say policy: " + p.Council,
		"levels: " + strings.Join(levels, ", "),
		english.Counted(p.Rules, "rule") + ", " + english.Counted(p.Clauses, "clause"),
	} {
		b.WriteString(paragraph(o.width(), "  ", 4, line))
	}
	return b.String()
}
