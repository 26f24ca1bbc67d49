package render

import (
	"fmt"
	"io"
	"strings"

	"windscreen/engine/impact"
	"windscreen/engine/internal/english"
	"windscreen/engine/term"
)

// impactMarkdown writes what a change does as GitHub flavoured Markdown, for a pull request: a table of the policies, and
// for each its differences, with each case folded away. Every word is escaped.
func impactMarkdown(w io.Writer, r *impact.Report, o Options) error {
	m := &markdownBlocks{}
	m.block("# What the change does: " + asWords(r.Old) + " to " + asWords(r.Now))
	table := markdownHeads("Policy", "Differences", "Scenarios", "Made-up cases")
	for _, p := range r.Policies {
		name, _, _ := strings.Cut(impactHead(p), ":")
		table = append(table, markdownRow(name, fmt.Sprint(len(p.Differences)),
			fmt.Sprintf("%d of %d", p.Scenarios.Touched, p.Scenarios.Cases), fmt.Sprintf("%d of %d", p.Made.Touched, p.Made.Cases)))
	}
	m.block(table...)
	for _, p := range r.Policies {
		if p.Identical {
			continue
		}
		m.block("## " + asWords(impactHead(p)))
		for _, s := range impactProved(p) {
			m.block(asWords(s))
		}
		last := impact.Respect("")
		for _, d := range p.Differences {
			if d.Respect != last {
				m.block("### " + asWords(english.UpperFirst(term.Says(d.Respect))))
				last = d.Respect
			}
			if err := impactItem(m, p, d, o); err != nil {
				return err
			}
		}
		if list := impactUnmatched(p); len(list) > 0 {
			m.block("### Without counterpart")
			var items []string
			for _, s := range list {
				items = append(items, "- "+asWords(s))
			}
			m.block(items...)
		}
	}
	var end []string
	for _, s := range impactEnd(r) {
		end = append(end, "- "+asWords(s))
	}
	m.block(end...)
	_, err := io.WriteString(w, m.out.String())
	return err
}

// impactItem writes one difference.
func impactItem(m *markdownBlocks, p impact.Policy, d impact.Difference, o Options) error {
	m.block("**" + asWords(impactSays(d)) + "** (" + asWords(d.ID) + ")")
	var lines []string
	if d.Acknowledged != "" {
		lines = append(lines, "acknowledged: "+d.Acknowledged)
	}
	lines = append(lines, impactTexts(d)...)
	for _, r := range d.Rules {
		lines = append(lines, impactRule(r))
		if r.From != r.Into {
			lines = append(lines, "condition was: "+orNothing(r.From), "condition now: "+orNothing(r.Into))
		}
	}
	if d.Case == nil {
		lines = append(lines, impactCase(d))
	} else {
		lines = append(lines, impactShown(p, d))
	}
	for i, s := range lines {
		lines[i] = "- " + asWords(s)
	}
	m.block(lines...)
	text, err := yamlOf(d.Case, o)
	if err != nil {
		return fmt.Errorf("write the case of %s: %w", d.ID, err)
	}
	if text != "" {
		m.block("<details><summary>" + asWords(strings.TrimSuffix(impactCase(d), ":")) + "</summary>")
		m.block("```yaml", strings.TrimSuffix(text, "\n"), "```")
		m.block("</details>")
	}
	return nil
}
