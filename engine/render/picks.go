package render

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/english"
	"windscreen/engine/picks"
)

// Picks writes how soon the program asks what duty workers would ask next, in a format of KindPicks: Text has a table for
// each file, and under it the questions that are not among the first five. Of the options, Width and Colour are for Text.
// It fails if r is nil, if the format is not one of the kind's, or if w fails.
func Picks(w io.Writer, f Format, r *picks.Report, o Options) error {
	return pickReports.write(w, KindPicks, f, r, o)
}

// picksText writes the report for people. Remarks on a question stand with it.
func picksText(w io.Writer, r *picks.Report, o Options) error {
	var b strings.Builder
	for _, d := range r.Faults {
		if d.Severity == diagnostic.Error {
			b.WriteString(d.String() + "\n\n")
		}
	}
	t := pickText{out: &b, paint: painter(o.Colour), width: o.width()}
	for i := range r.Files {
		if i > 0 {
			b.WriteString("\n")
		}
		t.file(&r.Files[i])
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// pickText draws files in lines.
type pickText struct {
	out   *strings.Builder
	paint func(tone, string) string
	width int
}

// file writes what came of one file.
func (t pickText) file(f *picks.File) {
	says := fmt.Sprintf("%s: %s and %s. For %d of the questions there is no fact.", f.Name,
		english.Counted(len(f.Referrals), "referral"), english.Counted(f.All.Picks, "question"), f.All.NoFact)
	t.out.WriteString(paragraph(t.width, "", 0, says) + "\n")
	rows := [][]string{{"policy", "questions", "in the first " + strconv.Itoa(picks.First), "in the first " + strconv.Itoa(picks.Ten), ""}}
	for _, p := range f.Policies {
		rows = append(rows, shareCells(diagnostic.OneLine(p.Policy), p.Share))
	}
	rows = append(rows, shareCells("all", f.All),
		[]string{"goal", "", fmt.Sprintf("≥ %d %%", picks.GoalFirst), fmt.Sprintf("≥ %d %%", picks.GoalTen), met(f.All.Met())})
	t.out.WriteString(aligned(rows))
	if f.All.Five == f.All.Picks {
		return
	}
	fmt.Fprintf(t.out, "\n%s\n", t.paint(strong, fmt.Sprintf("Not among the first %d:", picks.First)))
	for i := range f.Referrals {
		t.referral(f.Name, &f.Referrals[i])
	}
}

// shareCells are the columns of a share.
func shareCells(label string, s picks.Share) []string {
	share := func(n, percent int) string { return fmt.Sprintf("%d  %3d %%", n, percent) }
	return []string{label, strconv.Itoa(s.Picks), share(s.Five, s.PercentFive), share(s.Ten, s.PercentTen), ""}
}

// referral writes the questions of a referral that were not asked in time.
func (t pickText) referral(file string, r *picks.Referral) {
	begun := false
	for i, p := range r.Picks {
		if p.Within(picks.First) {
			continue
		}
		if !begun {
			begun = true
			fmt.Fprintf(t.out, "\n%s, %s, %s\n", t.paint(strong, diagnostic.OneLine(r.ID)), diagnostic.OneLine(r.Policy),
				placeOf(file, r.Start))
		}
		const indent = 5
		t.out.WriteString(paragraph(t.width, fmt.Sprintf("  %d. ", i+1), indent, p.Ask))
		t.out.WriteString(paragraph(t.width, strings.Repeat(" ", indent), indent, missed(p)))
	}
}

// missed says why a question was not asked in time.
func missed(p picks.Pick) string {
	of := ""
	if len(p.Children) > 0 {
		of = ", of " + english.And(p.Children)
	}
	switch {
	case len(p.Facts) == 0:
		return "→ there is no fact for it"
	case p.Rank > 0:
		return fmt.Sprintf("→ place %d: %s%s", p.Rank, p.Fact, of)
	case len(p.Known) == len(p.Facts):
		return "→ the case says it already: " + english.And(p.Known) + of
	case len(p.Known) > 0:
		return "→ not asked: " + english.And(p.Facts) + of + "; the case says " + english.And(p.Known) + " already"
	}
	return "→ not asked: " + english.And(p.Facts) + of
}
