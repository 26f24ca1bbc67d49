package page

import (
	"slices"
	"strings"

	"windscreen/engine/internal/columns"
	"windscreen/engine/internal/english"
)

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

// fit leaves out whole entries, or takes shorter texts, until the page fits the screen. The order is fixed:
// first the head, as far as the first step is not near the top, then what others do later, then reasons, how
// sure the answer is, rows about some of the children, steps that have weeks, questions, all that others do
// later than today, steps that are not due at once, the words of whoever judged, why agreement is needed or
// not, all questions but the first, then a step that passes the family on, and last what may be shared. The
// head, whether to tell the family, the first reason, the first question, what is assumed and what nobody
// raised always stay.
func fit(p *Page) {
	fitHead(p)
	over := newHeights(p).over
	shorten := func(s *Section, least int, noun string) {
		for over() && len(s.Entries) > least {
			dropLast(s, noun)
		}
	}
	pressing := p.Next.pressing()
	shorten(&p.Next, max(leastNext, pressing), "")
	if n := len(p.Why); n > 0 && len(p.Children) == 0 {
		shorten(&p.Why[n-1], leastReasons, "reason")
	}
	for _, label := range []string{"Checked", "Level"} {
		if over() {
			p.Sure.remove(label)
		}
	}
	for over() && p.Family.dropRow() {
	}
	for _, s := range []*Section{&p.Family, &p.Sure} {
		if over() {
			s.shorter()
		}
	}
	if n := len(p.Why); n > 0 && over() {
		p.Why[n-1].shorter()
		if len(p.Children) > 0 { // without their sources, rows may say the same
			p.Why[n-1].Entries = shared(p.Why[n-1].Entries)
		}
	}
	for over() && p.Steps.dropFar() {
	}
	shorten(&p.FindOut, leastQuestions, "")
	shorten(&p.Next, pressing, "")
	if len(p.Next.Entries) == 0 {
		if p.Next.left > 0 {
			p.Steps.Aside = nextElsewhere
		}
		p.Next = Section{}
	}
	dropSteps := func(kind func(Entry) bool) {
		for over() && len(p.Steps.Entries) > leastSteps && p.Steps.drop(kind) {
		}
	}
	dropSteps(func(e Entry) bool { return e.mayGo() && !e.handsOn })
	if over() {
		p.Sure.remove(changesLabel)
	}
	if n := len(p.Why); n > 0 && len(p.Children) > 0 {
		shorten(&p.Why[n-1], leastRows, "child")
	}
	for i := range p.Why {
		p.Why[i].shortest(over)
	}
	p.Family.shortest(over)
	shorten(&p.FindOut, 1, "")
	dropSteps(Entry.mayGo)
	if over() {
		p.Family.remove("Sharing")
	}
}

// leastRows is how many children keep their rows on a full screen.
const leastRows = 3

// dropLast leaves out the last entry of a section. With a noun for the entries, the section says how many
// are missing. Questions, and what others do, have none: there are always more questions, and the heading counts the rest.
func dropLast(s *Section, noun string) {
	last := s.Entries[len(s.Entries)-1]
	s.Entries = s.Entries[:len(s.Entries)-1]
	if noun == "" {
		s.left++
		return
	}
	if noun == "reason" && last.Fact == "" { // why the next level is not reached is no reason for this one
		return
	}
	s.left += max(1, len(last.Children)) // children may share a row
	s.Left = leftOut(s.left, noun)
}

// pressing is how many entries of what others do are overdue or due today: they come first.
func (s *Section) pressing() int {
	n := 0
	for n < len(s.Entries) && s.Entries[n].kept {
		n++
	}
	return n
}

// dropFar leaves out the last step that has weeks, and reports whether there was one.
func (s *Section) dropFar() bool { return s.drop(func(e Entry) bool { return e.far && e.mayGo() }) }

// drop leaves out the last step of some kind, and reports whether there was one.
func (s *Section) drop(kind func(Entry) bool) bool {
	if len(s.Entries) == 1 {
		return false
	}
	for i, e := range slices.Backward(s.Entries) {
		if kind(e) {
			s.Entries = append(s.Entries[:i:i], s.Entries[i+1:]...)
			s.left++
			s.Left = leftOut(s.left, "step")
			return true
		}
	}
	return false
}

// shorter puts the shorter text of each entry of a section in place of the longer one, if it has one.
func (s *Section) shorter() {
	for i, e := range s.Entries {
		if e.brief != "" {
			s.Entries[i].Text = e.brief
		}
	}
}

// shortest puts the shortest text of each entry in place of its own, as long as the screen is too full.
func (s *Section) shortest(over func() bool) {
	for i, e := range s.Entries {
		if over() && e.least != "" {
			s.Entries[i].Text = e.least
		}
	}
}

// dropRow leaves out the last row without a label, which goes on under the row before it, and says so. It
// reports whether there was one.
func (s *Section) dropRow() bool {
	for i := len(s.Entries) - 1; i > 0; i-- {
		if s.Entries[i].Label == "" {
			s.Entries = append(s.Entries[:i:i], s.Entries[i+1:]...)
			s.Left = "What applies to the other children is on the page for each of them."
			return true
		}
	}
	return false
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
func Lines(p *Page) int { return count(p.Blocks(Width)) }

// HeadLine is the first line: the level, what is still possible, and what is called for.
func HeadLine(h Head) string { return english.Sentences(h.Level.Text, h.Do) }

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
	if n := len(p.Steps.Entries); n == 1 && strings.HasPrefix(p.Steps.Entries[0].Text, nothingDue) {
		add(p.Steps, Reasons)
	} else {
		add(p.Steps, Numbered)
	}
	if slices.ContainsFunc(p.Family.Entries, func(e Entry) bool { return e.Label != "" }) {
		add(p.Family, Rows)
	} else {
		add(p.Family, Reasons)
	}
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
