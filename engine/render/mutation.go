package render

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/english"
	"windscreen/engine/mutation"
	"windscreen/engine/term"
)

// Mutation writes which small changes of the rules no scenario notices, in a format of KindMutation: Text
// has the changes by the rule that they are made to, each with a scenario to fill in, tables, and the share of all on the
// last lines; GitHub has one annotation for each rule. If there is a file of changes that are left, Text has only those that it
// does not list, with entries to paste, and both have its faults. Of the options, Width and Colour are for Text. It fails if
// r is nil, if the format is not one of the kind's, or if w fails.
func Mutation(w io.Writer, f Format, r *mutation.Report, o Options) error {
	return mutations.write(w, KindMutation, f, r, o)
}

// mutationText writes the report for people.
func mutationText(w io.Writer, r *mutation.Report, o Options) error {
	var b strings.Builder
	paint := painter(o.Colour)
	for i, of := range unnoticedByRule(r) {
		if i == 0 {
			b.WriteString(paint(strong, "No scenario notices:") + "\n")
		}
		fmt.Fprintf(&b, "\n%s, %s\n", paint(strong, diagnostic.OneLine(calledIn(of[0]))), placeOf(of[0].File, of[0].Start))
		pending := ""
		for _, c := range of {
			scenario, err := toFillIn(c, o)
			if err != nil {
				return err
			}
			if pending != scenario { // one case may tell several changes
				b.WriteString(pending)
			}
			pending = scenario
			b.WriteString(paragraph(o.width(), "  - ", 4, diagnostic.OneLine(c.Says)))
			for _, says := range telling(c) {
				b.WriteString("    # " + diagnostic.OneLine(says) + "\n")
			}
		}
		b.WriteString(pending)
	}
	if b.Len() > 0 {
		b.WriteString("\n")
	}
	b.WriteString(toLeave(r) + leftFaults(r))
	for _, table := range []struct {
		head  string
		parts []mutation.Part
		says  func(string) string
	}{
		{"rules of", r.ByPolicy, func(s string) string { return s }},
		{"made to", r.ByRule, saysOf},
		{"change", r.ByChange, func(s string) string { return term.Says(term.Change(s)) }},
	} {
		rows := [][]string{{table.head, "changes", "noticed", "", "alike"}}
		if r.Left != nil {
			rows[0] = append(rows[0], "left")
		}
		if r.Sample != nil {
			rows[0] = append(rows[0], "of all")
		}
		for _, p := range table.parts {
			row := []string{diagnostic.OneLine(table.says(p.Name)), strconv.Itoa(p.Changes), strconv.Itoa(p.Noticed),
				fmt.Sprintf("%3d %%", p.Percent), strconv.Itoa(p.Alike)}
			if r.Left != nil {
				row = append(row, strconv.Itoa(p.Left))
			}
			if p.Range != nil {
				row = append(row, fmt.Sprintf("%d–%d %%", p.Range.Low, p.Range.High))
			}
			rows = append(rows, row)
		}
		b.WriteString(aligned(rows) + "\n")
	}
	b.WriteString(countedChanges(r) + "\n")
	_, err := io.WriteString(w, b.String())
	return err
}

// mutationGitHub writes a warning for each rule that has changes which no scenario notices.
func mutationGitHub(w io.Writer, r *mutation.Report, _ Options) error {
	var b strings.Builder
	for _, of := range unnoticedByRule(r) {
		says := make([]string, len(of))
		for i, c := range of {
			says[i] = diagnostic.OneLine(c.Says)
		}
		first := of[0]
		b.WriteString(annotation{severity: diagnostic.Warning, file: first.File, start: first.Start, title: "not noticed",
			message: "No scenario notices these changes of " + diagnostic.OneLine(calledIn(first)) + ":\n" + strings.Join(says,
				"\n")}.command())
	}
	if l := r.Left; l != nil {
		for _, d := range l.Faults {
			b.WriteString(annotationOf(d).command())
		}
	}
	_, err := io.WriteString(w, b.String()+countedChanges(r)+"\n")
	return err
}

// unnoticedByRule are the changes that are neither noticed nor left with a reason, those of one rule together.
func unnoticedByRule(r *mutation.Report) [][]mutation.Change {
	var out [][]mutation.Change
	for _, c := range r.Unnoticed {
		if c.Why != "" {
			continue
		}
		if last := len(out) - 1; last >= 0 && out[last][0].Policy == c.Policy && out[last][0].ID == c.ID {
			out[last] = append(out[last], c)
		} else {
			out = append(out, []mutation.Change{c})
		}
	}
	return out
}

// calledIn is what was changed, and the policy that it is from.
func calledIn(c mutation.Change) string { return saysOf(c.Of) + " " + c.ID + " of " + c.Policy }

// saysOf is a kind of rule, or of what is changed beside rules, in words.
func saysOf(of string) string {
	switch of {
	case mutation.Conditions:
		return "named condition"
	case mutation.Parameters:
		return "parameter"
	}
	return term.Says(term.Kind(of))
}

// countedChanges says how many changes are noticed, by how many cases.
func countedChanges(r *mutation.Report) string {
	cases := 0
	for _, p := range r.Policies {
		cases += p.Cases
	}
	says := fmt.Sprintf("%d %% noticed: %d of %s, by %s", r.Total.Percent, r.Total.Noticed, english.Counted(r.Total.Changes, "change"),
		english.Counted(cases, "case"))
	if n := r.Total.Alike; n > 0 {
		says += fmt.Sprintf("; %d more make no difference to any case", n)
	}
	if s := r.Sample; s != nil {
		says += fmt.Sprintf("\nA sample: %d of %s tried. Of all, %d to %d %% are noticed, with 95 %% confidence.", s.Tried,
			english.Counted(s.Of, "change"), r.Total.Range.Low, r.Total.Range.High)
	}
	if l := r.Left; l != nil {
		says += fmt.Sprintf("\n%s gives a reason for %d of %s that no scenario notices.", diagnostic.OneLine(l.File), r.Total.Left,
			english.Counted(r.Total.Left+l.Missing, "change"))
	}
	return says
}
