package render

import (
	"io"
	"strconv"

	"windscreen/engine/coverage"
)

// coverageMarkdown writes the report as GitHub flavoured Markdown: what the text says, and
// tables of every clause and every rule. Every word is escaped.
func coverageMarkdown(w io.Writer, r *coverage.Report, _ Options) error {
	m := &markdownBlocks{}
	m.block("# Coverage: " + countedGaps(r))
	if s := leftOut(r); s != "" {
		m.block(asWords(s) + ".")
	}
	for i := range r.Policies {
		p := &r.Policies[i]
		m.block("## " + asWords(p.ID))
		var summary []string
		for _, s := range coverageSummary(p) {
			summary = append(summary, "- "+asWords(s))
		}
		m.block(summary...)
		for _, g := range gapGroups(p) {
			m.block("### " + g.title)
			var gaps []string
			for _, x := range g.gaps {
				gaps = append(gaps, "- "+asWords(x.place+": "+x.id+" – "+x.about))
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

func clauseTable(p *coverage.Policy) []string {
	lines := markdownHeads("Clause", "Section", "Carried by", "Place")
	for _, c := range p.Clauses {
		lines = append(lines, markdownRow(c.ID, c.Section, carriedBy(p, c), lineOf(c.File, c.Start)))
	}
	return lines
}

func ruleTable(p *coverage.Policy) []string {
	lines := markdownHeads("Rule", "True", "False", "Unknown", "Must be seen", "Never seen", "Place")
	for _, r := range p.Rules {
		lines = append(lines, markdownRow(r.ID, strconv.Itoa(r.Seen.True), strconv.Itoa(r.Seen.False), strconv.Itoa(r.Seen.Unknown),
			truthsInWords(r.MustBeSeen), truthsInWords(r.NeverSeen), lineOf(r.File, r.Start)))
	}
	return lines
}
