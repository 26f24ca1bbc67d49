package coverage

import (
	"fmt"
	"io"
	"strings"

	"windscreen/engine/diagnostic"
)

// ChecklistText writes a checklist for people: for each policy every item with what
// answers it, and how many have no answer on the last line by itself. It fails only
// where w does.
func ChecklistText(w io.Writer, c *Checklist) error {
	var out strings.Builder
	line := func(indent int, s string) {
		out.WriteString(strings.Repeat(" ", indent) + diagnostic.OneLine(s) + "\n")
	}
	for i := range c.Policies {
		p := &c.Policies[i]
		line(0, p.ID)
		line(2, p.summary())
		for _, x := range p.Items {
			line(2, fmt.Sprintf("- %s: %s [%s]", x.ID, x.Title, strings.Join(x.Cite, ", ")))
			for _, s := range x.says() {
				line(4, s)
			}
		}
		out.WriteString("\n")
	}
	line(0, c.closing())
	_, err := io.WriteString(w, out.String())
	return err
}

// ChecklistMarkdown writes a checklist as GitHub flavoured Markdown: what
// ChecklistText says, as tables. Every word is escaped. It fails only where w does.
func ChecklistMarkdown(w io.Writer, c *Checklist) error {
	m := &marked{}
	m.block("# Checklist: " + c.closing())
	for i := range c.Policies {
		p := &c.Policies[i]
		m.block("## " + plain(p.ID))
		m.block(plain(p.summary()))
		if len(p.Items) == 0 {
			continue
		}
		lines := table("Item", "What must be set out", "Clauses", "Answer")
		for _, x := range p.Items {
			lines = append(lines, row(x.ID, x.Title, strings.Join(x.Cite, ", "), strings.Join(x.says(), ". ")))
		}
		m.block(lines...)
	}
	_, err := io.WriteString(w, m.out.String())
	return err
}

// summary is the totals in words.
func (p *PolicyChecklist) summary() string {
	t := p.Totals
	if t.Items == 0 {
		return "no checklist is for this policy"
	}
	return fmt.Sprintf("%s: %d answered, %s, %d of which nothing is said", counted(t.Items, "item"), t.Answered, counted(t.Gaps, "gap"), t.Unanswered)
}

// says is the answer to an item in words, each a line.
func (i *Item) says() []string {
	switch i.Answer {
	case Answered:
		var rules []string
		for _, r := range i.Rules {
			rules = append(rules, r.ID+" ("+r.Kind+")")
		}
		lines := []string{"answered by " + strings.Join(rules, ", ")}
		if i.Note != "" {
			lines = append(lines, "note: "+strings.TrimSuffix(i.Note, "."))
		}
		return lines
	case Gap:
		return []string{"a gap: " + strings.TrimSuffix(i.Gap, ".")}
	default:
		return []string{"nothing is said, at " + place(i.File, i.Start)}
	}
}

// closing is the last line: of how many items nothing is said.
func (c *Checklist) closing() string {
	if n := c.Unanswered(); n > 0 {
		return fmt.Sprintf("nothing is said of %s", counted(n, "item"))
	}
	return "something is said of every item"
}
