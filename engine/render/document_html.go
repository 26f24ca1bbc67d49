package render

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"

	"windscreen/engine/document"
	"windscreen/engine/internal/english"
)

//go:embed document.html.tmpl
var documentTemplate string

//go:embed document.css
var documentStyle string

//go:embed document.js
var documentScript string

// htmlDocument is the template of a document; it escapes every text.
var htmlDocument = template.Must(template.New("document").Parse(documentTemplate))

// documentPolicy lets the file use its own style and script, and nothing else.
var documentPolicy = fmt.Sprintf("default-src 'none'; style-src 'sha256-%s'; script-src 'sha256-%s'; base-uri 'none'; form-action 'none'",
	fingerprint(documentStyle), fingerprint(documentScript))

// fingerprint is what a content security policy calls a text by.
func fingerprint(text string) string {
	sum := sha256.Sum256([]byte(text))
	return base64.StdEncoding.EncodeToString(sum[:])
}

// DocumentContentSecurityPolicy is the content security policy under which the HTML of Document
// works: its own style and script, and nothing else. A server sends it as a header.
func DocumentContentSecurityPolicy() string { return documentPolicy }

// documentHTML draws a document as one HTML file.
func documentHTML(w io.Writer, d *document.Document, _ Options) error {
	d = copied(d, clean)
	in := &documentInHTML{Document: d, contacts: map[string]string{}}
	for _, c := range d.Contacts {
		in.contacts[c.ID] = c.Name
	}
	in.fill()
	var b strings.Builder
	if err := htmlDocument.Execute(&b, in); err != nil {
		return err
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// documentInHTML is what the template draws.
type documentInHTML struct {
	*document.Document
	Policy       string
	Title, Force string
	Security     string
	Style        template.CSS
	Script       template.JS
	Windscreen   windscreen
	Sections     []documentSection
	Clauses      []documentClause
	contacts     map[string]string
}

// documentSection is a section of the document, with an anchor by which it is found.
type documentSection struct {
	Anchor, Heading, Says string
	Groups                []documentGroup
}

// documentGroup are rules that stand under one heading; the heading may be empty.
type documentGroup struct {
	Heading string
	Rules   []documentRule
}

// documentRule is a rule as the document shows it.
type documentRule struct {
	Anchor, Title, Code string
	// Under is true if its group has a heading, below which its own stands.
	Under bool
	// Says are what the rule says, and Notes what else there is to know, such as who does it.
	Says, Notes []string
	When        *document.Condition
	Unless      string
	Cite        []documentLink
	Contact     documentLink
	Scenarios   []string
}

// documentLink is a word that leads to another place of the document. Where is, of a clause, its place
// in the source document.
type documentLink struct{ Anchor, Text, Where string }

// documentClause is a clause with its place in the source document.
type documentClause struct{ Anchor, ID, Where, Says string }

// fill puts the document in the order in which it is read.
func (in *documentInHTML) fill() {
	d := in.Document
	in.Policy, in.Title = d.Policy, joined(", ", english.Bare(d.Document.Title), d.Document.Edition)
	in.Force = forceOf(d.Document.InForceFrom, d.Document.InForceTo)
	in.Security = documentPolicy
	in.Style, in.Script = template.CSS(documentStyle), template.JS(documentScript) //nolint:gosec // our own files
	in.Windscreen = newWindscreen(d.Levels)
	for _, l := range slices.Backward(d.Levels) {
		in.Sections = append(in.Sections, in.level(l))
	}
	in.add("grounds", "Grounds in law", "A ground decides. It is made out in any one of these ways.", in.grounds())
	in.add("answers", "Agreement, telling and sharing",
		"For agreement, for telling and for sharing, only the first line that holds counts. Lines of other kinds all count.",
		in.answers())
	in.add("actions", "What must be done, and by when", "", in.actions())
	in.add("pathway", "How help is reached", "", in.pathway())
	in.add("services", "Services", "As printed in the document's year.", in.services())
	in.add("cautions", "Cautions", "", []documentGroup{{Rules: in.lines(d.Cautions)}})
	in.add("contacts", "Contacts", "As printed in the document's year. Check them before use.", in.contactList())
	in.add("conditions", "Conditions that rules share", "", in.conditions())
	in.add("choices", "What the document leaves open", "The rules had to choose. Each choice has its reason.", in.choices())
	in.Clauses = clausesOf(d)
	for _, s := range in.Sections {
		for _, g := range s.Groups {
			for i := range g.Rules {
				g.Rules[i].Under = g.Heading != ""
			}
		}
	}
}

// add adds a section that holds something.
func (in *documentInHTML) add(anchor, heading, says string, groups []documentGroup) {
	for _, g := range groups {
		if len(g.Rules) > 0 {
			in.Sections = append(in.Sections, documentSection{anchor, heading, says, groups})
			return
		}
	}
}

// rule is what rules of every kind have.
func (in *documentInHTML) rule(r document.Rule, says ...string) documentRule {
	out := documentRule{Anchor: "rule-" + r.ID, Title: r.Title, Code: strings.TrimSpace(r.Code), When: r.When, Unless: r.Unless,
		Cite: in.cite(r.Cite), Scenarios: r.Scenarios}
	if out.When == nil {
		out.When = &document.Condition{Says: "Always."}
	}
	for _, s := range says {
		if s != "" && english.Bare(s) != english.Bare(r.Title) {
			out.Says = append(out.Says, english.Stopped(s))
		}
	}
	if r.National {
		out.Notes = append(out.Notes, "From the law or national guidance; the document says nothing about it.")
	}
	return out
}

// cite are the clauses of a rule, as links to what they say.
func (in *documentInHTML) cite(ids []string) []documentLink {
	var out []documentLink
	for _, id := range ids {
		link := documentLink{Text: id}
		if c, there := in.Document.Clauses[id]; there {
			link.Anchor, link.Where = clauseAnchor(id), joined(", ", english.Bare(c.Section), pageNumber(c.Page))
		}
		out = append(out, link)
	}
	return out
}
