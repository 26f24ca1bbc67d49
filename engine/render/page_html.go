package render

import (
	_ "embed"
	"html/template"
	"io"
	"strconv"
	"strings"

	"windscreen/engine/internal/english"
	"windscreen/engine/page"
	"windscreen/engine/recommendation"
)

//go:embed page.html.tmpl
var pageTemplate string

// htmlPage is the template of a page; it escapes every text.
var htmlPage = template.Must(template.New("page").Parse(pageTemplate))

// pageHTML draws a page as one HTML file. The texts of the clauses are folded up at its end, and each clause
// on the page is a link to its text.
func pageHTML(w io.Writer, p *page.Page, _ Options) error {
	p = shownPage(p)
	h := &pageInHTML{page: p, numbers: map[string]int{}}
	var b strings.Builder
	if err := htmlPage.Execute(&b, h.whole()); err != nil {
		return err
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// htmlWhole is a page as the template takes it.
type htmlWhole struct {
	Title, Level, Do string
	DoTone           string
	// Inside is true of a screen within a page of somebody else's, and Behind is what stands behind its level.
	Inside          bool
	Behind          *htmlBehind
	Under, Warnings []htmlEntry
	Scale           []htmlLevel
	Document, Foot  string
	Sections        []htmlSection
	Clauses         []htmlClause
}

// whole is the page as the template takes it.
func (h *pageInHTML) whole() htmlWhole {
	p := h.page
	out := htmlWhole{Title: page.HeadLine(p.Head), Document: p.Head.Document, Foot: p.Foot, Inside: h.inside}
	head := p.Head
	head.Do = ""
	out.Level = page.HeadLine(head)
	out.Do = strings.TrimPrefix(out.Title, out.Level)
	if dueTone(p) == urgent {
		out.DoTone = "due"
	}
	if h.behind != nil {
		out.Behind = h.reason(p.Head.Level)
	}
	out.Under = h.entries(p.Head.Under)
	for i, l := range page.Levels(p.Head) {
		out.Scale = append(out.Scale, htmlLevel{l, p.Head.Scale[i].Here})
	}
	out.Warnings = h.entries(p.Head.Warnings)
	for _, s := range p.Sections() {
		out.Sections = append(out.Sections, h.section(s))
	}
	out.Clauses = h.clauses
	return out
}

// htmlLevel is a level of the scale.
type htmlLevel struct {
	Text string
	Here bool
}

// htmlSection is a section; Kind is how its entries are laid out.
type htmlSection struct {
	Heading, Kind, Left string
	Groups              []htmlGroup
}

// htmlGroup are entries that stand together: a list, or one statement.
type htmlGroup struct {
	Listed  bool
	Entries []htmlEntry
}

// htmlEntry is an entry: its text in pieces, its clause as a link, and who could answer.
type htmlEntry struct {
	Label  string
	Now    bool
	Pieces []htmlPiece
	From   string
	// Cite is the clause in brackets. Link is where the page gives its text; empty if it does not.
	Cite, Link string
	// Behind is what stands behind the entry, in place of its clause.
	Behind *htmlBehind
}

// htmlPiece is a piece of a text.
type htmlPiece struct {
	Text, Phone string
	Strong      bool
}

// htmlClause is what a clause says.
type htmlClause struct{ Anchor, ID, Where, Says string }

// pageInHTML draws a page, and collects the clauses in the order in which they are met.
type pageInHTML struct {
	page    *page.Page
	numbers map[string]int
	clauses []htmlClause
	// behind are the reasons behind the entries; nil if the clauses stand at the end of the page instead.
	behind reasons
	// inside is true of a screen within a page of somebody else's.
	inside bool
}

func (h *pageInHTML) section(s page.Laid) htmlSection {
	out := htmlSection{Heading: s.Heading, Kind: string(s.Kind), Left: s.Left}
	if s.Aside != "" && s.Kind != page.Questions {
		out.Heading += ", " + s.Aside
	}
	for _, e := range s.Entries {
		entry := h.entry(e)
		if s.Kind == page.Questions {
			entry.From = askedOf(s, e)
		}
		listed := s.Kind != page.Reasons || s.Marked(e)
		if n := len(out.Groups); n == 0 || !listed || !out.Groups[n-1].Listed {
			out.Groups = append(out.Groups, htmlGroup{Listed: listed})
		}
		last := &out.Groups[len(out.Groups)-1]
		last.Entries = append(last.Entries, entry)
	}
	return out
}

func (h *pageInHTML) entries(list []page.Entry) []htmlEntry {
	var out []htmlEntry
	for _, e := range list {
		out = append(out, h.entry(e))
	}
	return out
}

func (h *pageInHTML) entry(e page.Entry) htmlEntry {
	out := htmlEntry{Label: e.Label, Now: e.Now}
	if h.behind != nil {
		out.Behind = h.reason(e)
	} else {
		out.Cite, out.Link = clauseOf(e), h.link(page.FirstClause(e))
	}
	for _, p := range piecesOf(e.Text, e) {
		out.Pieces = append(out.Pieces, htmlPiece{Text: p.text, Phone: p.phone, Strong: p.strong})
	}
	return out
}

// link is where the page gives the text of a clause; empty if it does not.
func (h *pageInHTML) link(id string) string {
	c, there := h.page.Clauses[id]
	if !there || h.inside {
		return ""
	}
	if h.numbers[id] == 0 {
		h.numbers[id] = len(h.clauses) + 1
		says := clauseInHTML(id, c)
		says.Anchor = anchor(h.numbers[id])
		h.clauses = append(h.clauses, says)
	}
	return "#" + anchor(h.numbers[id])
}

// clauseInHTML is what a clause says, without an anchor.
func clauseInHTML(id string, c recommendation.Clause) htmlClause {
	return htmlClause{
		ID:    id,
		Where: joined(", ", english.Bare(c.Document), english.Bare(c.Section), pageNumber(c.Page)),
		Says:  english.Sentences(c.Says, standing(c.Status)),
	}
}

func anchor(n int) string { return "clause-" + strconv.Itoa(n) }
