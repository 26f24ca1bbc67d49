package coverage

import (
	"io"
	"strconv"
	"strings"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/markdown"
)

// Markdown writes the report as GitHub flavoured Markdown: what Text says, and
// tables of every clause and every rule. Every word is escaped. It fails only where
// w does.
func Markdown(w io.Writer, r *Report) error {
	m := &marked{}
	m.block("# Coverage: " + r.closing())
	if s := r.leftOut(); s != "" {
		m.block(plain(s) + ".")
	}
	for i := range r.Policies {
		p := &r.Policies[i]
		m.block("## " + plain(p.ID))
		var summary []string
		for _, s := range p.summary() {
			summary = append(summary, "- "+plain(s))
		}
		m.block(summary...)
		for _, g := range p.groups() {
			m.block("### " + g.title)
			var gaps []string
			for _, x := range g.gaps {
				gaps = append(gaps, "- "+plain(x.place+": "+x.id+" – "+x.about))
			}
			m.block(gaps...)
		}
		m.block("### Every clause")
		m.block(clauseTable(p)...)
		m.block("### Every rule")
		m.block(ruleTable(p)...)
	}
	_, err := io.WriteString(w, m.out.String())
	return err
}

// marked draws blocks with a blank line between each.
type marked struct{ out strings.Builder }

func (m *marked) block(lines ...string) {
	if m.out.Len() > 0 {
		m.out.WriteString("\n")
	}
	m.out.WriteString(strings.Join(lines, "\n") + "\n")
}

func clauseTable(p *Policy) []string {
	lines := table("Clause", "Section", "Carried by", "Place")
	for _, c := range p.Clauses {
		lines = append(lines, row(c.ID, c.Section, p.carried(c), place(c.File, c.Start)))
	}
	return lines
}

func ruleTable(p *Policy) []string {
	lines := table("Rule", "True", "False", "Unknown", "Must be seen", "Never seen", "Place")
	for _, r := range p.Rules {
		lines = append(lines, row(r.ID, strconv.Itoa(r.Seen.True), strconv.Itoa(r.Seen.False), strconv.Itoa(r.Seen.Unknown),
			list(r.MustBeSeen), list(r.NeverSeen), place(r.File, r.Start)))
	}
	return lines
}

// table is the head of a table.
func table(heads ...string) []string {
	return []string{row(heads...), strings.Repeat("| --- ", len(heads)) + "|"}
}

// row is one row of a table.
func row(cells ...string) string {
	out := make([]string, len(cells))
	for i, c := range cells {
		out[i] = plain(c)
	}
	return "| " + strings.Join(out, " | ") + " |"
}

// plain makes s plain words on one line.
func plain(s string) string { return markdown.Escape(diagnostic.OneLine(s)) }
