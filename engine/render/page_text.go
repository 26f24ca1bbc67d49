package render

import (
	"io"
	"strings"

	"windscreen/engine/page"
)

// pageText draws a page in lines. The page knows its lines; here they are coloured.
func pageText(w io.Writer, p *page.Page, o Options) error {
	p = shownPage(p)
	t := &pageInText{paint: painter(o.Colour)}
	for _, b := range p.Blocks(o.width()) {
		switch b.Part {
		case page.PartTitle:
			t.title(b.Lines, p.Head, dueTone(p))
		case page.PartHeading:
			t.heading(b)
		case page.PartEntry:
			t.entry(b)
		case page.PartLine:
			t.out.WriteString(strings.Join(b.Lines, "\n") + "\n")
		}
	}
	_, err := io.WriteString(w, t.out.String())
	return err
}

// dueTone is the tone of the phrase that says what is called for. It is a warning unless nothing is due.
func dueTone(p *page.Page) tone {
	for _, s := range p.Sections() {
		if s.Kind == page.Numbered {
			return urgent
		}
	}
	return strong
}

// pageInText colours the lines of a page.
type pageInText struct {
	out   strings.Builder
	paint func(tone, string) string
}

// painted writes part of a line; what is empty has no colour.
func (t *pageInText) painted(as tone, s string) {
	if s != "" {
		t.out.WriteString(t.paint(as, s))
	}
}

// title writes the first line. Its end says what is called for, and may run over two lines if the text
// is wrapped.
func (t *pageInText) title(lines []string, h page.Head, as tone) {
	h.Do = ""
	before := len(page.HeadLine(h))
	for _, line := range lines {
		cut := min(max(0, before), len(line))
		t.painted(strong, line[:cut])
		t.painted(as, line[cut:])
		t.out.WriteString("\n")
		before -= len(line) + 1
	}
}

// heading writes a heading after an empty line. Over questions it ends with what stands below it.
func (t *pageInText) heading(b page.Block) {
	for _, line := range b.Lines {
		words, gap, aside := line, "", ""
		if i := strings.Index(line, "  "); b.Kind == page.Questions && i >= 0 {
			aside = strings.TrimLeft(line[i:], " ")
			words, gap = line[:i], line[i:len(line)-len(aside)]
		}
		t.painted(strong, words)
		t.painted(calm, gap)
		t.painted(faint, aside)
		t.out.WriteString("\n")
	}
}

// entry writes an entry: its number in the colour of a warning where it is due at once, its clause or
// its sources dim.
func (t *pageInText) entry(b page.Block) {
	for i, line := range b.Lines {
		if number := strings.IndexByte(line, '.') + 1; i == 0 && b.Kind == page.Numbered && b.Entry.Now {
			t.painted(urgent, line[:number])
			line = line[number:]
		}
		end := ""
		if i == len(b.Lines)-1 {
			line, end = cutEnd(line, b)
		}
		for _, p := range piecesOf(line, b.Entry) {
			as := calm
			if p.strong {
				as = strong
			}
			t.painted(as, p.text)
		}
		t.painted(faint, end)
		t.out.WriteString("\n")
	}
}

// cutEnd cuts off what stands at the end of the last line of an entry: its clause, or as many of its
// sources as had room.
func cutEnd(line string, b page.Block) (before, end string) {
	ends := []string{clauseOf(b.Entry)}
	if b.Kind == page.Questions {
		ends = nil
		for n := len(b.Entry.Who); n > 0; n-- {
			ends = append(ends, strings.Join(b.Entry.Who[:n], ", "))
		}
	}
	for _, end := range ends {
		if before, found := strings.CutSuffix(line, end); found && end != "" {
			return before, end
		}
	}
	return line, ""
}
