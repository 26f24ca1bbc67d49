package page

import (
	"slices"
	"strings"

	"windscreen/engine/internal/columns"
)

// heights measures a page again and again while entries are left out of it. A section is laid out again
// only if it has changed since it was last measured. The head and the foot must not change.
type heights struct {
	page *Page
	// rest is how many lines the head and the foot take, and more how many the foot takes besides if it says where to
	// find the rest.
	rest, more int
	last       map[*Section]measured
	// entries are how many lines entries took.
	entries map[laidEntry]int
}

// laidEntry is all of an entry on which its lines depend. Its number is not among it: numbers up to 999 are as wide.
type laidEntry struct {
	kind                     Kind
	marked                   bool
	label, text, clause, who string
}

// measured is a section as it was when it was last measured, and how many lines it took.
type measured struct {
	section Section
	lines   int
}

// roomForMore is what a page holds room for behind its foot: where to find the rest.
var roomForMore = " " + strings.Repeat("x", len("Everything: --full"))

func newHeights(p *Page) *heights {
	foot := func(text string) int { return len(columns.Head(Width, text, "")) }
	return &heights{page: p, rest: Lines(&Page{Head: p.Head, Foot: p.Foot}), more: foot(p.Foot+roomForMore) - foot(p.Foot),
		last: map[*Section]measured{}, entries: map[laidEntry]int{}}
}

// over reports whether the page, with where to find the rest, is longer than the screen.
func (h *heights) over() bool { return h.lines()+h.more > Height }

// lines is how many lines of the screen the page takes, as Lines has it.
func (h *heights) lines() int {
	p := h.page
	n := h.rest + h.of(&p.Steps, func(q *Page) { q.Steps = p.Steps }) + h.of(&p.Family, func(q *Page) { q.Family = p.Family })
	for i := range p.Why {
		n += h.of(&p.Why[i], func(q *Page) { q.Why = p.Why[i : i+1] })
	}
	return n + h.of(&p.FindOut, func(q *Page) { q.FindOut = p.FindOut }) + h.of(&p.Next, func(q *Page) { q.Next = p.Next }) +
		h.of(&p.Sure, func(q *Page) { q.Sure = p.Sure })
}

// of is how many lines a section takes; put puts it alone on a page.
func (h *heights) of(s *Section, put func(*Page)) int {
	m, ok := h.last[s]
	if ok && alike(&m.section, s) {
		return m.lines
	}
	alone := Page{Children: h.page.Children}
	put(&alone)
	m = measured{section: *s}
	for _, laid := range alone.Sections() {
		m.lines += h.laid(laid)
	}
	m.section.Entries = slices.Clone(s.Entries)
	h.last[s] = m
	return m.lines
}

// laid is how many lines a section takes, with the empty line before it. Mostly one entry has gone since it was last
// measured, and the others take as many lines as they did. To lay them out again made a tenth of the memory of a brief answer.
func (h *heights) laid(s Laid) int {
	n := 1 + len(s.heading(Width))
	if s.Left != "" {
		n += len(s.leftOut(Width))
	}
	for i, e := range s.Entries {
		key := laidEntry{s.Kind, s.Marked(e), e.Label, e.Text, FirstClause(e), ""}
		if s.Kind == Questions {
			key.who = strings.Join(e.Who, ", ")
		}
		lines, known := h.entries[key]
		if !known {
			lines = len(s.entry(Width, i, e))
			h.entries[key] = lines
		}
		n += lines
	}
	return n
}

// alike reports whether two sections are laid out alike.
func alike(a, b *Section) bool {
	entry := func(x, y Entry) bool {
		return x.Text == y.Text && x.Label == y.Label && x.Fact == y.Fact && FirstClause(x) == FirstClause(y) && slices.Equal(x.Who, y.Who)
	}
	return a.Heading == b.Heading && a.Aside == b.Aside && a.Left == b.Left && slices.EqualFunc(a.Entries, b.Entries, entry)
}
