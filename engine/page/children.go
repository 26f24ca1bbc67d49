package page

import (
	"cmp"
	"fmt"
	"strings"

	"windscreen/engine/family"
	"windscreen/engine/internal/columns"
	"windscreen/engine/internal/english"
	"windscreen/engine/recommendation"
)

// mostRows is how many children have a row each. If there are no more than fewRows children, a row gives
// fewReasons reasons, and otherwise one.
const (
	mostRows   = 8
	fewRows    = 3
	fewReasons = 2
)

// widestLabel is how wide the labels of children who share a row may be, and sameAgain what a row says if they have no
// room there.
const (
	widestLabel = 8
	sameAgain   = "The same."
)

// children has a row for each child, the highest level first. Children of whom it would say the same share a row.
func (m *making) children() Section {
	s := Section{Heading: "The children", Entries: []Entry{}}
	reasons := 1
	if len(m.f.Rows) <= fewRows {
		reasons = fewReasons
	}
	var rows []Entry
	for _, row := range m.f.Rows {
		rows = append(rows, m.childRow(row, reasons))
	}
	s.Entries = append(s.Entries, shared(rows)...)
	for !m.long && len(s.Entries) > mostRows {
		dropLast(&s, "child")
	}
	return s
}

// shared are rows in which children of whom the same is said share a row, as far as their labels fit beside it.
func shared(rows []Entry) []Entry {
	var out []Entry
	says := "" // what the last row says, in full
	for _, e := range rows {
		last := len(out) - 1
		if last < 0 || e.Text != says && e.Text != sameAgain {
			out, says = append(out, e), e.Text
			continue
		}
		if both := out[last].Label + ", " + strings.Join(e.Children, ", "); columns.Count(both) <= widestLabel {
			out[last].Label, out[last].Children = both, append(out[last].Children, e.Children...)
			continue
		}
		out = append(out, Entry{Label: e.Label, Text: sameAgain, Children: e.Children})
	}
	return out
}

// childRow is the row of one child, with at most so many reasons.
func (m *making) childRow(row family.Row, reasons int) Entry {
	e := Entry{Label: english.UpperFirst(row.Child), Children: []string{row.Child}}
	level := english.UpperFirst(atLeast(row.Recommended, row.AtMost))
	why := m.reasons(m.child(row.Child))
	why = why[:min(reasons, len(why))]
	j := row.Judgement
	judged := j != nil && j.Differs
	open := j == nil && recommendation.Undecided(row.Recommended, row.AtMost, m.f.Level.Scale)
	switch {
	case judged:
		level = fmt.Sprintf("Judged level %d%s; recommended: %s", j.Level, judge(j.By), english.LowerFirst(level))
	case open:
		level = notDecided + ": it may be " + english.Or(levelsFrom(row.Recommended, row.AtMost, m.f.Level.Scale))
	}
	e.Text = english.Stopped(level)
	switch {
	case m.hidesReasons():
		return e
	case open && len(why) == 0:
		e.Text = english.Sentences(level, noSign+" so far")
	case len(why) == 0:
		e.Text = english.Sentences(level, nothingHigher)
	default:
		e.Cite, e.Rule, e.Fact = why[0].Cite, why[0].Rule, why[0].Fact
		e.brief = english.Sentences(level, why[0].brief)
	}
	for _, r := range why {
		e.Text, e.sources = english.Sentences(e.Text, r.Text), cmp.Or(e.sources, r.sources)
	}
	return e
}

// child is the answer for one of the children; nil if there is none of that label.
func (m *making) child(label string) *family.Child {
	for i := range m.a.Children {
		if m.a.Children[i].Child == label {
			return &m.a.Children[i]
		}
	}
	return nil
}
