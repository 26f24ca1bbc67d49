package render

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"

	"windscreen/engine/comparison"
	"windscreen/engine/internal/english"
	"windscreen/engine/page"
	"windscreen/engine/term"
)

//go:embed comparison.html.tmpl
var comparisonTemplate string

// htmlComparison is the template of a comparison; it escapes every text.
var htmlComparison = template.Must(template.New("comparison").Parse(comparisonTemplate))

// besideHTML is a comparison as the template takes it.
type besideHTML struct {
	Policies []string
	Parts    []besidePart
}

// besidePart is one part of the answers, with a side for each policy.
type besidePart struct {
	Heading string
	Differs bool
	Sides   []besideSide
}

// besideSide is what one policy answers. Document is where the policy can be read.
type besideSide struct {
	Policy, Document, Text string
	Cite                   []besideClause
}

// besideClause is a clause, and where its text stands.
type besideClause struct{ ID, At string }

// ComparisonScreen writes the answers of several policies on one child side by side, as a piece of HTML to stand in a page that
// has a head, a style and headings down to the second of its own: level, grounds, agreement, telling and sharing, and the first
// step. It says the same of each as Comparison; the first step is that of the first screen under the policy, of which pages has
// one for each. Each clause is a link into the document, whose address begins with documents and ends as the HTML of Document
// has it. The piece holds no script, no style and no id. It fails if c is nil, if a policy has no page, or if w fails.
func ComparisonScreen(w io.Writer, c *comparison.Child, pages map[string]*page.Page, documents string) error {
	if c == nil || c.Comparison == nil {
		return none(KindComparison)
	}
	for _, s := range c.Policies {
		if pages[s.Policy] == nil {
			return fmt.Errorf("there is no first screen under %s", s.Policy)
		}
	}
	d := &compared{Comparison: copied(c.Comparison, stated), differs: map[term.Aspect]bool{}}
	for _, a := range d.Aspects {
		d.differs[a.Name] = a.Differs
	}
	d.opening()
	in := besideHTML{}
	for _, it := range d.out[0].items {
		in.Policies = append(in.Policies, it.text)
	}
	add := func(heading string, differs bool, says func(s *comparison.Side) (string, []string)) {
		part := besidePart{Heading: heading, Differs: differs}
		for i := range d.Policies {
			s := &d.Policies[i]
			side := besideSide{Policy: s.Policy, Document: documents + s.Policy}
			var cite []string
			side.Text, cite = says(s)
			for _, id := range cite {
				side.Cite = append(side.Cite, besideClause{id, side.Document + "#" + clauseAnchor(id)})
			}
			part.Sides = append(part.Sides, side)
		}
		in.Parts = append(in.Parts, part)
	}
	add(heading(term.AspectLevel), d.differs[term.AspectLevel], saysLevel)
	add(heading(term.AspectGrounds), d.differs[term.AspectGrounds], saysGrounds)
	for _, answer := range term.SingleAnswers().Values() {
		aspect := term.Aspect(answer)
		add(heading(aspect), d.differs[aspect], saysConsent(answer))
	}
	add("First step", differInFirst(d.Policies, pages), func(s *comparison.Side) (string, []string) { return firstStep(pages[s.Policy]) })
	slices.SortStableFunc(in.Parts[1:], func(a, b besidePart) int { // the level first, and then what differs
		switch {
		case a.Differs == b.Differs:
			return 0
		case a.Differs:
			return -1
		}
		return 1
	})
	var b strings.Builder
	if err := htmlComparison.Execute(&b, in); err != nil {
		return fmt.Errorf("writing the comparison: %w", err)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// firstStep is the first thing that the reader has to do, and its clauses; if there is none, the first that may help.
func firstStep(p *page.Page) (string, []string) {
	p = shownPage(p)
	if len(p.Steps.Entries) == 0 {
		return "No step stands on the first screen.", nil
	}
	e := p.Steps.Entries[max(0, slices.IndexFunc(p.Steps.Entries, func(e page.Entry) bool { return e.Due }))]
	text := english.Sentences(e.Text)
	if e.Now {
		text = "Now: " + text
	}
	return text, e.Cite
}

// differInFirst reports whether the first steps differ.
func differInFirst(sides []comparison.Side, pages map[string]*page.Page) bool {
	first := ""
	for i, s := range sides {
		text, _ := firstStep(pages[s.Policy])
		if i > 0 && text != first {
			return true
		}
		first = text
	}
	return false
}
