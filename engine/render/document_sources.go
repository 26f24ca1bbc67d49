package render

import (
	"maps"
	"slices"
	"strings"

	"windscreen/engine/document"
	"windscreen/engine/internal/english"
	"windscreen/engine/recommendation"
)

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
	for _, part := range [][2]string{{"Telephone", c.Phone}, {"Out of hours", c.OutOfHours},
		{"For what cannot wait", c.Urgent}, {"Hours", c.Hours}, {"Email", c.Email},
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
