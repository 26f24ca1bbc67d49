package render

import (
	"fmt"
	"io"
	"strings"

	"github.com/fatih/color"

	"windscreen/engine/internal/columns"
	"windscreen/engine/internal/english"
)

// inText is what writes a report as text, drawn from the outline that puts it into words.
func inText[T any](words func(*T) outline) func(io.Writer, *T, Options) error {
	return func(w io.Writer, report *T, o Options) error { return writeText(w, words(copied(report, clean)), o) }
}

// writeText draws an outline as text.
func writeText(w io.Writer, out outline, o Options) error {
	t := &text{width: o.width(), paint: painter(o.Colour)}
	for i, s := range out {
		if i > 0 {
			t.out.WriteString("\n")
		}
		t.item(s.head, 0)
		t.items(s.items, 2)
	}
	_, err := io.WriteString(w, t.out.String())
	return err
}

// text draws an outline in lines of a width.
type text struct {
	out   strings.Builder
	width int
	paint func(tone, string) string
}

// painter returns what colours words. Each rendering has colours of its own, so
// that neither the terminal nor the environment has a say.
func painter(colour bool) func(tone, string) string {
	if !colour {
		return func(_ tone, s string) string { return s }
	}
	colours := map[tone]*color.Color{
		calm:   nil,
		strong: color.New(color.Bold),
		urgent: color.New(color.FgRed, color.Bold),
		open:   color.New(color.FgYellow),
		good:   color.New(color.FgGreen),
		faint:  color.New(color.Faint),
	}
	for _, c := range colours {
		if c != nil {
			c.EnableColor()
		}
	}
	return func(t tone, s string) string {
		if c := colours[t]; c != nil {
			return c.Sprint(s)
		}
		return s
	}
}

func (t *text) items(items []item, indent int) {
	for _, it := range items {
		switch {
		case it.scale != nil:
			t.scale(it.scale, indent)
		case it.table != nil:
			t.table(it.table, indent)
		default:
			t.item(it, indent)
		}
	}
}

func (t *text) item(it item, indent int) {
	mark := ""
	if it.bullet {
		mark = "- "
	}
	t.line(it.tone, indent, mark, it.text, cited(it))
	t.items(it.under, indent+2)
}

// line writes one line of the outline, wrapped, with what follows its first line
// set in under the text rather than under the mark.
func (t *text) line(as tone, indent int, mark, s, cited string) {
	s = joined(" ", s, cited)
	inner := indent + len(mark)
	for i, line := range wrap(s, t.width-inner) {
		if i > 0 {
			mark = strings.Repeat(" ", len(mark))
		}
		line = strings.ReplaceAll(line, string(unbroken), " ")
		t.out.WriteString(strings.Repeat(" ", indent) + mark + t.paint(as, line) + "\n")
	}
}

// scale draws the levels side by side, [so] the one recommended and so? the ones
// not ruled out; below each other where they do not fit.
func (t *text) scale(rungs []rung, indent int) {
	var plain, painted []string
	for _, r := range rungs {
		before, after := " ", " "
		if r.tone == strong {
			before, after = "[", "]"
		} else if r.tone == open {
			after = "?"
		}
		plain = append(plain, before+r.text+after)
		painted = append(painted, t.paint(r.tone, before+r.text+after))
	}
	// One column less: the brackets hang, and the names line up with the text.
	margin := strings.Repeat(" ", max(0, indent-1))
	if columns.Count(margin+strings.Join(plain, " ")) <= t.width {
		t.out.WriteString(strings.TrimRight(margin+strings.Join(painted, " "), " ") + "\n")
		return
	}
	for i, r := range rungs {
		t.line(r.tone, indent, "", strings.TrimSpace(plain[i]), "")
	}
}

func (t *text) table(tab *table, indent int) {
	for i, r := range tab.rows {
		if !tab.stacked {
			t.line(calm, indent, "", joined(" – ", r.cells...), cites(r.cite))
			continue
		}
		number := fmt.Sprintf("%d. ", i+1)
		t.line(calm, indent, number, r.cells[0], cites(r.cite))
		var rest []string
		for n, cell := range r.cells[1:] {
			rest = append(rest, prefixed(tab.heads[n+1]+": ", cell))
		}
		t.line(calm, indent+len(number), "", english.Sentences(rest...), "")
	}
}

// cited is the clauses of an item as they stand after it, with the mark of what is national.
func cited(it item) string {
	if it.national && len(it.cite) > 0 {
		return "[national: " + joined(", ", it.cite...) + "]"
	}
	return cites(it.cite)
}

// cites is the ids of clauses as they stand after a line.
func cites(ids []string) string {
	if len(ids) == 0 {
		return ""
	}
	return "[" + joined(", ", ids...) + "]"
}
