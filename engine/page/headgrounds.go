package page

import (
	"cmp"
	"slices"

	"windscreen/engine/internal/columns"
	"windscreen/engine/internal/english"
)

// grounds says in one line which statutory ground holds, the gravest if there are several. The page for several
// children says for whom, unless it is for all; the page for one child adds a second ground if there is room.
func (m *making) grounds() []Entry {
	var e Entry
	var names, children []string // the children for whom the first of the names holds
	var sections []string
	for _, row := range m.f.Rows {
		for _, g := range row.Grounds {
			says := cmp.Or(g.Short, g.Title)
			if !slices.Contains(names, says) {
				names, sections = append(names, says), append(sections, cmp.Or(english.UpperFirst(g.Section()), says))
				e.Cite = append(e.Cite, g.Cite...)
			}
			if says == names[0] && !slices.Contains(children, row.Child) {
				children = append(children, row.Child)
			}
		}
	}
	if len(names) == 0 {
		return nil
	}
	e.Text = english.Stopped(names[0])
	e.citeFitting()
	switch {
	case m.one == nil && len(children) < len(m.a.Children):
		// A label in brackets would read as a subsection.
		who := ", for " + english.And(children)
		e.Text = english.Stopped(names[0] + who)
		e.citeFitting()
		e.Text = fittedBeside(FirstClause(e), e.Text, english.Stopped(sections[0]+who))
	case m.one != nil && len(names) > 1:
		if sections[1] != sections[0] {
			e.fitting(e.Text + " " + english.Stopped("Also "+english.LowerFirst(sections[1])))
		}
	}
	return []Entry{e}
}

// fitting takes a longer text if that fits on one line.
func (e *Entry) fitting(longer string) {
	if len(columns.Head(Width, longer, FirstClause(*e))) == 1 {
		e.Text = longer
	}
}

// citeFitting puts first a clause that leaves the entry on one line, if there is one.
func (e *Entry) citeFitting() {
	for i, id := range e.Cite {
		if len(columns.Head(Width, e.Text, id)) == 1 {
			e.Cite = slices.Concat([]string{id}, e.Cite[:i], e.Cite[i+1:])
			return
		}
	}
}
