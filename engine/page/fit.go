package page

import "windscreen/engine/internal/columns"

// Width is how many columns the screen has, and Height how many lines.
const (
	Width  = columns.Width
	Height = 45
)

// The least that a section keeps when the screen is full.
const (
	leastNext      = 2
	leastQuestions = 3
	leastReasons   = 1
	leastSteps     = 4
)

// fit leaves out whole entries, in a fixed order, until the page fits the screen: what others do, then
// reasons, then how sure the answer is, then questions, then what others do at all, then steps that are
// not due at once. The head, whether to tell the family, the first reason, the first questions, what is
// assumed and what nobody raised are never left out.
func fit(p *Page) {
	over := func() bool { return Lines(p) > Height }
	shorten := func(s *Section, least int, noun string) {
		for over() && len(s.Entries) > least {
			dropLast(s, noun)
		}
	}
	shorten(&p.Next, leastNext, "")
	if n := len(p.Why); n > 0 && len(p.Children) == 0 {
		shorten(&p.Why[n-1], leastReasons, "reason")
	}
	for _, label := range []string{"Checked", "Level"} {
		if over() {
			p.Sure.remove(label)
		}
	}
	shorten(&p.FindOut, leastQuestions, "")
	shorten(&p.Next, 0, "")
	if len(p.Next.Entries) == 0 {
		p.Next = Section{}
	}
	for over() && len(p.Steps.Entries) > leastSteps && p.Steps.Entries[len(p.Steps.Entries)-1].mayGo() {
		dropLast(&p.Steps, "step")
	}
	if over() {
		p.Sure.remove("Changes if")
	}
	if n := len(p.Why); n > 0 && len(p.Children) > 0 {
		shorten(&p.Why[n-1], leastRows, "child")
	}
}

// leastRows is how many children keep their rows on a full screen.
const leastRows = 3

// dropLast leaves out the last entry of a section, and says so where a noun is given: of questions, and of
// what others do, there are always more.
func dropLast(s *Section, noun string) {
	s.Entries = s.Entries[:len(s.Entries)-1]
	if noun != "" {
		s.left++
		s.Left = leftOut(s.left, noun)
	}
}

// remove takes away the row with a label.
func (s *Section) remove(label string) {
	for i, e := range s.Entries {
		if e.Label == label {
			s.Entries = append(s.Entries[:i:i], s.Entries[i+1:]...)
			break
		}
	}
	if len(s.Entries) == 0 {
		*s = Section{}
	}
}

// Lines is how many lines of the screen a page takes as text.
func Lines(p *Page) int {
	h := p.Head
	n := len(columns.Head(Width, HeadLine(h), ""))
	for _, e := range h.Under {
		n += len(columns.Head(Width, e.Text, FirstClause(e)))
	}
	n += len(columns.Scale(Width, Levels(h)))
	n += len(columns.Head(Width, h.Document, ""))
	for _, e := range h.Warnings {
		n += len(columns.Head(Width, e.Text, FirstClause(e)))
	}
	for i := range p.Sections() {
		n += sectionLines(p.Sections()[i])
	}
	return n + 1 + len(columns.Head(Width, p.Foot, ""))
}

// HeadLine is the first line: the level, what is still possible, and what is called for.
func HeadLine(h Head) string { return sentences(h.Level.Text, h.Do) }

// Levels are the levels of the scale as the screen shows them.
func Levels(h Head) []string {
	var out []string
	for _, r := range h.Scale {
		out = append(out, columns.Level(r.Level, r.Name, r.Here, r.Possible))
	}
	return out
}

// FirstClause is the clause that the screen shows behind an entry; empty if it has none.
func FirstClause(e Entry) string {
	if len(e.Cite) == 0 {
		return ""
	}
	return e.Cite[0]
}

// Kind is how the entries of a section are laid out.
type Kind string

// The kinds of section.
const (
	Numbered  Kind = "steps"     // numbered steps
	Rows      Kind = "rows"      // rows with a label
	Reasons   Kind = "reasons"   // statements under a heading
	PerChild  Kind = "children"  // a row for each child
	Questions Kind = "questions" // numbered questions, with who could answer
	Moments   Kind = "moments"   // times, and what falls due at them
)

// Laid is a section and how its entries are laid out.
type Laid struct {
	Section
	Kind Kind
}

// Sections are the sections that hold something, in the order in which they are read.
func (p *Page) Sections() []Laid {
	var out []Laid
	add := func(s Section, k Kind) {
		if s.Heading != "" {
			out = append(out, Laid{s, k})
		}
	}
	add(p.Steps, Numbered)
	add(p.Family, Rows)
	for _, s := range p.Why {
		if len(p.Children) > 0 {
			add(s, PerChild)
		} else {
			add(s, Reasons)
		}
	}
	add(p.FindOut, Questions)
	add(p.Next, Moments)
	add(p.Sure, Rows)
	return out
}

// sectionLines is how many lines a section takes, with the empty line before it.
func sectionLines(s Laid) int {
	n := 1
	if s.Kind == Questions {
		n += len(columns.HeadingOver(Width, s.Heading, s.Aside))
	} else {
		n += len(columns.Heading(Width, s.Heading, s.Aside))
	}
	for i, e := range s.Entries {
		switch s.Kind {
		case Numbered:
			n += len(columns.Step(Width, i+1, e.Text, FirstClause(e)))
		case Rows:
			n += len(columns.Row(Width, e.Label, e.Text, FirstClause(e)))
		case Reasons:
			n += len(columns.Reason(Width, len(s.Entries) > 1, e.Text, FirstClause(e)))
		case PerChild:
			n += len(columns.Child(Width, e.Label, e.Text, FirstClause(e)))
		case Questions:
			n += len(columns.Question(Width, i+1, e.Text, e.Who))
		case Moments:
			n += len(columns.Moment(Width, e.Label, e.Text, FirstClause(e)))
		}
	}
	if s.Left != "" {
		n += len(columns.Reason(Width, false, s.Left, ""))
	}
	return n
}

// FirstStep is the line on which the first step stands.
func FirstStep(p *Page) int {
	without := *p
	without.Steps = Section{}
	n := 0
	for _, s := range without.Sections() {
		n += sectionLines(s)
	}
	return Lines(&without) - n - 1 - len(columns.Head(Width, p.Foot, "")) + 1 + len(columns.Heading(Width, p.Steps.Heading, p.Steps.Aside)) + 1
}

// Clauses is how many ids of clauses the screen shows.
func Clauses(p *Page) int {
	n := 0
	count := func(list []Entry) {
		for _, e := range list {
			if len(e.Cite) > 0 {
				n++
			}
		}
	}
	count(p.Head.Under)
	count(p.Head.Warnings)
	for _, s := range p.Sections() {
		count(s.Entries)
	}
	return n
}
