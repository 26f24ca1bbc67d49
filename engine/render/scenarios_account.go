package render

import (
	"fmt"
	"strings"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/english"
	"windscreen/engine/scenario"
)

// accountRow is one line of a failure's account: a label and what it says, which may run
// over several lines.
type accountRow struct{ label, says string }

// account puts a failure into rows: what was expected, what came, and for each
// rule concerned where it stands, its condition and what it reads.
func account(f *scenario.Failure) []accountRow {
	rows := []accountRow{{"expected", f.Expected}, {"actual", f.Actual}}
	for _, r := range f.Rules {
		rows = append(rows, accountRow{"rule", fmt.Sprintf("%s is %s (%s)", r.ID, inWords(r.Truth), placeOf(r.File, r.Start))})
		switch {
		case len(r.Parts) > 0:
			rows = append(rows, accountRow{"when", partsInLines(r.Parts)})
		case r.When != "":
			rows = append(rows, accountRow{"when", strings.TrimRight(r.When, " \n")})
		}
		for i, x := range r.Reads {
			label := ""
			if i == 0 {
				label = "reads"
			}
			rows = append(rows, accountRow{label, x.Name + ": " + x.Says})
		}
		if len(r.Open) > 0 {
			rows = append(rows, accountRow{"open", strings.Join(r.Open, ", ")})
		}
	}
	if f.More > 0 {
		rows = append(rows, accountRow{"", "and " + english.Counted(f.More, "more rule")})
	}
	return rows
}

// partsInLines are the parts of a condition, each with what it came to, those within another indented.
func partsInLines(parts []scenario.Part) string {
	lines := make([]string, len(parts))
	for i, p := range parts {
		lines[i] = strings.Repeat("  ", p.Depth) + inWords(p.Truth) + ": " + p.Says
	}
	return strings.Join(lines, "\n")
}

// labelWidth is the width of the widest label and the space after it.
const labelWidth = len("expected") + 2

// accountLines draws the account, labels in a column of their own.
func accountLines(f *scenario.Failure) []string {
	var lines []string
	for _, r := range account(f) {
		label := r.label
		for says := range strings.SplitSeq(diagnostic.Visible(r.says), "\n") {
			lines = append(lines, strings.TrimRight(fmt.Sprintf("%-*s%s", labelWidth, label, says), " "))
			label = ""
		}
	}
	return lines
}

// placeOf is file:line:column, or just the file where no place is known.
func placeOf(file string, at diagnostic.Position) string {
	return diagnostic.OneLine(diagnostic.Diagnostic{File: file, Start: at}.Place())
}

// sourceOf says which policy a scenario is judged by and where it was taken from.
func sourceOf(r *scenario.Result) string {
	s := r.Policy
	if len(r.From) > 0 {
		s += ", from " + strings.Join(r.From, ", ")
	}
	return diagnostic.OneLine(s)
}

// passedAndFailed is the last line of every report for people: how many scenarios passed
// and failed, alone on its line.
func passedAndFailed(r *scenario.Report) string {
	return fmt.Sprintf("%d passed, %d failed", r.Passed(), r.Failed())
}

// remark is what to say before the closing line, where the counts alone would
// mislead; empty where there is nothing to say.
func remark(r *scenario.Report) string {
	faults, _ := r.Faults.Counts()
	switch {
	case faults > 0:
		return english.Counted(faults, "fault") + "; scenarios in faulty files were not run"
	case len(r.Results) == 0:
		return "there were no scenarios to run"
	case r.Shortened > 0:
		return fmt.Sprintf("the last %d failures are shown in short: one expectation each, without rules", r.Shortened)
	}
	return ""
}
