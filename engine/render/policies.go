package render

import (
	"fmt"
	"io"
	"strings"

	"windscreen/engine"
	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/english"
	"windscreen/engine/recommendation"
)

// Policies writes a list of policies, in a format of KindPolicies. Of the options, Width
// is for Text. It fails if the format is not one of the kind's, or if w fails.
func Policies(w io.Writer, f Format, list []engine.PolicyInfo, o Options) error {
	return policyLists.write(w, KindPolicies, f, list, o)
}

// policiesJSON writes them as an engine.PolicyList.
func policiesJSON(w io.Writer, list []engine.PolicyInfo, o Options) error {
	return inJSON(w, &engine.PolicyList{Format: engine.PoliciesFormat, Policies: list}, o)
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
	var levels []string
	for _, l := range p.Levels {
		levels = append(levels, fmt.Sprintf("%d %s", l.Level, l.Name))
	}
	var b strings.Builder
	b.WriteString(diagnostic.OneLine(p.ID) + "\n")
	for _, line := range []string{
		p.Title + ", " + p.Edition,
		p.Publisher,
		forceOf(p.InForceFrom, p.InForceTo),
		"for the edition in force on its date, a case can say policy: " + p.Council,
		"levels: " + strings.Join(levels, ", "),
		english.Counted(p.Rules, "rule") + ", " + english.Counted(p.Clauses, "clause"),
	} {
		b.WriteString(paragraph(o.width(), "  ", 4, line))
	}
	return b.String()
}

// forceOf says when an edition was in force.
func forceOf(from, to recommendation.Day) string {
	switch {
	case from.IsZero() && to.IsZero():
		return "dates in force not given"
	case from.IsZero():
		return "in force to " + to.String()
	case to.IsZero():
		return "in force from " + from.String()
	}
	return "in force from " + from.String() + " to " + to.String()
}
