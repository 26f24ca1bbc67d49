package diagnostic

import (
	"fmt"
	"strings"
)

// String returns the diagnostic for people: place, code and message, the line with carets
// under the fault, and the remedy. It has no newline at its end.
//
// It makes the text of files visible, so that nothing in it can colour a terminal or look
// like another line.
func (d Diagnostic) String() string {
	d.File, d.Message, d.Remedy = OneLine(d.File), OneLine(d.Message), OneLine(d.Remedy)
	d.Severity, d.Code = Severity(OneLine(string(d.Severity))), Code(OneLine(string(d.Code)))
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s", d.heading(), d.Message)
	if d.Source != "" && !d.Start.IsZero() {
		before, marked, after := excerpt(d.Source, d.Start.Column, d.width())
		before, marked, after = shown(before), shown(marked), shown(after)
		gutter := fmt.Sprintf("%5d | ", d.Start.Line)
		fmt.Fprintf(&b, "\n%s%s%s%s", gutter, before, marked, after)
		fmt.Fprintf(&b, "\n%s| %s%s", strings.Repeat(" ", len(gutter)-2), blank(before), strings.Repeat("^", max(1, len([]rune(marked)))))
	}
	if d.Remedy != "" {
		fmt.Fprintf(&b, "\n      = %s", d.Remedy)
	}
	return b.String()
}

// width is how many characters of the first line the diagnostic spans.
func (d Diagnostic) width() int {
	if d.End.Line == d.Start.Line && d.End.Column > d.Start.Column {
		return d.End.Column - d.Start.Column
	}
	if d.End.Line > d.Start.Line {
		return max(1, len([]rune(strings.TrimRight(d.Source, " ")))-d.Start.Column+1)
	}
	return 1
}

// excerptWidth is how much of a long line is shown; lines in rule files are
// short, but a hostile case may hold a megabyte on one line.
const excerptWidth = 160

// excerpt cuts a line into what stands before the mark, the mark, and what
// follows, and drops the far ends of a line too long to show.
func excerpt(line string, column, width int) (before, marked, after string) {
	r := []rune(line)
	start := min(max(column-1, 0), len(r))
	end := min(start+width, len(r))
	if end-start > excerptWidth {
		end = start + excerptWidth
	}
	from, to := 0, len(r)
	if len(r) > excerptWidth {
		from = max(0, start-excerptWidth/2)
		to = min(len(r), max(end, from+excerptWidth))
	}
	before, marked, after = string(r[from:start]), string(r[start:end]), string(r[end:to])
	if from > 0 {
		before = "…" + before
	}
	if to < len(r) {
		after += "…"
	}
	return before, marked, after
}

// shown keeps tabs, which the caret's line repeats.
func shown(s string) string { return strings.ReplaceAll(Visible(s), "\n", " ") }

// blank replaces every character by a space but keeps tabs, so that a caret
// stands under the right character whatever the tab width.
func blank(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\t' {
			return r
		}
		return ' '
	}, s)
}

// String returns every diagnostic, a blank line between each.
func (l List) String() string {
	parts := make([]string, len(l))
	for i, d := range l {
		parts[i] = d.String()
	}
	return strings.Join(parts, "\n\n")
}
