package page

import (
	"cmp"
	"fmt"

	"windscreen/engine/family"
	"windscreen/engine/internal/english"
)

// mostRows is how many children have a row each. If there are no more than fewRows children, a row gives
// fewReasons reasons, and otherwise one.
const (
	mostRows   = 8
	fewRows    = 3
	fewReasons = 2
)

// children has a row for each child, the highest level first.
func (m *making) children() Section {
	s := Section{Heading: "The children", Entries: []Entry{}}
	reasons := 1
	if len(m.f.Rows) <= fewRows {
		reasons = fewReasons
	}
	for i, row := range m.f.Rows {
		if i == mostRows {
			s.left = len(m.f.Rows) - mostRows
			s.Left = leftOut(s.left, "child")
			break
		}
		c := m.child(row.Child)
		e := Entry{Label: english.UpperFirst(row.Child), Children: []string{row.Child}}
		level := english.UpperFirst(atLeast(row.Recommended, row.AtMost))
		if j := row.Judgement; j != nil && j.Differs {
			level = fmt.Sprintf("Judged level %d%s; recommended: %s", j.Level, judge(j.By), english.LowerFirst(level))
		}
		why := m.reasons(c)
		why = why[:min(reasons, len(why))]
		if len(why) == 0 {
			e.Text = english.Sentences(level, nothingHigher)
		} else {
			e.Cite, e.Rule, e.Fact = why[0].Cite, why[0].Rule, why[0].Fact
			e.Text, e.brief = level, english.Sentences(level, why[0].brief)
		}
		for _, r := range why {
			e.Text, e.sources = english.Sentences(e.Text, r.Text), cmp.Or(e.sources, r.sources)
		}
		s.Entries = append(s.Entries, e)
	}
	return s
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
