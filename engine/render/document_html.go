package render

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"maps"
	"slices"
	"strings"

	"windscreen/engine/document"
	"windscreen/engine/internal/english"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
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
		"Of the lines on agreement, only the first that holds counts; so too for telling and for sharing. Of the others, each counts.",
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

// level is a level with its criterion and its signs, by domain.
func (in *documentInHTML) level(l document.Level) documentSection {
	criterion := in.rule(l.Criterion)
	if l.Criterion.When == nil {
		criterion.When = &document.Condition{Says: "This is the level of every child for whom no higher level is reached."}
	}
	out := documentSection{Anchor: levelAnchor(l.Level), Heading: fmt.Sprintf("Level %d, %s", l.Level, l.Name),
		Groups: []documentGroup{{Heading: "When this level is reached", Rules: []documentRule{criterion}}}}
	for _, d := range l.Domains {
		group := documentGroup{Heading: english.UpperFirst(spaced(d.Name))}
		for _, s := range d.Signs {
			rule := in.rule(s.Rule)
			note := english.UpperFirst(inWords(s.Strength))
			if s.Ground != "" {
				note += "; makes out " + s.Ground
			}
			rule.Notes = append([]string{english.Stopped(note)}, rule.Notes...)
			group.Rules = append(group.Rules, rule)
		}
		out.Groups = append(out.Groups, group)
	}
	return out
}

// clauseAnchor is where a clause stands.
func clauseAnchor(id string) string { return "clause-" + id }

// levelAnchor is where a level stands.
func levelAnchor(level int) string { return fmt.Sprintf("level-%d", level) }

// spaced is a name with spaces where it has dashes or underlines.
func spaced(name string) string { return strings.NewReplacer("-", " ", "_", " ").Replace(name) }

func (in *documentInHTML) grounds() []documentGroup {
	var out []documentGroup
	for _, g := range in.Grounds {
		group := documentGroup{Heading: g.Title}
		for _, way := range g.Ways {
			group.Rules = append(group.Rules, in.rule(way))
		}
		for _, l := range in.Levels {
			for _, d := range l.Domains {
				for _, s := range d.Signs {
					if s.Ground == g.Title {
						group.Rules = append(group.Rules, documentRule{Title: s.Title,
							Contact: documentLink{Anchor: "rule-" + s.ID, Text: fmt.Sprintf("the sign of level %d", l.Level)}})
					}
				}
			}
		}
		out = append(out, group)
	}
	return out
}

// answers are the lines by what they are about.
func (in *documentInHTML) answers() []documentGroup {
	var out []documentGroup
	for _, about := range term.TableOf[term.Answer]().Values() {
		group := documentGroup{Heading: english.UpperFirst(inWords(about))}
		for _, l := range in.Answers {
			if l.About == about {
				group.Rules = append(group.Rules, in.rule(l.Rule, l.Says))
			}
		}
		if len(group.Rules) > 0 {
			out = append(out, group)
		}
	}
	return out
}

func (in *documentInHTML) lines(list []document.Line) []documentRule {
	var out []documentRule
	for _, l := range list {
		out = append(out, in.rule(l.Rule, l.Says))
	}
	return out
}

// actions are what must be done at once, then what has a time, then the rest.
func (in *documentInHTML) actions() []documentGroup {
	out := []documentGroup{{Heading: "At once"}, {Heading: "By a time"}, {Heading: "With no time given"}}
	for _, a := range in.Actions {
		rule := in.rule(a.Rule, a.Says)
		if a.Who != "" {
			rule.Notes = append(rule.Notes, english.Stopped("Who: "+a.Who))
		}
		for _, due := range a.Due {
			rule.Notes = append(rule.Notes, english.Stopped("Limit: "+due.Says)+" ["+due.Cite+"]")
		}
		rule.Contact = in.contact(a.Contact)
		at := 2
		switch {
		case a.Immediate:
			at = 0
		case len(a.Due) > 0:
			at = 1
		}
		out[at].Rules = append(out[at].Rules, rule)
	}
	return out
}

