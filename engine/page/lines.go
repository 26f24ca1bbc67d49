package page

import "windscreen/engine/internal/columns"

// Part is what a block of lines is.
type Part string

// The parts of a page in lines.
const (
	PartTitle   Part = "title"   // the first line
	PartLine    Part = "line"    // any other line that is no entry: the scale, the document, the foot
	PartHeading Part = "heading" // the heading of a section
	PartEntry   Part = "entry"   // an entry
)

// Block is one part of a page in lines of a width. There is an empty line before a heading and before
// the foot.
type Block struct {
	Part  Part
	Lines []string
	// Entry is the entry of which they are the lines, and Kind that of its section; the kind is empty for
	// an entry of the head.
	Entry Entry
	Kind  Kind
}

// Blocks are the page in lines of a width, from first to last.
func (p *Page) Blocks(width int) []Block {
	h, sections := p.Head, p.Sections()
	n := 1 + len(h.Under) + 2 + len(h.Warnings) + 1
	for _, s := range sections {
		n += len(s.Entries) + 2
	}
	out := append(make([]Block, 0, n), Block{Part: PartTitle, Lines: columns.Head(width, HeadLine(h), "")})
	line := func(lines []string) { out = append(out, Block{Part: PartLine, Lines: lines}) }
	headed := func(list []Entry) {
		for _, e := range list {
			out = append(out, Block{Part: PartEntry, Lines: columns.Head(width, e.Text, FirstClause(e)), Entry: e})
		}
	}
	headed(h.Under)
	if len(h.Scale) > 0 {
		line(columns.Scale(width, Levels(h)))
	}
	if h.Document != "" {
		line(columns.Head(width, h.Document, ""))
	}
	headed(h.Warnings)
	for _, s := range sections {
		out = s.blocks(out, width)
	}
	line(append([]string{""}, columns.Head(width, p.Foot, "")...))
	return out
}

// blocks adds a section in lines of a width, with the empty line before it.
func (s Laid) blocks(out []Block, width int) []Block {
	out = append(out, Block{Part: PartHeading, Lines: append([]string{""}, s.heading(width)...), Kind: s.Kind})
	for i, e := range s.Entries {
		out = append(out, Block{Part: PartEntry, Lines: s.entry(width, i, e), Entry: e, Kind: s.Kind})
	}
	if s.Left != "" {
		out = append(out, Block{Part: PartLine, Lines: s.leftOut(width), Kind: s.Kind})
	}
	return out
}

// heading is the heading in lines of a width, and leftOut what says what there was no room for.
func (s Laid) heading(width int) []string {
	if s.Kind == Questions {
		return columns.HeadingOver(width, s.Heading, s.Aside)
	}
	return columns.Heading(width, s.Heading, s.Aside)
}

func (s Laid) leftOut(width int) []string { return columns.Reason(width, false, s.Left, "") }

// entry is one entry in lines of a width.
func (s Laid) entry(width, i int, e Entry) []string {
	switch s.Kind {
	case Numbered:
		return columns.Step(width, i+1, e.Text, FirstClause(e))
	case Rows:
		return columns.Row(width, e.Label, e.Text, FirstClause(e))
	case PerChild:
		return columns.Child(width, e.Label, e.Text, FirstClause(e))
	case Questions:
		return columns.Question(width, i+1, e.Text, e.Who)
	case Moments:
		return columns.Moment(width, e.Label, e.Text, FirstClause(e))
	case Reasons:
	}
	return columns.Reason(width, s.Marked(e), e.Text, FirstClause(e))
}

// Marked reports whether an entry has a mark before it. Only what was found about the child has one, and
// only if there is more than one such reason.
func (s Laid) Marked(e Entry) bool {
	reasons := 0
	for i := range s.Entries {
		if s.Entries[i].Fact != "" {
			reasons++
		}
	}
	return s.Kind == Reasons && e.Fact != "" && reasons > 1
}

// count is how many lines blocks take.
func count(blocks []Block) int {
	n := 0
	for _, b := range blocks {
		n += len(b.Lines)
	}
	return n
}
