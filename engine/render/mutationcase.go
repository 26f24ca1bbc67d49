package render

import (
	"bytes"
	"fmt"
	"strings"

	"windscreen/engine/internal/english"
	"windscreen/engine/mutation"
)

// toFillIn is a scenario with the case that tells a change, for its author to fill in: what it shows, the clauses, and
// what the document asks for. As it is, it does not load. It is empty where there is no case, or a scenario tells.
func toFillIn(c mutation.Change, o Options) (string, error) {
	t := c.Telling
	if t == nil || t.Case == nil {
		return "", nil
	}
	var file bytes.Buffer
	if err := Case(&file, YAML, t.Case, o); err != nil {
		return "", fmt.Errorf("write the case that tells %s: %w", c.ID, err)
	}
	var b strings.Builder
	b.WriteString("    - name:\n      from: []\n      case:\n")
	for text := range strings.Lines(file.String()) {
		b.WriteString("        " + text)
	}
	b.WriteString("      expect: {" + expected(t.Differences[0]) + "}\n")
	return b.String(), nil
}

// mostDifferences is how many differences are named.
const mostDifferences = 3

// telling says what comes out otherwise in the case that tells a change, and how good a case it is.
func telling(c mutation.Change) []string {
	t := c.Telling
	if t == nil {
		return []string{"Whether a case could tell was not decided: " + c.Undecided + "."}
	}
	var says []string
	for _, d := range t.Differences[:min(len(t.Differences), mostDifferences)] {
		if d.What == "says" {
			says = append(says, "what is said of "+d.Name)
			continue
		}
		says = append(says, strings.Join(strings.Fields(d.What+" "+d.Name), " ")+": "+d.After+" instead of "+d.Before)
	}
	if more := len(t.Differences) - mostDifferences; more > 0 {
		says = append(says, english.Counted(more, "other thing"))
	}
	out := []string{"Changed: " + strings.Join(says, "; ") + "."}
	if s := t.Scenario; s != nil {
		return append(out, fmt.Sprintf("Scenario %q under %s does not expect it: %s.", s.Name, s.Policy, placeOf(s.File, s.Start)))
	}
	if t.Unlikely {
		out = append(out, "Only unlikely cases tell.")
	}
	if !t.Smallest {
		out = append(out, "There may be a smaller case that tells.")
	}
	return out
}

// expected is what of an expectation can be written without knowing the document.
func expected(d mutation.Difference) string {
	switch d.What {
	case "level", "at_most":
		return d.What + ": "
	case "consent":
		return "consent: {" + d.Name + ": }"
	case "grounds":
		return "grounds: {hold: [], possible: [], not: []}"
	case "rules":
		return "rules: {hold: [], open: [], not: []}"
	}
	return ""
}