// contact is a link to whom to call.
func (in *documentInHTML) contact(id string) documentLink {
	if id == "" {
		return documentLink{}
	}
	return documentLink{Anchor: "contact-" + id, Text: in.contacts[id]}
}

// pathway are the parts of the way to help.
func (in *documentInHTML) pathway() []documentGroup {
	var out []documentGroup
	for _, part := range term.TableOf[term.Part]().Values() {
		group := documentGroup{Heading: english.UpperFirst(inWords(part))}
		for _, s := range in.Pathway {
			if s.Part != part {
				continue
			}
			rule := in.rule(s.Rule, s.Says)
			rule.Notes = append([]string{english.Stopped(english.UpperFirst(inWords(s.Force)))}, rule.Notes...)
			rule.Contact = in.contact(s.Contact)
			group.Rules = append(group.Rules, rule)
		}
		if len(group.Rules) > 0 {
			out = append(out, group)
		}
	}
	return out
}

// services are those of the directory by the level at which it lists them.
func (in *documentInHTML) services() []documentGroup {
	var out []documentGroup
	for _, l := range append(in.Levels[:len(in.Levels):len(in.Levels)], document.Level{Name: "Listed at no level"}) {
		group := documentGroup{Heading: l.Name}
		if l.Level != 0 {
			group.Heading = fmt.Sprintf("Listed at level %d, %s", l.Level, l.Name)
		}
		for _, s := range in.Document.Services {
			if s.ListedAt == l.Level {
				rule := in.rule(s.Rule, s.Says)
				rule.Contact = in.contact(s.Contact)
				group.Rules = append(group.Rules, rule)
			}
		}
		if len(group.Rules) > 0 {
			out = append(out, group)
		}
	}
	return out
}

// contactList are the contacts with their numbers and hours.
func (in *documentInHTML) contactList() []documentGroup {
	var group documentGroup
	for _, c := range in.Contacts {
		rule := documentRule{Anchor: "contact-" + c.ID, Title: c.Name, Cite: in.cite(c.Cite)}
		rule.Says = contactLines(c)
		group.Rules = append(group.Rules, rule)
	}
	return []documentGroup{group}
}

// contactLines are the ways to reach a contact.
func contactLines(c recommendation.Contact) []string {
	var out []string
	for _, part := range [][2]string{{"Telephone", c.Phone}, {"Out of hours", c.OutOfHours}, {"Hours", c.Hours}, {"Email", c.Email},
		{"Web", c.Web}, {"Form", c.Form}, {"As printed in", c.AsPrinted}} {
		if part[1] != "" {
			out = append(out, part[0]+": "+part[1])
		}
	}
	return out
}

// clausesOf are the clauses that the document cites, in order of id.
func clausesOf(d *document.Document) []documentClause {
	var out []documentClause
	for _, id := range slices.Sorted(maps.Keys(d.Clauses)) {
		c := d.Clauses[id]
		out = append(out, documentClause{Anchor: clauseAnchor(id), ID: id,
			Where: joined(", ", english.Bare(c.Document), english.Bare(c.Section), pageNumber(c.Page)),
			Says:  english.Sentences(c.Says, standing(c.Status))})
	}
	return out
}

// conditions are the named conditions.
func (in *documentInHTML) conditions() []documentGroup {
	var group documentGroup
	for _, c := range in.Conditions {
		group.Rules = append(group.Rules, documentRule{Anchor: "condition-" + c.Name, Title: c.Title,
			Code: strings.TrimSpace(c.Code), When: &c.When})
	}
	return []documentGroup{group}
}

// choices are what the document leaves open.
func (in *documentInHTML) choices() []documentGroup {
	var group documentGroup
	for _, c := range in.Choices {
		group.Rules = append(group.Rules, documentRule{Anchor: "choice-" + c.Name,
			Title: english.UpperFirst(spaced(c.Name)) + ": " + c.Value, Says: []string{english.Stopped(c.Why)}, Cite: in.cite(c.Cite)})
	}
	return []documentGroup{group}
}
