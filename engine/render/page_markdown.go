package render

import (
	"fmt"
	"io"
	"strings"

	"windscreen/engine/internal/english"
	"windscreen/engine/internal/pattern"
	"windscreen/engine/page"
)

// pageMarkdown draws a page as Markdown: lists of steps and questions, and tables of rows.
func pageMarkdown(w io.Writer, p *page.Page, _ Options) error {
	p = shownPage(p)
	m := &pageInMarkdown{}
	m.block("# " + escapeMarkdown(page.HeadLine(p.Head)))
	m.paragraphs(p.Head.Under)
	if levels := page.Levels(p.Head); len(levels) > 0 {
		m.block(escapeMarkdown(strings.Join(levels, " · ")))
	}
	m.block(escapeMarkdown(p.Head.Document))
	m.paragraphs(p.Head.Warnings)
	for _, s := range p.Sections() {
		m.section(s)
	}
	m.block(escapeMarkdown(p.Foot))
	_, err := io.WriteString(w, m.out.String())
	return err
}

// pageInMarkdown draws a page as Markdown.
type pageInMarkdown struct{ markdownBlocks }

// block writes a block, unless it is empty.
func (m *pageInMarkdown) block(lines ...string) {
	if strings.Join(lines, "") != "" {
		m.markdownBlocks.block(lines...)
	}
}

func (m *pageInMarkdown) paragraphs(list []page.Entry) {
	for _, e := range list {
		m.block(entryInMarkdown(e))
	}
}

func (m *pageInMarkdown) section(s page.Laid) {
	heading := s.Heading
	if s.Aside != "" && s.Kind != page.Questions {
		heading += ", " + s.Aside
	}
	m.block("## " + escapeMarkdown(heading))
	var lines []string
	switch s.Kind {
	case page.Numbered:
		for i, e := range s.Entries {
			lines = append(lines, fmt.Sprintf("%d. %s", i+1, entryInMarkdown(e)))
		}
	case page.Questions:
		for i, e := range s.Entries {
			lines = append(lines, fmt.Sprintf("%d. %s", i+1, joined(" ", entryInMarkdown(e), escapeMarkdown(askedOf(s, e)))))
		}
	case page.Rows, page.PerChild, page.Moments:
		lines = []string{"| | |", "| --- | --- |"}
		for _, e := range s.Entries {
			lines = append(lines, "| "+escapeMarkdown(e.Label)+" | "+entryInMarkdown(e)+" |")
		}
	case page.Reasons:
		m.reasons(s)
	}
	m.block(lines...)
	m.block(escapeMarkdown(s.Left))
}

// reasons draws a list of reasons. Statements among them that are no reasons are not part of the list.
func (m *pageInMarkdown) reasons(s page.Laid) {
	var list []string
	for _, e := range s.Entries {
		if s.Marked(e) {
			list = append(list, "- "+entryInMarkdown(e))
			continue
		}
		m.block(list...)
		m.block(entryInMarkdown(e))
		list = nil
	}
	m.block(list...)
}

// askedOf says who could answer a question.
func askedOf(s page.Laid, e page.Entry) string {
	if len(e.Who) == 0 {
		return ""
	}
	return prefixed(english.UpperFirst(s.Aside)+": ", strings.Join(e.Who, ", "))
}

// entryInMarkdown is the text of an entry and its clause.
func entryInMarkdown(e page.Entry) string {
	var text strings.Builder
	for _, p := range piecesOf(e.Text, e) {
		words := escapeMarkdown(p.text)
		if p.strong {
			words = "**" + words + "**"
		}
		text.WriteString(words)
	}
	return joined(" ", text.String(), codeInMarkdown(page.FirstClause(e)))
}

// clauseID is an id that may stand in Markdown as code.
var clauseID = pattern.New(`^[A-Za-z0-9._-]+$`)

// codeInMarkdown is the id of a clause.
func codeInMarkdown(id string) string {
	if clauseID().MatchString(id) {
		return "`" + id + "`"
	}
	return escapeMarkdown(id)
}
