package render

import (
	"strings"

	"windscreen/engine/diagnostic"
)

// markdownBlocks draws blocks with a blank line between each.
type markdownBlocks struct{ out strings.Builder }

func (m *markdownBlocks) block(lines ...string) {
	if m.out.Len() > 0 {
		m.out.WriteString("\n")
	}
	m.out.WriteString(strings.Join(lines, "\n") + "\n")
}

// markdownHeads is the head of a table.
func markdownHeads(heads ...string) []string {
	return []string{markdownRow(heads...), strings.Repeat("| --- ", len(heads)) + "|"}
}

// markdownRow is one row of a table.
func markdownRow(cells ...string) string {
	out := make([]string, len(cells))
	for i, c := range cells {
		out[i] = asWords(c)
	}
	return "| " + strings.Join(out, " | ") + " |"
}

// asWords makes s plain words on one line.
func asWords(s string) string { return escapeMarkdown(diagnostic.OneLine(s)) }
