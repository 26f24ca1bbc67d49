package render

import (
	"io"
	"strings"
)

// inMarkdown is what writes a report as GitHub flavoured Markdown, drawn from the outline
// that puts it into words: what the text says, with headings, lists and tables. Every word
// is escaped, so that none can act as Markdown or HTML.
func inMarkdown[T any](words func(*T) outline) func(io.Writer, *T, Options) error {
	return func(w io.Writer, report *T, _ Options) error { return writeMarkdown(w, words(copied(report, clean))) }
}

// writeMarkdown draws an outline as Markdown.
func writeMarkdown(w io.Writer, out outline) error {
	m := &marked{}
	for i, s := range out {
		level := "## "
		if i == 0 || s.top {
			level = "# "
		}
		m.gap()
		s.head.tone = calm // a heading stands out as it is
		m.line(level + inline(s.head))
		m.gap()
		m.items(s.items, "", false)
	}
	_, err := io.WriteString(w, strings.TrimRight(m.out.String(), "\n")+"\n")
	return err
}

// marked draws an outline as Markdown.
type marked struct {
	out   strings.Builder
	blank bool // whether the last line is blank, or there is none
}

func (m *marked) line(s string) {
	m.out.WriteString(s + "\n")
	m.blank = false
}

// gap leaves one blank line before a new block.
func (m *marked) gap() {
	if !m.blank && m.out.Len() > 0 {
		m.out.WriteString("\n")
	}
	m.blank = true
}

// items writes items at an indent. Within a list every line is a list item, since
// a plain line there would run into the one before.
func (m *marked) items(items []item, indent string, inList bool) {
	for _, it := range items {
		switch {
		case it.scale != nil:
			m.gap()
			m.line(indent + scaleLine(it.scale))
			m.gap()
		case it.table != nil:
			m.gap()
			m.table(it.table, indent)
			m.gap()
		case it.bullet || inList:
			if s := inline(it); s != "" {
				m.line(indent + "- " + s)
			}
			m.items(it.under, indent+"  ", true)
		default:
			m.gap()
			m.line(indent + inline(it))
			m.gap()
			m.items(it.under, indent, true)
		}
	}
}

// inline is the text of an item and its clauses.
func inline(it item) string {
	s := escape(it.text)
	if s != "" && (it.tone == strong || it.tone == urgent) {
		s = "**" + s + "**"
	}
	return joined(" ", s, escape(cited(it)))
}

func scaleLine(rungs []rung) string {
	var out []string
	for _, r := range rungs {
		s := escape(r.text)
		if r.tone == strong {
			s = "**" + escape("["+r.text+"]") + "**"
		} else if r.tone == open {
			s += "?"
		}
		out = append(out, s)
	}
	return strings.Join(out, " · ")
}

func (m *marked) table(t *table, indent string) {
	heads, cited := t.heads, false
	for _, r := range t.rows {
		cited = cited || len(r.cite) > 0
	}
	if cited {
		heads = append(append([]string{}, heads...), "Clauses")
	}
	m.line(indent + "| " + strings.Join(heads, " | ") + " |")
	m.line(indent + strings.Repeat("| --- ", len(heads)) + "|")
	for _, r := range t.rows {
		cells := make([]string, len(heads))
		for i, c := range r.cells {
			cells[i] = escape(c)
		}
		if cited {
			cells[len(heads)-1] = escape(cites(r.cite))
		}
		m.line(indent + "| " + strings.Join(cells, " | ") + " |")
	}
}

// escape makes s plain words in Markdown.
func escape(s string) string {
	return escapeMarkdown(strings.ReplaceAll(s, string(unbroken), " "))
}
