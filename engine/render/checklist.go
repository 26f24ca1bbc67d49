package render

import (
	"fmt"
	"io"
	"strings"

	"windscreen/engine/coverage"
	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/english"
	"windscreen/engine/term"
)

// Checklist writes how policies answer what a threshold document must set out, in a
// format of KindChecklist. It fails if c is nil, if the format is not one of the kind's,
// or if w fails.
func Checklist(w io.Writer, f Format, c *coverage.Checklist, o Options) error {
	return checklists.write(w, KindChecklist, f, c, o)
}

// checklistText writes a checklist for people: for each policy every item with what
// answers it, and how many are unanswered on the last line by itself.
func checklistText(w io.Writer, c *coverage.Checklist, _ Options) error {
	var out strings.Builder
	line := func(indent int, s string) {
		out.WriteString(strings.Repeat(" ", indent) + diagnostic.OneLine(s) + "\n")
	}
	for i := range c.Policies {
		p := &c.Policies[i]
		line(0, p.ID)
		line(2, checklistSummary(p))
		for _, x := range p.Items {
			line(2, fmt.Sprintf("- %s: %s [%s]", x.ID, x.Title, strings.Join(x.Cite, ", ")))
			for _, s := range itemSays(&x) {
				line(4, s)
			}
		}
		out.WriteString("\n")
	}
	line(0, countedUnanswered(c))
	_, err := io.WriteString(w, out.String())
	return err
}

// checklistMarkdown writes a checklist as GitHub flavoured Markdown: what the text says,
// as tables. Every word is escaped.
func checklistMarkdown(w io.Writer, c *coverage.Checklist, _ Options) error {
	m := &markdownBlocks{}
	m.block("# Checklist: " + countedUnanswered(c))
	for i := range c.Policies {
		p := &c.Policies[i]
		m.block("## " + asWords(p.ID))
		m.block(asWords(checklistSummary(p)))
		if len(p.Items) == 0 {
			continue
		}
		lines := markdownHeads("Item", "What must be set out", "Clauses", "Answer")
		for _, x := range p.Items {
			lines = append(lines, markdownRow(x.ID, x.Title, strings.Join(x.Cite, ", "), strings.Join(itemSays(&x), ". ")))
		}
		m.block(lines...)
	}
	_, err := io.WriteString(w, m.out.String())
	return err
}

// checklistSummary is the totals in words.
func checklistSummary(p *coverage.PolicyChecklist) string {
	t := p.Totals
	if t.Items == 0 {
		return "this policy has no checklist"
	}
	return fmt.Sprintf("%s: %d answered, %s, %d unanswered",
		english.Counted(t.Items, "item"), t.Answered, english.Counted(t.Gaps, "gap"), t.Unanswered)
}

// itemSays is the answer to an item in words, each a line.
func itemSays(i *coverage.Item) []string {
	switch i.Answer {
	case term.AnsweredByRules:
		var rules []string
		for _, r := range i.Rules {
			rules = append(rules, r.ID+" ("+inWords(r.Kind)+")")
		}
		lines := []string{inWords(i.Answer) + " " + strings.Join(rules, ", ")}
		if i.Note != "" {
			lines = append(lines, "note: "+english.Bare(i.Note))
		}
		return lines
	case term.AnsweredByGap:
		return []string{inWords(i.Answer) + ": " + english.Bare(i.Gap)}
	case term.Unanswered:
		return []string{inWords(i.Answer) + ": " + lineOf(i.File, i.Start)}
	}
	return nil
}

// countedUnanswered is the last line: how many items are unanswered.
func countedUnanswered(c *coverage.Checklist) string {
	switch n := c.Unanswered(); n {
	case 0:
		return "no items are unanswered"
	case 1:
		return "1 item is unanswered"
	default:
		return fmt.Sprintf("%d items are unanswered", n)
	}
}
