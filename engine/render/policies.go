package render

import (
	"fmt"
	"io"
	"strings"

	"windscreen/engine"
	"windscreen/engine/diagnostic"
)

// Policies writes a list of policies, in a format of KindPolicies. Of the options, Width is
// for Text. It fails where the format is not one of the kind's, or where w fails.
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
	force := "in force from " + p.InForceFrom
	switch {
	case p.InForceFrom == "" && p.InForceTo == "":
		force = "days in force not given"
	case p.InForceFrom == "":
		force = "in force to " + p.InForceTo
	case p.InForceTo != "":
		force += " to " + p.InForceTo
	}
	if p.Family != "" {
		force += "; an edition of " + p.Family
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
		"levels: " + strings.Join(levels, ", "),
		counted(p.Rules, "rule") + ", " + counted(p.Clauses, "clause"),
	} {
		b.WriteString(paragraph(o.width(), "  ", 4, line))
	}
	return b.String()
}
