package page

import (
	"fmt"
	"strings"

	"windscreen/engine/family"
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
		e := Entry{Label: upperFirst(row.Child), Children: []string{row.Child}}
		text := []string{upperFirst(atLeast(row.Recommended, row.AtMost))}
		if j := row.Judgement; j != nil && j.Differs {
			text[0] = fmt.Sprintf("Judged level %d%s; recommended: %s", j.Level, by(j.By), atLeast(row.Recommended, row.AtMost))
		}
		plain := text[0] + "."
		for n, r := range m.reasons(c) {
			if n == reasons {
				break
			}
			if n == 0 {
				plain = sentences(text[0], r.brief)
			}
			text = append(text, strings.TrimSuffix(r.Text, fmt.Sprintf(" That is enough for level %d by itself.", row.Recommended)))
			if n == 0 {
				e.Cite, e.Rule, e.Fact = r.Cite, r.Rule, r.Fact
			}
		}
		if len(text) == 1 {
			text = append(text, "No sign of need at a higher level is known")
		}
		e.Text, e.brief = sentences(text...), plain
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
